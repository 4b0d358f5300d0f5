"""From a text to the entities it may mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tertium.errors import AmbiguousEntityError, BadTermError, UnknownEntityError
from tertium.model.terms import Iri, Term
from tertium.model.values import Entity
from tertium.queries.catalogue import Catalogue
from tertium.queries.index import Index, Match, Nearness, index_of
from tertium.queries.prefixes import PREFIXES, expand
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import grouped, iris_in
from tertium.queries.reading.descriptions import read_blurb
from tertium.store.protocol import Binding, GraphStore, select
from tertium.store.terms import checked_iri

__all__ = ["Finder", "Found", "find", "resolve"]

_LIMIT: Final = 10
_HINTS: Final = 3
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_BACKGROUND: Final = frozenset(
    PREFIXES[prefix] + name
    for prefix, name in (
        *(("tt", "Source"), ("tt", "Facet"), ("tt", "Rank"), ("owl", "Ontology")),
        *(("owl", "Class"), ("rdfs", "Class"), ("rdf", "Property")),
        *(("owl", "ObjectProperty"), ("owl", "DatatypeProperty")),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entity that a text may mean, and by which of its names."""

    entity: Entity
    description: str
    matched: str
    score: float
    exact: bool


@dataclass(frozen=True)
class Finder:
    """Finds entities by name; the names are read once and kept."""

    store: GraphStore
    catalogue: Catalogue
    language: str = "en"

    def find(self, text: str, *, limit: int = _LIMIT) -> tuple[Found, ...]:
        """Return the entities which a label, alias or identifier may mean, best first.

        Sources and words of the ontology come after all other things.
        """
        matches = self._identified(text) or self._index.matches(text)
        entities = self._entities(matches)
        ranked = sorted(entities, key=lambda entity: _place(entity, matches[entity.iri]))[:limit]
        blurbs = self._blurbs(entity.iri for entity in ranked)
        return tuple(_found(entity, matches[entity.iri], blurbs[entity.iri]) for entity in ranked)

    def resolve(self, text: str) -> Iri:
        """Return the one entity which a label, an IRI or a CURIE means.

        Raises:
            AmbiguousEntityError: when a label fits several entities.
            UnknownEntityError: when it fits none.

        """
        matches = self._identified(text) or self._index.alike(text)
        entities = sorted(self._entities(matches), key=lambda e: _place(e, matches[e.iri]))
        if not entities:
            raise UnknownEntityError(text, self._near(text))
        best = _level(entities[0], matches[entities[0].iri])
        same = [entity for entity in entities if _level(entity, matches[entity.iri]) == best]
        if len(same) > 1:
            raise AmbiguousEntityError(text, self._lines(same))
        return same[0].iri

    def _identified(self, text: str) -> dict[Iri, Match]:
        iri = _iri(text)
        if iri is None:
            return {}
        known = (iri,) if self._knows(iri) else iris_in(self._identities.get(iri, ()), "entity")
        return {entity: Match(entity, text, Nearness.EXACT) for entity in known}

    def _knows(self, iri: Iri) -> bool:
        return iri in self._index.entities or bool(
            select(self.store, self.catalogue["statements/statements"].bind(entity=iri))
        )

    def _near(self, text: str) -> tuple[str, ...]:
        entities = self._entities(self._index.near(text, limit=_LIMIT))
        labels = (entity.label for entity in entities if not _is_background(entity))
        return tuple(dict.fromkeys(labels))[:_HINTS]

    def _lines(self, entities: Iterable[Entity]) -> tuple[str, ...]:
        known = tuple(entities)
        blurbs = self._blurbs(entity.iri for entity in known)
        return tuple(
            f"{entity.label}{', ' * bool(blurbs[entity.iri])}{blurbs[entity.iri]} <{entity.iri}>"
            for entity in known
        )

    def _entities(self, iris: Iterable[Iri]) -> tuple[Entity, ...]:
        wanted = tuple(iris)
        names = self._reader.names(wanted)
        return tuple(map(names.entity, wanted))

    def _blurbs(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        wanted = tuple(iris)
        if not wanted:
            return {}
        rows = select(self.store, self.catalogue["labels/cards"].bind(entity=wanted))
        cards = grouped(rows, "entity")
        return {iri: read_blurb(cards.get(iri, ()), self.language) for iri in wanted}

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.store, self.catalogue, self.language)

    @cached_property
    def _index(self) -> Index:
        return index_of(select(self.store, self.catalogue["labels/names"].bind()))

    @cached_property
    def _identities(self) -> Mapping[Term, tuple[Binding, ...]]:
        return grouped(select(self.store, self.catalogue["labels/identities"].bind()), "identity")


def find(
    store: GraphStore, catalogue: Catalogue, text: str, *, limit: int = _LIMIT
) -> tuple[Found, ...]:
    """Return the entities which a text may mean; keep a `Finder` to ask more than once."""
    return Finder(store, catalogue).find(text, limit=limit)


def resolve(store: GraphStore, catalogue: Catalogue, text: str) -> Iri:
    """Return the one entity which a text means; keep a `Finder` to ask more than once."""
    return Finder(store, catalogue).resolve(text)


def _iri(text: str) -> Iri | None:
    if _WIKIDATA.fullmatch(text):
        return expand(f"wd:{text}")
    if ":" not in text:
        return None
    try:
        return expand(text) or checked_iri(text)
    except BadTermError:
        return None


def _is_background(entity: Entity) -> bool:
    return entity.iri.startswith(PREFIXES["tt"]) or not _BACKGROUND.isdisjoint(entity.types)


def _level(entity: Entity, match: Match) -> tuple[bool, Nearness]:
    return _is_background(entity), match.nearness


def _place(entity: Entity, match: Match) -> tuple[object, ...]:
    return (*_level(entity, match), -match.score, len(entity.label), entity.label, entity.iri)


def _found(entity: Entity, match: Match, blurb: str) -> Found:
    return Found(
        entity=entity,
        description=blurb,
        matched=match.name,
        score=match.score,
        exact=match.nearness is Nearness.EXACT,
    )
