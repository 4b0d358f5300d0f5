"""Whoever knows the names in a graph, so that a text may be looked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tertium.model.terms import RDF_LANG_STRING, Iri, Literal
from tertium.queries.catalogue import Catalogue
from tertium.queries.reading.columns import iris_in
from tertium.store.protocol import GraphStore, select
from tertium.store.sidecar import Match, Nearness

__all__ = ["AskedNames", "NameIndex"]


class NameIndex(Protocol):
    """Names, to be searched exactly, loosely and fuzzily."""

    def alike(self, text: str) -> Mapping[Iri, Match]:
        """Return a match of each entity that has this name, but for case, accents, commas."""
        ...

    def identified(self, text: str) -> Mapping[Iri, Match]:
        """Return a match of each entity that has this code, or an IRI which ends with it."""
        ...

    def described(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return entities whose names and descriptions have all words, the weightiest first."""
        ...

    def candidates(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return the best match of each entity that a text may mean, the nearest first."""
        ...

    def weights(self, iris: Iterable[Iri]) -> Mapping[Iri, int]:
        """Return how many statements point at each thing or are made of it, where known."""
        ...

    def rarity(self, word: str) -> float | None:
        """Return how rare a folded word is among names, in bits, where known."""
        ...

    def informs(self, iri: Iri) -> float | None:
        """Return what it tells that something has this value, in bits, where known."""
        ...

    def kinds(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        """Return the classes of each thing, where known without asking."""
        ...


@dataclass(frozen=True, slots=True)
class AskedNames:
    """The names of a graph elsewhere: asked for one by one, and found when spelt exactly."""

    store: GraphStore
    catalogue: Catalogue
    language: str = "en"

    def alike(self, text: str) -> Mapping[Iri, Match]:
        """Return the entities that have exactly this name.

        It is looked for in the language, in English and without a language.
        """
        if not text:
            return {}
        tags = dict.fromkeys((self.language, "en", "mul"))
        names = (Literal(text), *(Literal(text, RDF_LANG_STRING, tag) for tag in tags))
        rows = select(self.store, self.catalogue["labels/named"].bind(name=names))
        return {iri: Match(iri, text, Nearness.EXACT) for iri in iris_in(rows, "entity")}

    def identified(self, text: str) -> Mapping[Iri, Match]:
        """Return nobody: codes are not known."""
        del text
        return {}

    def described(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return nobody: descriptions are not searched."""
        del text, limit
        return ()

    def candidates(self, text: str, *, limit: int) -> tuple[Match, ...]:
        """Return the entities that have exactly this name."""
        return tuple(self.alike(text).values())[:limit]

    def weights(self, iris: Iterable[Iri]) -> Mapping[Iri, int]:
        """Return nothing: nothing was counted."""
        del iris
        return {}

    def rarity(self, word: str) -> None:
        """Return nothing: nothing was counted."""
        del word

    def informs(self, iri: Iri) -> None:
        """Return nothing: nothing was counted."""
        del iri

    def kinds(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        """Return nothing: whoever needs them has to ask."""
        del iris
        return {}
