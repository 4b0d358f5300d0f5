"""Words which change before certain sounds, such as the Spanish "y" before an "i"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tertium.model.card import Card
from tertium.model.description import Description
from tertium.model.terms import Iri
from tertium.narrate.phrases import Name, Phrase, Proform

__all__ = ["softened"]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A word, what it becomes, and before which beginnings."""

    word: re.Pattern[str]
    soft: str
    before: tuple[str, ...]

    def applies(self, texts: Iterable[str]) -> bool:
        return all(text.casefold().startswith(self.before) for text in texts)


def softened(phrase: Phrase, card: Card, comparands: Sequence[Description]) -> Phrase:
    """Return a phrase in which words go well with those that follow.

    A comparand may be spelt in two ways: a word changes before it only when it does before both.
    """
    rules = [_rule(text) for text in card.listed("softened")]
    if not rules:
        return phrase
    spelt = {one.iri: (one.entity.prose, one.short_name or one.entity.prose) for one in comparands}
    pieces = list(phrase)
    for place, (piece, after) in enumerate(pairwise(phrase)):
        if isinstance(piece, str):
            pieces[place] = _before(piece, _texts(after, spelt), rules)
    return tuple(pieces)


def _before(piece: str, texts: tuple[str, ...], rules: Sequence[_Rule]) -> str:
    for rule in rules:
        if rule.applies(texts) and rule.word.search(piece):
            return rule.word.sub(rule.soft, piece)
    return piece


def _texts(piece: str | Name | Proform, spelt: Mapping[Iri, tuple[str, ...]]) -> tuple[str, ...]:
    if isinstance(piece, Name):
        return spelt.get(piece.entity, (piece.text,))
    return (piece if isinstance(piece, str) else piece.text,)


def _rule(text: str) -> _Rule:
    word, soft, before = text.split("|")
    return _Rule(re.compile(rf"(?<!\w){re.escape(word)}$"), soft, tuple(before.split()))
