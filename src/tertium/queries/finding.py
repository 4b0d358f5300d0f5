"""From a text to the entities it may mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tertium.errors import AmbiguousEntityError, UnknownEntityError
from tertium.model.identity import Link
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.queries.index import AskedNames, NameIndex
from tertium.queries.prefixes import expand, iri_of, is_own
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import iris_in
from tertium.store.endpoint import EndpointStore
from tertium.store.protocol import select
from tertium.store.sidecar import Match, Nearness
from tertium.store.vocabulary import BACKGROUND

__all__ = ["Finder", "Found"]

_LIMIT: Final = 10
_HINTS: Final = 3
_BEHIND: Final = BACKGROUND | {Iri("http://schema.org/Article")}
"""What never hides another thing of its name: the article on a thing is called like the thing."""
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_SPARE: Final = 40
"""So many more are looked at than are wanted: sources, say, come last."""
_BEHIND_BEST: Final = 0.15
"""What fits so much less than the best is hardly meant."""
_LIKELY: Final = 0.8
"""When no name fits better, descriptions are searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entity that a text may mean, by which of its names, and how near that is."""

    entity: Entity
    classes: tuple[Entity, ...]
    description: str
    matched: str
    score: float
    nearness: Nearness

    @property
    def exact(self) -> bool:
        """Whether the text is a name or identifier, letter by letter."""
        return self.nearness is Nearness.EXACT


@dataclass(frozen=True)
class Finder:
    """Finds entities by identifier, or by name.

    `names` knows the names in the graph; without it, names are asked for as they are spelt.
    """

    reader: Reader
    names: NameIndex | None = None

    def find(self, text: str, *, limit: int = _LIMIT) -> tuple[Found, ...]:
        """Return the entities which a label, alias or identifier may mean, best first.

        When nothing is called so, words of descriptions count. Sources and words of the ontology
        come after all other things.
        """
        matches = self._united(self._identified(text) or self._matches(text, limit))
        entities = self._entities(matches)
        ranked = sorted(entities, key=_is_background)[:limit]
        blurbs = self.reader.blurbs(entity.iri for entity in ranked)
        names = self.reader.names({kind for entity in ranked for kind in entity.types})
        return tuple(
            Found(
                entity=entity,
                classes=tuple(map(names.entity, entity.types)),
                description=blurbs[entity.iri],
                matched=matches[entity.iri].name or blurbs[entity.iri],
                score=matches[entity.iri].score,
                nearness=matches[entity.iri].nearness,
            )
            for entity in ranked
        )

    def resolve(self, text: str) -> Iri:
        """Return the one entity which a label, an IRI or a CURIE means.

        Raises:
            AmbiguousEntityError: when a label fits several entities.
            UnknownEntityError: when it fits none.

        """
        return self._meant(text)[0]

    def same(self, one: str, other: str) -> tuple[Link, ...]:
        """Return the links by which two texts mean one thing; none when it has one IRI."""
        (thing, left), (_, right) = self._meant(one), self._meant(other)
        return self.reader.identity(thing).way(left.entity, right.entity)

    def _meant(self, text: str) -> tuple[Iri, Match]:
        matches = self._united(self._identified(text))
        if len(matches) == 1:  # no need to ask what it is called
            return next(iter(matches.items()))
        alike = matches or self._index.alike(text) or self._index.identified(text)
        matches = self._united(alike)
        weights = self._index.weights(matches)
        entities = sorted(
            self._entities(matches),
            key=lambda one: (
                *(*_level(one, matches[one.iri]), -weights.get(one.iri, 0)),
                *(len(one.label), one.label, one.iri),
            ),
        )
        if not entities:
            raise UnknownEntityError(text, self._near(text), elsewhere=self._elsewhere)
        best = _level(entities[0], matches[entities[0].iri])
        same = [entity for entity in entities if _level(entity, matches[entity.iri]) == best]
        if len(same) > 1:
            raise AmbiguousEntityError(text, self._lines(same))
        return same[0].iri, matches[same[0].iri]

    def _identified(self, text: str) -> dict[Iri, Match]:
        iri = _iri(text)
        if iri is None:
            return {}
        identity = self.reader.identity(iri)
        known = (iri,) if self.reader.knows(identity.iri) else self._twins(iri)
        return {entity: Match(entity, text, Nearness.EXACT) for entity in known}

    def _united(self, matches: Mapping[Iri, Match]) -> dict[Iri, Match]:
        """Return the best match of each thing, by the IRI that stands for it."""
        found: dict[Iri, Match] = {}
        for iri, match in matches.items():
            lead = self.reader.identity(iri).iri
            found[lead] = min(found.get(lead, match), match, key=lambda one: one.nearness)
        return found

    def _twins(self, iri: Iri) -> tuple[Iri, ...]:
        identified = self.reader.catalogue["labels/identities"].bind(identity=iri)
        return iris_in(select(self.reader.store, identified), "entity")

    def _matches(self, text: str, limit: int) -> dict[Iri, Match]:
        """Return more matches than wanted, the best first: some may have to go to the end."""
        index, many = self._index, limit + _SPARE
        called = index.candidates(text, limit=many)
        if not called or called[0].score < _LIKELY:
            known = {match.entity for match in called}
            told = index.described(text, limit=many)
            called = (*called, *(match for match in told if match.entity not in known))
            called = tuple(sorted(called, key=lambda match: -match.score))
        return {match.entity: match for match in called}

    def _near(self, text: str) -> tuple[str, ...]:
        likely = self._index.candidates(text, limit=_LIMIT)
        least = likely[0].score - _BEHIND_BEST if likely else 1
        entities = self._entities(match.entity for match in likely if match.score >= least)
        labels = (entity.label for entity in entities if not _is_background(entity))
        return tuple(dict.fromkeys(labels))[:_HINTS]

    def _lines(self, entities: Iterable[Entity]) -> tuple[str, ...]:
        known = tuple(entities)
        blurbs = self.reader.blurbs(entity.iri for entity in known)
        return tuple(
            f"{entity.label}{', ' * bool(blurbs[entity.iri])}{blurbs[entity.iri]} <{entity.iri}>"
            for entity in known
        )

    def _entities(self, iris: Iterable[Iri]) -> tuple[Entity, ...]:
        return self.reader.entities(iris)

    @property
    def _elsewhere(self) -> str:
        """The name of the graph which was split off from this one."""
        sister = self.reader.sister
        return sister.profile.name if isinstance(sister, EndpointStore) else ""

    @cached_property
    def _index(self) -> NameIndex:
        asked = AskedNames(self.reader.store, self.reader.catalogue, self.reader.language)
        return asked if self.names is None else self.names


def _iri(text: str) -> Iri | None:
    return expand(f"wd:{text}") if _WIKIDATA.fullmatch(text) else iri_of(text)


def _is_background(entity: Entity) -> bool:
    return is_own(entity.iri) or not _BEHIND.isdisjoint(entity.types)


def _level(entity: Entity, match: Match) -> tuple[bool, Nearness]:
    return _is_background(entity), match.nearness
