"""Whether mentions are of whom they say, and pronouns of whom a reader takes them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from tertium.checking.facts import Grounds
from tertium.checking.phrases import tokens
from tertium.checking.sentence import Check, Failure, SentenceMention, Told, fault
from tertium.checking.words import Role, Words, inflected

__all__ = ["mention_failures"]

_STEM: Final = 4
_ENDING: Final = 3
"""So many letters at the end of a name may differ from case to case."""


def mention_failures(
    told: Told, before: Sequence[Told], grounds: Grounds, *, words: Words
) -> Iterator[Failure]:
    """Yield the mentions that do not name their entity, and the pronouns that mislead."""
    pronouns = {(m.start, m.end) for m in told.mentions if m.form == "pronoun"}
    for mention in told.mentions:
        text = told.text[mention.start : mention.end]
        if not text:
            yield fault(told.text, "a mention is of nothing", Check.MENTION)
        elif mention.form == "pronoun":
            for problem in _pronoun(told, mention, before, grounds=grounds, words=words):
                yield fault(told.text, f"“{text}” {problem}", Check.PRONOUN)
        elif mention.form == "group":
            span = (mention.start, mention.end)
            size = sum((m.start, m.end) == span for m in told.mentions)
            if not _is_group(text, (size, len(grounds.comparands)), words):
                yield fault(told.text, f"“{text}” is no word for several", Check.MENTION)
        elif not _is_name(text, mention.entity, grounds, words=words):
            yield fault(told.text, f"“{text}” is no name of {mention.entity}", Check.MENTION)
    for token in tokens(told.text):
        gender = words.pronouns.get(token.word)
        free = not any(m.start <= token.start < m.end for m in told.mentions)
        if (
            gender in {"masculine", "feminine"}
            and free
            and (token.start, token.end) not in pronouns
        ):
            word = told.text[token.start : token.end]
            yield fault(told.text, f"“{word}” is of nobody", Check.PRONOUN)


def _is_group(text: str, sizes: tuple[int, int], words: Words) -> bool:
    """Return whether a text means so many out of so many: "both", "all three", "two of the six"."""
    if words.pronouns.get(text.casefold()) == "plural":
        return True
    known = (*words.roles[Role.EVERYONE], *words.roles[Role.NOBODY])
    *most, last = (token.word for token in tokens(text))
    size, among = (_number(word, words) for word in (most[0] if most else "", last))
    some = [size, among] == [*sizes] and set(most[1:]) <= set(words.roles[Role.PLAIN])
    everyone = among == sizes[0] and " ".join(most) in known
    return text.casefold() in known or some or everyone


def _number(word: str, words: Words) -> Decimal | None:
    return words.numbers.get(word, Decimal(word) if word.isdecimal() else None)


def _is_name(text: str, entity: str, grounds: Grounds, *, words: Words) -> bool:
    names = [_cut(name, words) for name in grounds.names.get(entity, ())]
    plain = (one for one in words.roles[Role.PLAIN] if text.casefold().startswith(f"{one} "))
    written = [_cut(text, words), *(_cut(text[len(one) + 1 :], words) for one in plain)]
    return any(_alike(one, name, words) for one, name in product(written, names))


def _cut(text: str, words: Words) -> tuple[str, ...]:
    """Return the words of a name without the article before it."""
    cut = tuple(token.word for token in tokens(text))
    return cut[1:] if cut[0] in words.roles[Role.PLAIN] else cut


def _alike(written: Sequence[str], name: Sequence[str], words: Words) -> bool:
    """Return whether words are a name, but for their endings."""
    pairs = zip(written, name, strict=False)
    return len(written) == len(name) > 0 and all(_related(*pair, words) for pair in pairs)


def _related(one: str, other: str, words: Words) -> bool:
    stem = max(_STEM, min(len(one), len(other)) - _ENDING)
    return one[:stem] == other[:stem] or one in {other, *inflected(other, words)}


def _pronoun(
    told: Told, mention: SentenceMention, before: Sequence[Told], *, grounds: Grounds, words: Words
) -> Iterator[str]:
    gender = words.pronouns.get(told.text[mention.start : mention.end].casefold(), "")
    stated = grounds.genders.get(mention.entity, "neuter")
    if not gender:
        yield "is no pronoun"
    elif gender not in {stated, "plural"}:
        yield f"is {gender}, which {mention.entity} is not"
    for group in _earlier(told, mention, before):
        rivals = {key for key in group if _rivals(key, mention.entity, grounds, stated=stated)}
        if rivals and gender != "plural":
            yield f"could be {min(rivals)}"
            return
        if mention.entity in group:
            return
    yield "has nobody before it for whom it stands"


def _rivals(key: str, entity: str, grounds: Grounds, *, stated: str) -> bool:
    """Return whether a pronoun for an entity might be taken for another one."""
    known = grounds.genders.get(key, stated if key in grounds.comparands else "")
    return key != entity and known == stated


def _earlier(
    told: Told, mention: SentenceMention, before: Sequence[Told]
) -> Iterator[frozenset[str]]:
    """Yield what is mentioned before a pronoun, the nearest first, back to the last sentence."""
    here = [m for m in told.mentions if m.end <= mention.start]
    last = list(before[-1].mentions) if before else []
    for mentions in (here, last):
        spans: dict[int, set[str]] = {}
        for one in sorted(mentions, key=lambda m: -m.start):
            spans.setdefault(one.start, set()).add(one.entity)
        yield from map(frozenset, spans.values())
