"""The rows that a reader wants to see, with an account of those left out."""

from collections import Counter
from collections.abc import Sequence

from tertium.compare.kinds import is_comparable
from tertium.compare.selection import select
from tertium.model.comparison import Row
from tertium.model.selection import Offers, Selection
from tertium.model.verdict import View

__all__ = ["choose", "comparable_first", "offered"]


def choose(
    rows: Sequence[Row],
    *,
    view: View = View.ALL,
    facet: str | None = None,
    limit: int | None = None,
) -> tuple[tuple[Row, ...], Selection]:
    """Return the most salient rows of a view and a facet, in order, and what was left out.

    Raises:
        UnknownRowError: when no row at all is of this facet.

    """
    of_facet = select(rows, facet=facet)
    of_view = select(of_facet, view=view)
    shown = select(of_view, limit=limit)
    return shown, Selection(
        facet="" if facet is None else of_facet[0].facet.label,
        view=view,
        outside_facet=len(rows) - len(of_facet),
        outside_view=len(of_facet) - len(of_view),
        beyond_limit=len(of_view) - len(shown),
    )


def comparable_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with a value for every comparand before the others, else as they were."""
    return tuple(sorted(rows, key=lambda row: not is_comparable(row)))


def offered(rows: Sequence[Row], *, view: View = View.ALL, facet: str | None = None) -> Offers:
    """Return how many rows of a facet are in each view, and how many of a view in each facet.

    Raises:
        UnknownRowError: when no row at all is of this facet.

    """
    of_facet = select(rows, facet=facet)
    facets = Counter(row.facet for row in select(rows, view=view))
    return Offers(
        views=tuple((one, len(select(of_facet, view=one))) for one in View),
        facets=tuple((one, facets[one]) for one in dict.fromkeys(row.facet for row in rows)),
    )
