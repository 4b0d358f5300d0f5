"""Names that fit a text: exactly, loosely or nearly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from tertium.model.terms import Iri
from tertium.store.sidecar.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

__all__ = ["Match", "Names", "Nearness"]

_FUZZY: Final = 80.0
_NEAR: Final = 60.0
_CANDIDATES: Final = 1000
_GRAM: Final = 3
_LAST: Final = "\U0010ffff"

_ALIKE: Final = (
    "SELECT DISTINCT name.text, thing.iri FROM folding"
    " JOIN name ON name.folding = folding.id JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing WHERE folding.folded = ? ORDER BY 1, 2"
)
_GRAMS: Final = "SELECT rowid FROM trigram WHERE trigram MATCH ?"
_FOLDED: Final = "SELECT folded FROM folding WHERE id = ?"
_WEIGHT: Final = "SELECT SUM(entities) FROM sharing WHERE value = ?"
_BEGINNING: Final = "SELECT folded FROM folding WHERE folded BETWEEN ? AND ? ORDER BY 1 LIMIT ?"


class Nearness(IntEnum):
    """How a name fits a text; nearer is smaller."""

    EXACT = 0
    FOLDED = 1
    FUZZY = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A name of an entity which fits a text; the score is 1 when nothing is amiss."""

    entity: Iri
    name: str
    nearness: Nearness
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a sidecar, to be searched exactly, loosely and fuzzily."""

    connection: Connection

    def matches(self, text: str) -> dict[Iri, Match]:
        """Return the best match of each entity that fits a text in any way.

        Of names that are spelt otherwise, those are weighed which have the most sequences of three
        letters in common with the text, the shortest first and a thousand at most.
        """
        others = self._fuzzy(text, _FUZZY, limit=None)
        return {match.entity: match for match in others[::-1]} | self.alike(text)

    def alike(self, text: str) -> dict[Iri, Match]:
        """Return a match of each entity that has this name, but for case, accents, commas."""
        same = tuple(self._named(folded(text)))
        loose = {iri: Match(iri, name, Nearness.FOLDED) for name, iri in same}
        return loose | {iri: Match(iri, name, Nearness.EXACT) for name, iri in same if name == text}

    def near(self, text: str, *, limit: int) -> tuple[Iri, ...]:
        """Return whose names come nearest to a text, the nearest first."""
        matches = self._fuzzy(text, _NEAR, limit=limit)
        return tuple(dict.fromkeys(match.entity for match in matches))

    def candidates(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return the best match of each entity that a text may mean, the nearest first."""
        others = self._fuzzy(text, _NEAR, limit=limit)
        best = {match.entity: match for match in others[::-1]} | self.alike(text)
        ranked = sorted(best.values(), key=lambda m: (m.nearness, -m.score, m.name, m.entity))
        return tuple(ranked[:limit])

    def weights(self, iris: Iterable[Iri]) -> dict[Iri, int]:
        """Return how many statements each thing is the value of, if there are two or more."""
        rows = ((iri, self.connection.execute(_WEIGHT, (iri,)).fetchone()[0]) for iri in iris)
        return {iri: weight for iri, weight in rows if weight}

    def _fuzzy(self, text: str, least: float, *, limit: int | None) -> tuple[Match, ...]:
        from rapidfuzz import fuzz, process

        plain = folded(text)
        close = process.extract(
            plain, self._candidates(plain), scorer=fuzz.token_ratio, score_cutoff=least, limit=limit
        )
        return tuple(
            Match(iri, name, Nearness.FUZZY, round(score / 100, 4))
            for key, score, _ in close
            for name, iri in self._named(key)
        )

    def _candidates(self, plain: str) -> list[str]:
        grams = dict.fromkeys(plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1))
        ask = self.connection.execute
        if not grams:
            rows = ask(_BEGINNING, (plain, plain + _LAST, _CANDIDATES))
            return [row[0] for row in rows] if plain else []
        votes = Counter(row[0] for gram in grams for row in ask(_GRAMS, (f'"{gram}"',)))
        likely = nsmallest(_CANDIDATES, votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return [ask(_FOLDED, (number,)).fetchone()[0] for number, _ in likely]

    def _named(self, key: str) -> Iterator[tuple[str, Iri]]:
        rows: Iterable[tuple[str, str]] = self.connection.execute(_ALIKE, (key,))
        return ((name, Iri(iri)) for name, iri in rows) if key else iter(())
