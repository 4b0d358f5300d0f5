"""What is said already by something better: a year beside its day, a latitude beside its point."""

from collections.abc import Iterable, Mapping
from typing import Final

from tertium.compare.bearing import degrees
from tertium.compare.time import coincide
from tertium.model.comparison import Row
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value

__all__ = ["folded", "implied"]

_NEAR: Final = 1e-3
"""Degrees within which a number is that of a point, which may be written more coarsely."""


def implied(statements: Iterable[Statement]) -> frozenset[Iri]:
    """Return the statements, by IRI, whose value is part of another's."""
    stated = tuple(statements)
    fuller = tuple(s.value for s in stated if _has_parts(s.value))
    return frozenset(s.iri for s in stated if any(_contains(one, s.value) for one in fuller))


def folded(rows: Iterable[Row]) -> Mapping[Iri, Iri]:
    """Return the properties of rows which another row implies, with the property of that row.

    All values of all comparands must be part of values which the same comparands have there, in
    the same facet. The most salient of several such rows takes it.
    """
    merits = sorted(rows, key=lambda row: (-row.salience, row.predicate.iri))
    fuller = [row for row in merits if any(_has_parts(s.value) for s in row.evidence)]
    found: dict[Iri, Iri] = {}
    for row in merits if fuller else ():
        better = (one for one in fuller if one.facet == row.facet and _implies(one, row))
        into = next(better, None)
        if into is not None:
            found[row.predicate.iri] = into.predicate.iri
    return found


def _implies(fuller: Row, row: Row) -> bool:
    return bool(row.evidence) and all(
        any(_contains(one.value, statement.value) for one in there.statements)
        for here, there in zip(row.cells, fuller.cells, strict=True)
        for statement in here.statements
    )


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
