"""Asks the saved questions and returns nouns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tertium.errors import UnknownEntityError
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.lexicon import Lexicon
from tertium.model.schema import Schema
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Term
from tertium.queries.catalogue import Catalogue
from tertium.queries.parameters import Argument
from tertium.queries.reading import schema as ontology
from tertium.queries.reading.columns import grouped, iris_in
from tertium.queries.reading.counts import read_statistics
from tertium.queries.reading.descriptions import read_description
from tertium.queries.reading.names import NO_NAMES, Names, read_names
from tertium.queries.reading.statements import Rows, Vocabulary, read_statements, things_in
from tertium.store.protocol import Binding, GraphStore, select

__all__ = ["Reader"]


@dataclass(frozen=True)
class Reader:
    """Reads a graph in one language, with a handful of queries for any number of entities.

    The ontology is read once and kept: make another reader when the graph has changed.
    """

    store: GraphStore
    catalogue: Catalogue
    language: str = "en"

    def schema(self) -> Schema:
        """Return what the ontology says of properties and classes."""
        return self._schema

    def statistics(self) -> Statistics:
        """Return how common properties and values are in the whole graph."""
        return read_statistics(
            self._ask("statistics/class-sizes"),
            self._ask("statistics/property-frequency"),
            self._ask("statistics/value-frequency"),
        )

    def lexicon(self) -> Lexicon:
        """Return how properties are said."""
        tags = dict.fromkeys((self.language, self.language.partition("-")[0], "en"))
        rows = self._ask("ontology/verb-frames", language=tags)
        return ontology.read_lexicon(rows, self.language)

    def hierarchy(self, iris: Iterable[Iri]) -> Hierarchy:
        """Return what is broader than these things, however far."""
        wanted = tuple(dict.fromkeys(iris))
        rows = self._ask("ontology/broader", entity=wanted) if wanted else ()
        return ontology.read_hierarchy(rows, self.names(iris_in(rows, "broader")))

    def names(self, iris: Iterable[Iri]) -> Names:
        """Return what things are called."""
        wanted = tuple(dict.fromkeys(iris))
        if not wanted:
            return NO_NAMES
        return read_names(self._ask("labels/labels", thing=wanted), self.language)

    def statements(self, iris: Iterable[Iri]) -> tuple[Statement, ...]:
        """Return what the graph states of entities, known or not, in the order given."""
        wanted = tuple(dict.fromkeys(iris))
        if not wanted:
            return ()
        stated, _ = self._stated(wanted)
        return tuple(statement for iri in wanted for statement in stated.get(iri, ()))

    def descriptions(self, iris: Iterable[Iri]) -> tuple[Description, ...]:
        """Return all that the graph states of entities, in the order given.

        Raises:
            UnknownEntityError: when the graph has neither a label nor a statement of one.

        """
        wanted = tuple(dict.fromkeys(iris))
        if not wanted:
            return ()
        statements, names = self._stated(wanted)
        cards = grouped(self._ask("labels/cards", entity=wanted), "entity")
        for iri in wanted:
            if iri not in names.labelled and iri not in statements:
                raise UnknownEntityError(iri)
        return tuple(
            read_description(
                names.entity(iri),
                statements.get(iri, ()),
                card=cards.get(iri, ()),
                language=self.language,
            )
            for iri in wanted
        )

    def _stated(
        self, wanted: tuple[Iri, ...]
    ) -> tuple[Mapping[Term, tuple[Statement, ...]], Names]:
        rows = self._rows(wanted)
        names = self.names((*wanted, *things_in(rows)))
        return read_statements(rows, Vocabulary(self._schema.properties, names)), names

    def _rows(self, wanted: tuple[Iri, ...]) -> Rows:
        rows = Rows(
            statements=self._ask("statements/statements", entity=wanted),
            qualifiers=self._ask("statements/qualifiers", entity=wanted),
            references=self._ask("statements/references", entity=wanted),
        )
        sources = iris_in(rows.references, "source")
        return (
            replace(rows, sources=self._ask("statements/sources", source=sources))
            if sources
            else rows
        )

    @cached_property
    def _schema(self) -> Schema:
        facets, properties = self._ask("ontology/facets"), self._ask("ontology/properties")
        names = self.names((*iris_in(facets, "facet"), *iris_in(properties, "property")))
        return Schema(
            properties=ontology.read_properties(
                properties,
                self._ask("ontology/domains"),
                facets=ontology.read_facets(facets, names),
                names=names,
            ),
            superclasses=ontology.read_superclasses(self._ask("ontology/superclasses")),
            disjoint=ontology.read_disjoint(self._ask("ontology/disjoint-classes")),
        )

    def _ask(self, name: str, **values: Argument) -> tuple[Binding, ...]:
        return select(self.store, self.catalogue[name].bind(**values))
