"""Asks the saved questions and returns nouns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from tertium.model.alignment import Alignment
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.identity import Identity
from tertium.model.lexicon import Lexicon
from tertium.model.schema import Schema
from tertium.model.shape import Shape
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.queries.aligning import Aligner
from tertium.queries.alignments import bundled_alignments
from tertium.queries.catalogue import Catalogue
from tertium.queries.climbing import Climber, met
from tertium.queries.describing import Describer, Kept, Memory
from tertium.queries.forgetting import forget
from tertium.queries.gathering import Gatherer, QueryGatherer
from tertium.queries.lexicons import FRAMES, entries
from tertium.queries.lookups import LookupGatherer
from tertium.queries.parameters import Argument
from tertium.queries.reading import schema as ontology
from tertium.queries.reading.dates import read_beginnings
from tertium.queries.reading.descriptions import read_blurb
from tertium.queries.reading.lexicon import aligned_lexicon, read_lexicon
from tertium.queries.reading.names import Named, Names, chain, read_names
from tertium.queries.reading.properties import Vocabulary
from tertium.queries.reading.statements import read_statements, things_in, units_in
from tertium.queries.reading.texts import in_one_language
from tertium.queries.shapes import stated_of
from tertium.queries.turning import Turner, silences
from tertium.queries.unifying import Unifier, kept_apart
from tertium.queries.uniting import Uniter
from tertium.queries.units import known_units
from tertium.queries.widening import Widener
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Binding, GraphStore, select
from tertium.store.surroundings import Surroundings
from tertium.store.vocabulary import LABELS, direct_name

__all__ = ["Reader"]


@dataclass(frozen=True)
class Reader:
    """Reads a graph in one language, with a handful of queries for any number of entities.

    `shapes` are those which are read, `labels` the predicates which name things; `graphs` says
    whether the named graph of a triple is its source; `ontology` is a store with the ontology
    where the graph has none, `sister` one with what was split off from it. What is said of
    properties and classes is read once and kept: make another reader when the graph has changed.
    The last descriptions are kept, too, as many as `memory` says: many pages ask for the same.
    """

    store: GraphStore
    catalogue: Catalogue
    language: str = "en"
    shapes: frozenset[Shape] = frozenset(Shape)
    labels: tuple[Iri, ...] = LABELS
    graphs: bool = False
    ontology: GraphStore | None = None
    sister: GraphStore | None = None
    memory: int = 0
    _named: dict[Iri, Named] = field(default_factory=dict, init=False, repr=False, compare=False)
    _failed: dict[str, None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def schema(self, classes: Iterable[Iri] = ()) -> Schema:
        """Return what the ontology says of properties, of classes, and of these of the graph."""
        return self._widener.widened(classes)

    @cached_property
    def lexicon(self) -> Lexicon:
        """How properties are said."""
        tags = tuple(dict.fromkeys((self.language, self.language.partition("-")[0])))
        rows = entries(tags, self._know(FRAMES, language=tags))
        return aligned_lexicon(read_lexicon(rows, self.language), bundled_alignments())

    def hierarchy(self, iris: Iterable[Iri], *, classes: bool = False) -> Hierarchy:
        """Return what is above these things; with `classes`, also above the classes of each.

        Only that is named in which two of them meet: most of what lies above is never shown.
        """
        things = tuple(dict.fromkeys(iris))
        known = self.names(things) if classes else Names()
        kinds = {iri: known.entity(iri).types for iri in things if known.entity(iri).types}
        starts = [(iri, *kinds.get(iri, ())) for iri in things]
        parents = self._widener.climber.climb(iri for group in starts for iri in group)
        wholes = self._wholes.climb(things)
        names = self.names((*met(starts, parents), *met(([iri] for iri in things), wholes)))
        entity = cache(names.entity)
        above, around, types = (
            {iri: tuple(map(entity, found)) for iri, found in step.items()}
            for step in (parents, wholes, kinds)
        )
        return Hierarchy(above, around, types)

    def names(self, iris: Iterable[Iri]) -> Names:
        """Return what things are called."""
        wanted = tuple(dict.fromkeys(iris))
        missing = [iri for iri in wanted if iri not in self._named]
        if missing:
            known = {iri: self._named[iri] for iri in wanted if iri in self._named}
            forget(self._named)
            around = self.gatherer.named(missing, chain(self.language))
            read = read_names(around, self.language, labels=self.labels)
            self._named.update(known | {iri: read[iri] for iri in missing})
        return Names({iri: self._named[iri] for iri in wanted})

    def statements(self, iris: Iterable[Iri]) -> tuple[Statement, ...]:
        """Return what the graph states of entities, known or not, in the order given."""
        wanted = self._uniter.standing(iris)
        members = self._uniter.members(wanted)
        read = self._read(members, self.gatherer.about(members)) if wanted else {}
        return tuple(one for iri in wanted for one in self._uniter.statements(iri, read))

    def around(self, iri: Iri) -> Surroundings:
        """Return the triples which say something of a thing, under whichever of its IRIs."""
        return self.gatherer.about(self._uniter.members((iri,)))

    def descriptions(self, iris: Iterable[Iri]) -> tuple[Description, ...]:
        """Return all that the graph states of entities, in the order given.

        Raises:
            UnknownEntityError: when the graph has neither a label nor a statement of one.

        """
        wanted = self._uniter.standing(iris)
        if not wanted:
            return ()
        found = self._describer.described(wanted)
        silent = silences(map(self.identity, wanted), found, self.alignment(found))
        return Turner(self.gatherer, self._read, self._uniter).fill(found, silent)

    def identity(self, iri: Iri) -> Identity:
        """Return a thing under all IRIs which the graph links; an endpoint is not asked."""
        return self.unifier.identity(iri) if self.unifier else Identity.alone(iri)

    def entities(self, iris: Iterable[Iri]) -> tuple[Entity, ...]:
        """Return things with their names and classes under any of their IRIs."""
        wanted = tuple(iris)
        return tuple(map(self._uniter.named(wanted).entity, wanted))

    def alignment(self, descriptions: Iterable[Description]) -> Alignment:
        """Return which of the properties that are stated ask the same question."""
        return self.aligner.alignment(
            {statement.predicate.iri for one in descriptions for statement in one.statements}
        )

    def knows(self, iri: Iri) -> bool:
        """Return whether the graph says anything of a thing."""
        return self.gatherer.knows(iri)

    def blurbs(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        """Return what introduces things; empty where there is nothing."""
        wanted = tuple(dict.fromkeys(iris))
        members = self._uniter.members(wanted)
        around = self.gatherer.introduced(members) if wanted else Surroundings()
        return {iri: read_blurb(self._uniter.arcs(iri, around), self.language) for iri in wanted}

    def beginnings(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Date, ...]]:
        """Return when things began, of which the graph says so directly."""
        known = self._schema.properties.items()
        properties = tuple(sorted({direct_name(iri) for iri, one in known if one.begins}))
        wanted = tuple(dict.fromkeys(iris))
        if not (wanted and properties):
            return {}
        query = self.catalogue["gather/beginnings"]
        return read_beginnings(select(self.store, query.bind(thing=wanted, property=properties)))

    @property
    def failed(self) -> tuple[str, ...]:
        """The sources which could not be asked, although others could."""
        return tuple(self._failed)

    def _read(
        self, wanted: tuple[Iri, ...], around: Surroundings
    ) -> Mapping[Iri, Sequence[Statement]]:
        found = stated_of(wanted, around, self.shapes)
        told = (one for one in found if one.predicate not in self.labels)
        stated = in_one_language(told, self.language)
        names = self.names((*wanted, *things_in(stated, around)))
        units = known_units(units_in(stated, around), self.gatherer.about)
        vocabulary = Vocabulary(
            self._schema.properties, self._schema.qualifiers, names, units, self.language
        )
        return self._uniter.valued(read_statements(stated, around, vocabulary))

    @cached_property
    def _describer(self) -> Describer:
        return Describer(self.gatherer, self._read, self._uniter, self.language, self.keeper)

    @cached_property
    def keeper(self) -> Memory | None:
        """What keeps descriptions, if any are to be kept."""
        return Kept(self.memory) if self.memory else None

    @cached_property
    def _uniter(self) -> Uniter:
        return Uniter(self.identity, self.names, linked=self.unifier is not None)

    @cached_property
    def unifier(self) -> Unifier | None:
        """What follows links from thing to thing; nothing does so in a graph elsewhere."""
        apart = kept_apart(self.names, self.schema)
        return Unifier(self.store, apart) if isinstance(self.store, OxigraphStore) else None

    @cached_property
    def aligner(self) -> Aligner:
        """What tells which properties ask the same question."""
        words = (one.iri for one in self._schema.properties.values() if one.role is not None)
        ours = () if self.ontology is None else (self._gathering(self.ontology),)
        return Aligner((*ours, self.gatherer), frozenset(words))

    @cached_property
    def _widener(self) -> Widener:
        return Widener(self._schema, Climber(self.gatherer))

    @cached_property
    def _wholes(self) -> Climber:
        return Climber(self.gatherer, wholes=True)

    @cached_property
    def gatherer(self) -> Gatherer:
        """What gathers the triples around things."""
        return self._gathering(self.store)

    def _gathering(self, store: GraphStore) -> Gatherer:
        if isinstance(store, OxigraphStore):
            return LookupGatherer(store, self.shapes, self.labels, self.graphs)
        sister = self.sister if store is self.store else None
        return QueryGatherer(store, self.catalogue, self.shapes, self.graphs, sister, self._failed)

    @cached_property
    def _schema(self) -> Schema:
        ours = (self.ontology or self.store, self.catalogue, self.language)
        names = (self if self.ontology is None else Reader(*ours)).names
        schema = ontology.read_schema(self._know, names, self.language)
        return ontology.aligned_schema(schema, bundled_alignments())

    def _know(self, name: str, **values: Argument) -> tuple[Binding, ...]:
        """Ask the ontology, wherever it is."""
        return select(self.ontology or self.store, self.catalogue[name].bind(**values))
