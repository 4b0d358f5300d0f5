"""All names in a graph, to be searched exactly, loosely and fuzzily."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from tertium.model.terms import Iri
from tertium.queries.reading.columns import iri_in, text_in
from tertium.store.protocol import Binding

__all__ = ["Index", "Match", "Nearness", "folded", "index_of"]

_FUZZY = 80.0
_NEAR = 60.0


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
class Index:
    """Names by their folded form, each with whose name it is."""

    names: Mapping[str, tuple[tuple[str, Iri], ...]]
    entities: frozenset[Iri]

    def matches(self, text: str) -> dict[Iri, Match]:
        """Return the best match of each entity that fits a text in any way."""
        found = self.alike(text)
        others = self._fuzzy(text, _FUZZY, limit=None)
        return {match.entity: match for match in reversed([*found.values(), *others])}

    def alike(self, text: str) -> dict[Iri, Match]:
        """Return a match of each entity that has this name, but for case, accents, commas."""
        same = self.names.get(folded(text), ())
        loose = {iri: Match(iri, name, Nearness.FOLDED) for name, iri in same}
        return loose | {iri: Match(iri, name, Nearness.EXACT) for name, iri in same if name == text}

    def near(self, text: str, *, limit: int) -> tuple[Iri, ...]:
        """Return whose names come nearest to a text, the nearest first."""
        matches = self._fuzzy(text, _NEAR, limit=limit)
        return tuple(dict.fromkeys(match.entity for match in matches))

    def _fuzzy(self, text: str, least: float, *, limit: int | None) -> Iterable[Match]:
        from rapidfuzz import fuzz, process

        close = process.extract(
            folded(text), list(self.names), scorer=fuzz.token_ratio, score_cutoff=least, limit=limit
        )
        for key, score, _ in close:
            for name, iri in self.names[key]:
                yield Match(iri, name, Nearness.FUZZY, round(score / 100, 4))


def index_of(rows: Iterable[Binding]) -> Index:
    """Return the index of rows of (entity, name)."""
    names: dict[str, list[tuple[str, Iri]]] = {}
    for row in rows:
        name = text_in(row, "name")
        names.setdefault(folded(name), []).append((name, iri_in(row, "entity")))
    names.pop("", None)
    return Index(
        {key: tuple(pairs) for key, pairs in names.items()},
        frozenset(iri for pairs in names.values() for _, iri in pairs),
    )


def folded(text: str) -> str:
    """Return a text without case, accents and punctuation.

    >>> folded("Iósif  Stálin!")
    'iosif stalin'
    """
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", plain))
