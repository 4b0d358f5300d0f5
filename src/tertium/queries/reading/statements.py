"""Rows as statements, with their qualifiers and references."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.model.dates import Date
from tertium.model.schema import Property
from tertium.model.statement import Qualifier, Rank, Reference, Statement
from tertium.model.terms import Iri, Term
from tertium.queries.reading.columns import grouped, iri_in, iris_in, text_in
from tertium.queries.reading.names import Names
from tertium.queries.reading.qualifiers import in_order, settled
from tertium.queries.reading.references import read_references
from tertium.queries.reading.values import value_of
from tertium.store.protocol import Binding

__all__ = ["Rows", "Vocabulary", "read_statements", "things_in"]

_RANKS: Final = tuple(Rank)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a graph answers about the statements of some entities."""

    statements: Sequence[Binding]
    qualifiers: Sequence[Binding]
    references: Sequence[Binding]
    sources: Sequence[Binding] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What predicates and things are called."""

    properties: Mapping[Iri, Property]
    names: Names

    def property(self, iri: Iri) -> Property:
        """Return a predicate; outside the ontology it is known by its label alone."""
        return self.properties.get(iri) or Property(iri=iri, label=self.names.entity(iri).label)


def things_in(rows: Rows) -> tuple[Iri, ...]:
    """Return all that must have a name: entities, predicates, values, sources."""
    columns = (
        *((rows.statements, column) for column in ("entity", "predicate", "object")),
        *((rows.qualifiers, column) for column in ("predicate", "value")),
        (rows.references, "source"),
    )
    return tuple(dict.fromkeys(iri for kind, column in columns for iri in iris_in(kind, column)))


def read_statements(rows: Rows, vocabulary: Vocabulary) -> Mapping[Term, tuple[Statement, ...]]:
    """Return the statements of each entity, in their order.

    The order is that of the properties, then rank, then date, then IRI.
    """
    qualifiers = grouped(rows.qualifiers, "statement")
    references = read_references(rows.references, rows.sources, vocabulary.names)
    return {
        entity: tuple(
            sorted(
                (
                    _statement(
                        row,
                        _qualifiers(qualifiers.get(row["statement"], ()), vocabulary),
                        references=references.get(row["statement"], ()),
                        vocabulary=vocabulary,
                    )
                    for row in group
                ),
                key=_place,
            )
        )
        for entity, group in grouped(rows.statements, "entity").items()
    }


def _statement(
    row: Binding,
    qualifiers: tuple[Qualifier, ...],
    *,
    references: tuple[Reference, ...],
    vocabulary: Vocabulary,
) -> Statement:
    value, left = settled(value_of(row["object"], vocabulary.names), qualifiers)
    return Statement(
        iri=iri_in(row, "statement"),
        subject=iri_in(row, "entity"),
        predicate=vocabulary.property(iri_in(row, "predicate")),
        value=value,
        term=row["object"],
        rank=_rank(text_in(row, "rank")),
        qualifiers=left,
        references=references,
    )


def _qualifiers(rows: Sequence[Binding], vocabulary: Vocabulary) -> tuple[Qualifier, ...]:
    return in_order(
        Qualifier(
            predicate=vocabulary.property(iri_in(row, "predicate")),
            value=value_of(row["value"], vocabulary.names),
            term=row["value"],
        )
        for row in rows
    )


def _rank(iri: str) -> Rank:
    last = iri.rpartition("#")[2]
    return next((rank for rank in Rank if rank.value == last), Rank.NORMAL)


def _place(statement: Statement) -> tuple[object, ...]:
    predicate, date = statement.predicate, statement.interval.start
    date = statement.value if isinstance(statement.value, Date) else date
    return (
        *(predicate.facet.order, predicate.order, predicate.label, predicate.iri),
        _RANKS.index(statement.rank),
        (date is None, date.key if date else ()),
        statement.iri,
    )
