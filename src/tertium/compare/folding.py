"""What is said already by something better: a year beside its day, a latitude beside its point.

A row may also follow from one of a narrower property: who is a father is a parent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tertium.compare.bearing import degrees
from tertium.compare.equality import canonical
from tertium.compare.ladders import encloses
from tertium.compare.time import coincide
from tertium.model.alignment import Alignment
from tertium.model.comparison import Row
from tertium.model.dates import Date
from tertium.model.hierarchy import Hierarchy
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Quantity, Value

__all__ = ["folded", "implied"]

_NEAR: Final = 1e-3
"""Degrees within which a number is that of a point, which may be written more coarsely."""


def implied(statements: Iterable[Statement]) -> frozenset[Iri]:
    """Return the statements, by IRI, whose value is part of another's."""
    stated = tuple(statements)
    fuller = tuple(s.value for s in stated if _has_parts(s.value))
    return frozenset(s.iri for s in stated if any(_contains(one, s.value) for one in fuller))


def folded(
    rows: Iterable[Row],
    *,
    alignment: Alignment | None = None,
    hierarchy: Hierarchy | None = None,
) -> Mapping[Iri, Iri]:
    """Return the properties of rows which another row implies, with the property of that row.

    All values of all comparands must be part of values which the same comparands have there, in
    the same facet; or be those values, or lie above them, where that property is declared narrower.
    The most salient of several such rows takes it, one which no other takes before all others.
    """
    merits = sorted(rows, key=lambda row: (-row.salience, row.predicate.iri))
    known = _Known(alignment or Alignment(), hierarchy or Hierarchy())
    fuller = [row for row in merits if known.may_imply(row)]
    found = {
        row.predicate.iri: [
            one.predicate.iri
            for one in fuller
            if one.facet == row.facet and one is not row and known.implies(one, row)
        ]
        for row in (merits if fuller else ())
    }
    return {
        iri: min(takers, key=lambda taker: bool(found[taker]))
        for iri, takers in found.items()
        if takers
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """What is declared of properties and of values."""

    alignment: Alignment
    hierarchy: Hierarchy

    def may_imply(self, row: Row) -> bool:
        narrow = self.alignment.name(row.predicate.iri) in self.alignment.wider
        return narrow or any(_has_parts(s.value) for s in row.evidence)

    def implies(self, fuller: Row, row: Row) -> bool:
        declared = self._is_narrower(fuller.predicate.iri, row.predicate.iri)
        return bool(row.evidence) and all(
            any(
                _contains(one.value, statement.value)
                or (declared and self._follows(statement.value, one.value))
                for one in there.statements
            )
            for here, there in zip(row.cells, fuller.cells, strict=True)
            for statement in here.statements
        )

    def _is_narrower(self, low: Iri, high: Iri) -> bool:
        names, wider = (self.alignment.name(low), self.alignment.name(high)), self.alignment.wider
        return names[1] in wider.get(names[0], ()) and names[0] not in wider.get(names[1], ())

    def _follows(self, value: Value, finer: Value) -> bool:
        """Return whether a value is another or, as a place or kind, lies above it."""
        if isinstance(value, Entity) and isinstance(finer, Entity):
            return encloses(value, finer, self.hierarchy)
        return canonical(value, {}) == canonical(finer, {})


def _has_parts(value: Value) -> bool:
    return isinstance(value, Date) or bool(degrees(value))


def _contains(fuller: Value, value: Value) -> bool:
    match fuller, value:
        case Date(), Date():
            return fuller.precision > value.precision and coincide(fuller, value)
        case _, Quantity(amount=amount):
            return any(abs(float(amount) - one) < _NEAR for one in degrees(fuller))
        case _:
            return False
