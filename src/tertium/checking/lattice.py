"""All readings of a sentence, stretch by stretch."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tertium.checking.amounts import amounts_at
from tertium.checking.edges import Counted, Dated, Edge, Grouped, Lasting, Named, Reading, Worded
from tertium.checking.facts import Grounds
from tertium.checking.frames import Forms, add_frames
from tertium.checking.moments import moments_at
from tertium.checking.phrases import Phrases, Token, tokens
from tertium.checking.sentence import Told
from tertium.checking.words import Role, Words, inflected
from tertium.model.values import Quantity

__all__ = ["Lattice", "lattice_of"]

_MARKS: Final = (
    *"()[]\"'.%°«»",
    "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}",
    *"\N{SINGLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}",
)


_OPENS: Final = re.compile("[\N{EN DASH}\N{EM DASH}-][0-9]")


@dataclass(frozen=True, slots=True)
class Lattice:
    """The tokens of a sentence and the stretches which begin at each of them."""

    text: str
    tokens: tuple[Token, ...]
    edges: tuple[tuple[Edge, ...], ...]

    def written(self, start: int, end: int) -> str:
        """Return the text of some tokens."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def lattice_of(told: Told, grounds: Grounds, words: Words, *, forms: Forms) -> Lattice:
    """Return the readings of a sentence that its grounds, the lexicon and the lists allow."""
    pieces = tokens(told.text)
    phrases = _phrases(grounds, words, forms)
    mentioned = dict(_mentioned(told, pieces))
    ends = {token.end: place + 1 for place, token in enumerate(pieces)}
    edges = []
    for place, token in enumerate(pieces):
        found = dict.fromkeys(phrases.at(pieces, place))
        found |= dict.fromkeys(mentioned.get(place, ()))
        figures = _figures(told.text, token.start, words)
        found |= {(ends[end], reading): None for end, reading in figures if end in ends}
        edges.append(tuple(found))
    return Lattice(told.text, pieces, tuple(edges))


def _phrases(grounds: Grounds, words: Words, forms: Forms) -> Phrases[Reading]:
    phrases = Phrases[Reading]()
    for role, listed in words.roles.items():
        phrases.add_all(listed, Worded(role))
    phrases.add_all(_MARKS, Worded(Role.PLAIN))
    for key in dict.fromkeys(grounds.things):
        for name in grounds.names.get(key, ()):
            _put_name(name, Named(key), phrases, words=words)
    for label in _units(grounds):
        _put_name(label, Worded(Role.PLAIN), phrases, words=words)
    add_frames(forms, phrases, words)
    return phrases


def _put_name(name: str, reading: Reading, phrases: Phrases[Reading], *, words: Words) -> None:
    cut = tuple(token.word for token in tokens(name))
    phrases.put(cut, reading)
    for place, word in enumerate(cut):
        if word.isalpha():
            for form in inflected(word, words):
                phrases.put((*cut[:place], form, *cut[place + 1 :]), reading)


def _units(grounds: Grounds) -> Iterator[str]:
    for fact in grounds.facts:
        values = (fact.value, *(q.value for q in fact.statement.qualifiers))
        yield from (v.unit_label for v in values if isinstance(v, Quantity) and v.unit_label)


def _mentioned(told: Told, pieces: tuple[Token, ...]) -> Iterator[tuple[int, list[Edge]]]:
    """Yield the stretches that the page says mention something without its name."""
    spans: dict[tuple[int, int], list[str]] = {}
    for mention in told.mentions:
        if mention.form != "name":
            spans.setdefault((mention.start, mention.end), []).append(mention.entity)
    for (start, end), keys in spans.items():
        first = [i for i, token in enumerate(pieces) if token.start == start]
        last = [i + 1 for i, token in enumerate(pieces) if token.end == end]
        if first and last:
            one = len(keys) == 1
            yield first[0], [(last[0], Named(keys[0]) if one else Grouped(frozenset(keys)))]


def _figures(text: str, start: int, words: Words) -> Iterator[Edge]:
    """Yield dates, numbers and lengths of time, each with where it ends in the text."""
    for end, moment in moments_at(text, start, words):
        yield end, Dated(moment, bool(_OPENS.match(text, end)))
    for end, amount in amounts_at(text, start, words):
        yield end, Counted(amount)
        rest = text[end:].lstrip(" \N{NO-BREAK SPACE}-")
        unit = next(iter(tokens(rest)), None)
        if unit and unit.word in words.units:
            skipped = len(text) - len(rest)
            yield skipped + unit.end, Lasting(amount, words.units[unit.word])
