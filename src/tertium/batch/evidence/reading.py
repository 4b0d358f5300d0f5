"""A reader which notes what it reads, also what it has read before for another page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from tertium.api.surveying import Surveying
from tertium.batch.evidence.notes import Notes
from tertium.batch.facts import Noun
from tertium.model.terms import Iri
from tertium.queries.describing import Kept
from tertium.queries.neighbourhoods import surveyor_of
from tertium.queries.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tertium.model.alignment import Alignment
    from tertium.model.dates import Date
    from tertium.model.description import Description
    from tertium.model.hierarchy import Hierarchy
    from tertium.model.identity import Identity
    from tertium.model.neighbourhood import Neighbourhood
    from tertium.model.schema import Schema
    from tertium.queries.describing import Memory
    from tertium.queries.gathering import Broader, Declared, Gatherer, Way
    from tertium.queries.neighbourhoods import Surveyor
    from tertium.queries.reading.names import Names
    from tertium.queries.unifying import Unifier
    from tertium.store.surroundings import Surroundings

__all__ = ["NotingReader", "NotingSurveying"]


@dataclass(frozen=True)
class NotingReader(Reader):
    """A reader that notes each question before it answers, from memory or from the store."""

    notes: Notes = field(default_factory=Notes, kw_only=True)

    @cached_property
    def plain(self) -> Reader:
        """The same reader without notes, for what is noted as a whole."""
        return Reader(
            self.store,
            self.catalogue,
            self.language,
            shapes=self.shapes,
            labels=self.labels,
            graphs=self.graphs,
        )

    def names(self, iris: Iterable[Iri]) -> Names:
        """Return what things are called."""
        wanted = tuple(iris)
        self.notes.note(Noun.THING, wanted)
        return super().names(wanted)

    def identity(self, iri: Iri) -> Identity:
        """Return a thing under all IRIs which the graph links."""
        self.notes.note(Noun.THING, (iri,))
        return super().identity(iri)

    def schema(self, classes: Iterable[Iri] = ()) -> Schema:
        """Return what the ontology says of properties, of classes, and of these of the graph."""
        wanted = tuple(classes)
        self.notes.note(Noun.CLASSES, wanted)
        return super().schema(wanted)

    def hierarchy(self, iris: Iterable[Iri], *, classes: bool = False) -> Hierarchy:
        """Return what is above these things; with `classes`, also above the classes of each."""
        things = tuple(iris)
        found = super().hierarchy(things, classes=classes)
        self.notes.note(Noun.WHOLES, things)
        self.notes.note(Noun.CLASSES, things)
        for kinds in found.classes.values():
            self.notes.note(Noun.CLASSES, (kind.iri for kind in kinds))
        return found

    def alignment(self, descriptions: Iterable[Description]) -> Alignment:
        """Return which of the properties that are stated ask the same question."""
        known = tuple(descriptions)
        stated = (statement.predicate.iri for one in known for statement in one.statements)
        self.notes.note(Noun.DECLARED, stated)
        return super().alignment(known)

    def beginnings(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Date, ...]]:
        """Return when things began, of which the graph says so directly."""
        things = tuple(iris)
        self.notes.note(Noun.BEGUN, things)
        return super().beginnings(things)

    @cached_property
    def keeper(self) -> Memory | None:
        """What keeps descriptions, each with what was read for it, if any are to be kept."""
        return _NotingMemory(Kept(self.memory), self.notes) if self.memory else None

    @cached_property
    def unifier(self) -> Unifier | None:
        """What follows links from thing to thing; what it looks up on the way is not noted."""
        return self.plain.unifier

    @cached_property
    def gatherer(self) -> Gatherer:
        """What gathers the triples around things."""
        return _NotingGatherer(self._gathering(self.store), self.notes)


@dataclass(frozen=True, slots=True)
class _NotingMemory:
    both: Kept[tuple[Description, Notes]]
    notes: Notes

    def kept(self, iri: Iri, read: Callable[[], Description]) -> Description:
        found, noted = self.both.kept(iri, partial(self.notes.during, read))
        self.notes.add(noted)
        return found


@dataclass(frozen=True, slots=True)
class _NotingGatherer:
    """Notes what is gathered; names and what lies above are noted where they are used."""

    gatherer: Gatherer
    notes: Notes

    def knows(self, entity: Iri) -> bool:
        self.notes.note(Noun.STATED, (entity,))
        return self.gatherer.knows(entity)

    def about(self, entities: Sequence[Iri]) -> Surroundings:
        self.notes.note(Noun.STATED, entities)
        return self.gatherer.about(entities)

    def introduced(self, things: Sequence[Iri]) -> Surroundings:
        self.notes.note(Noun.TOLD, things)
        return self.gatherer.introduced(things)

    def named(self, things: Sequence[Iri], tags: Sequence[str]) -> Surroundings:
        return self.gatherer.named(things, tags)

    def broader(self, things: Sequence[Iri], *, wholes: bool = False) -> Broader:
        return self.gatherer.broader(things, wholes=wholes)

    def declared(self, properties: Sequence[Iri]) -> tuple[Declared, ...]:
        return self.gatherer.declared(properties)

    def fan_in(self, ways: Sequence[Way]) -> Mapping[Way, int]:
        self.notes.note(Noun.LEADING, ways)
        return self.gatherer.fan_in(ways)

    def toward(self, ways: Sequence[Way]) -> Surroundings:
        self.notes.note(Noun.SAYING, ways)
        return self.gatherer.toward(ways)


@dataclass(frozen=True, slots=True)
class NotingSurveying(Surveying):
    """A survey which notes around which nodes it looked."""

    notes: Notes = field(default_factory=Notes, kw_only=True)

    @property
    def surveyor(self) -> Surveyor:
        """What finds the edges around nodes."""
        return _NotingSurveyor(surveyor_of(self.reader), self.notes)


@dataclass(frozen=True, slots=True)
class _NotingSurveyor:
    surveyor: Surveyor
    notes: Notes

    def around(self, nodes: Sequence[Iri], *, most: int) -> Neighbourhood:
        self.notes.note(Noun.AROUND, ((node, Iri(str(most))) for node in nodes))
        return self.surveyor.around(nodes, most=most)
