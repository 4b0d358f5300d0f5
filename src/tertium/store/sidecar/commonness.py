"""How common things are in a graph, and words in its names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING, Final

from tertium.model.terms import Iri
from tertium.store.sidecar.identifying import parts
from tertium.store.sidecar.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

__all__ = ["Commonness"]

_STANDING: Final = (
    "SELECT weight, classes FROM thing"
    " WHERE local = ? AND space = (SELECT id FROM space WHERE prefix = ?)"
)
_HEAVIEST: Final = (
    "SELECT space.prefix || thing.local AS iri FROM thing JOIN space ON space.id = thing.space"
    " ORDER BY thing.weight DESC, iri LIMIT ?"
)
_COUNT: Final = "SELECT COUNT(*) FROM folding"
_ELSEWHERE: Final = 1000
"""So many names are thought of beside those of a graph."""
_LETTER: Final = 1.5
"""What a letter of a word tells there, in bits."""
_WITHOUT: Final = 100
_LONGEST: Final = 40
_ALL: Final = "SELECT COUNT(*) FROM thing"
_CLASS: Final = "SELECT iri FROM class WHERE id = ?"


@dataclass(frozen=True)
class Commonness:
    """What a sidecar counted of things and words."""

    connection: Connection

    def weights(self, iris: Iterable[Iri]) -> dict[Iri, int]:
        """Return how many statements are made of each thing or point at it."""
        return {iri: row[0] for iri, row in self._standing(iris)}

    def heaviest(self, limit: int) -> tuple[Iri, ...]:
        """Return the things of which, or to which, most is stated."""
        return tuple(Iri(row[0]) for row in self.connection.execute(_HEAVIEST, (limit,)))

    def kinds(self, iris: Iterable[Iri]) -> dict[Iri, tuple[Iri, ...]]:
        """Return the classes of each thing."""
        return {
            iri: tuple(map(self._class, map(int, row[1].split())))
            for iri, row in self._standing(iris)
        }

    def rarity(self, word: str) -> float:
        """Return how rare a folded word is among names, in bits: a word that half have tells one.

        Formula: the logarithm to the base 2 of all names by those which have the word (Spärck Jones
        1972), as if there were a thousand names more in which a word is the rarer the longer it is
        (a Dirichlet prior, Zhai and Lafferty 2004): few names do not tell what is rare elsewhere.
        """
        having = self.spelling.known((word,)).get(word, 0)
        thought = _ELSEWHERE * 2 ** -(_LETTER * min(len(word), _LONGEST))
        return log2((self._count + _ELSEWHERE) / (having + thought))

    def informs(self, iri: Iri) -> float:
        """Return what it tells that something has this value, in bits.

        Formula: the information content (Resnik 1995), where each statement of the value counts as
        one thing that has it, as if there were a hundred things more which do not.
        """
        weight = self.weights((iri,)).get(iri, 0)
        return max(0.0, log2((self._things + _WITHOUT) / (weight + 1)))

    def _standing(self, iris: Iterable[Iri]) -> Iterator[tuple[Iri, tuple[int, str]]]:
        for iri in iris:
            prefix, local = parts(iri)
            row: tuple[int, str] | None
            row = self.connection.execute(_STANDING, (local, prefix)).fetchone()
            if row:
                yield iri, row

    def _class(self, number: int) -> Iri:
        return Iri(self.connection.execute(_CLASS, (number,)).fetchone()[0])

    @cached_property
    def _count(self) -> int:
        row: tuple[int] = self.connection.execute(_COUNT).fetchone()
        return row[0]

    @cached_property
    def _things(self) -> int:
        row: tuple[int] = self.connection.execute(_ALL).fetchone()
        return row[0]

    @cached_property
    def spelling(self) -> Spelling:
        """The words of all names."""
        return Spelling(self.connection)
