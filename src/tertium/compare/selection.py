"""Which rows a reader sees, and in which order."""

from collections.abc import Iterable

from tertium.errors import UnknownRowError
from tertium.model.comparison import Row
from tertium.model.terms import Iri
from tertium.model.verdict import View

__all__ = ["in_order", "select"]


def select(
    rows: Iterable[Row],
    *,
    view: View = View.ALL,
    facet: str | None = None,
    limit: int | None = None,
) -> tuple[Row, ...]:
    """Return the rows of a view and a facet, the `limit` most salient ones, in order.

    `facet` is a label, in upper or lower case, or an IRI.

    Raises:
        UnknownRowError: when no row at all is of this facet.

    """
    of_facet = tuple(rows) if facet is None else _of_facet(rows, facet)
    kept = (row for row in of_facet if row.relation in view.relations)
    return in_order(sorted(kept, key=_merit)[:limit])


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows by facet, the most salient first, then by property order and IRI."""
    return tuple(sorted(rows, key=lambda row: (row.facet.order, row.facet.iri, *_merit(row))))


def _of_facet(rows: Iterable[Row], name: str) -> tuple[Row, ...]:
    wanted = name.casefold()
    names = ((row, (row.facet.label, row.facet.iri)) for row in rows)
    found = tuple(row for row, known in names if wanted in map(str.casefold, known))
    if not found:
        raise UnknownRowError(name)
    return found


def _merit(row: Row) -> tuple[float, int, Iri]:
    return (-row.salience, row.predicate.order, row.predicate.iri)
