"""What is stated, in terms, as statements with values, qualifiers and references."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tertium.model.dates import Date
from tertium.model.statement import Qualifier, Rank, Statement
from tertium.model.terms import XSD, BlankNode, Iri, Literal, Term
from tertium.model.values import Quantity, Value
from tertium.queries.reading.dates import guessed
from tertium.queries.reading.names import Names
from tertium.queries.reading.properties import Vocabulary
from tertium.queries.reading.qualifiers import in_order, settled, unit_in
from tertium.queries.reading.references import read_references, sources_in
from tertium.queries.reading.values import full_value, unit_of, value_of
from tertium.queries.shapes.stated import NOTHING, SOMETHING, Stated
from tertium.store.surroundings import Surroundings

__all__ = ["read_statements", "things_in", "units_in"]

_RANKS: Final = tuple(Rank)
_DATE_TIME: Final = XSD + "dateTime"


def things_in(stated: Iterable[Stated], around: Surroundings) -> tuple[Iri, ...]:
    """Return all that must have a name: entities, predicates, values, units, sources."""
    found: dict[Term, None] = {}
    for one in stated:
        found[one.subject] = found[one.predicate] = found[one.term] = None
        for part in one.qualifiers:
            found[part.predicate] = found[part.term] = None
        found.update((iri, None) for iri in units_in((one,), around))
        found.update((iri, None) for iri in sources_in(one.references, around))
    unnamed = (NOTHING, SOMETHING)
    return tuple(
        term for term in found if not isinstance(term, BlankNode | Literal) and term not in unnamed
    )


def units_in(stated: Iterable[Stated], around: Surroundings) -> tuple[Iri, ...]:
    """Return the units of all quantities."""
    found: dict[Iri, None] = {}
    for one in stated:
        for node in (one.node, *(part.node for part in one.qualifiers)):
            unit = unit_of(dict(around.arcs(node))) if node is not None else None
            if unit is not None:
                found[unit] = None
        named = (unit_in(part.predicate, part.term) for part in one.qualifiers)
        found.update((unit, None) for unit in named if unit is not None)
    return tuple(found)


def read_statements(
    stated: Iterable[Stated], around: Surroundings, vocabulary: Vocabulary
) -> Mapping[Iri, tuple[Statement, ...]]:
    """Return the statements of each entity, in their order.

    The order is that of the properties, then rank, then date, then IRI.
    """
    reading = _Reading(around, vocabulary, vocabulary.names)
    found: dict[Iri, list[Statement]] = {}
    for one in stated:
        found.setdefault(one.subject, []).append(reading.statement(one))
    return {entity: tuple(sorted(group, key=_place)) for entity, group in found.items()}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What turns terms into values."""

    around: Surroundings
    vocabulary: Vocabulary
    names: Names

    def statement(self, one: Stated) -> Statement:
        value = self._value(one.predicate, one.term, one.node)
        value, left = settled(value, in_order(self._qualifiers(one)))
        value = self._scaled(value)
        return Statement(
            iri=one.iri,
            subject=one.subject,
            predicate=self.vocabulary.property(one.predicate, value),
            value=value,
            term=one.term,
            rank=one.rank,
            qualifiers=left,
            references=read_references(one.references, self.around, self.names),
            triples=one.triples,
        )

    def _qualifiers(self, one: Stated) -> Iterator[Qualifier]:
        for part in one.qualifiers:
            value = self._value(part.predicate, part.term, part.node)
            predicate = self.vocabulary.qualifier(part.predicate, value)
            yield Qualifier(predicate=predicate, value=value, term=part.term)

    def _scaled(self, value: Value) -> Value:
        """Return a quantity with what is known of its unit; any other value as it is."""
        unit = value.unit if isinstance(value, Quantity) else None
        scale = self.vocabulary.units.get(unit) if unit else None
        if not isinstance(value, Quantity) or unit is None or scale is None:
            return value
        named = self.names[unit].labelled or not scale.symbol
        return replace(value, scale=scale, unit_label=value.unit_label if named else scale.symbol)

    def _value(self, predicate: Iri, term: Term, node: Term | None) -> Value:
        value = value_of(term, predicate, self.names)
        if node is not None:
            return full_value(value, node, around=self.around, names=self.names)
        bare = isinstance(term, Literal) and term.datatype == _DATE_TIME
        return guessed(value) if bare and isinstance(value, Date) else value


def _place(statement: Statement) -> tuple[object, ...]:
    predicate, date = statement.predicate, statement.interval.start
    date = statement.value if isinstance(statement.value, Date) else date
    return (
        *(predicate.facet.order, predicate.order, predicate.label, predicate.iri),
        _RANKS.index(statement.rank),
        (date is None, date.key if date else ()),
        statement.iri,
    )
