"""Which rows a reader sees, and in which order."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from math import fsum
from typing import Final

from tertium.compare.diversity import Candidate, diverse
from tertium.compare.kinds import is_comparable
from tertium.compare.labels import label
from tertium.errors import UnknownRowError
from tertium.model.comparison import Row
from tertium.model.schema import OTHER_FACET, Facet
from tertium.model.terms import Iri
from tertium.model.verdict import View

__all__ = ["in_order", "select"]

_SAME_FACET: Final = 0.9
_SAME_VALUES: Final = 0.5
_Merit = tuple[float, int, Iri]


def select(
    rows: Iterable[Row],
    *,
    view: View = View.ALL,
    facet: str | None = None,
    limit: int | None = None,
) -> tuple[Row, ...]:
    """Return the rows of a view and a facet, in the order given; at most so many of them.

    Where there is a limit, the rows are chosen which together tell most, and none that another
    implies. `facet` is a label, in upper or lower case, or an IRI.

    Raises:
        UnknownRowError: when no row at all is of this facet.

    """
    of_facet = tuple(rows) if facet is None else _of_facet(rows, facet)
    kept = [row for row in of_facet if row.relation in view.relations]
    if limit is None:
        return tuple(kept)
    chosen = {row.predicate.iri for row in islice(_chosen(kept), limit)}
    return tuple(row for row in kept if row.predicate.iri in chosen)


def in_order(rows: Iterable[Row], *, weighed: bool = False) -> tuple[Row, ...]:
    """Return rows by facet, the most salient first, then by property order and IRI.

    Facets stand as the ontology orders them or, `weighed`, the one first whose rows with a value
    for all comparands are together the most salient. A folded row stands right behind the one
    which implies it.
    """
    there = tuple(rows)
    merits = {row.predicate.iri: _merit(row) for row in there}
    facets = _weights(there) if weighed else {}
    return tuple(sorted(there, key=lambda row: (facets.get(row.facet, 0), *_place(row, merits))))


def _place(row: Row, merits: Mapping[Iri, _Merit]) -> tuple[int, Iri, _Merit, bool, _Merit]:
    own = merits[row.predicate.iri]
    into = own if row.folded_into is None else merits.get(row.folded_into, own)
    return (row.facet.order, row.facet.iri, into, into is not own, own)


def _weights(rows: Iterable[Row]) -> Mapping[Facet, float]:
    """Return how much facets weigh, the heaviest least; what is of no facet has no weight."""
    weights: dict[Facet, list[float]] = {}
    for row in rows:
        if is_comparable(row) and row.facet.order < OTHER_FACET.order:
            weights.setdefault(row.facet, []).append(row.salience)
    return {facet: -fsum(found) for facet, found in weights.items()}


def _chosen(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows, the one which adds most to those before it first; folded ones add nothing.

    A second row of a facet counts nine tenths, a third nine tenths of that; one whose values were
    said before counts half.
    """
    return diverse(
        Candidate(
            thing=row,
            merit=row.salience,
            place=(row.predicate.order, row.predicate.iri),
            says={row.facet.iri: _SAME_FACET, _said(row): _SAME_VALUES},
        )
        for row in rows
        if row.folded_into is None
    )


def _said(row: Row) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(label(s.value) for s in cell.statements) for cell in row.cells)


def _of_facet(rows: Iterable[Row], name: str) -> tuple[Row, ...]:
    wanted = name.casefold()
    names = ((row, (row.facet.label, row.facet.iri)) for row in rows)
    found = tuple(row for row, known in names if wanted in map(str.casefold, known))
    if not found:
        raise UnknownRowError(name)
    return found


def _merit(row: Row) -> _Merit:
    return (-row.salience, row.predicate.order, row.predicate.iri)
