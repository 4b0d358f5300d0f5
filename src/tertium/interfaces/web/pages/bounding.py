"""Pages cut to so many rows as a browser shows at ease; other forms and facets have the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tertium.api.page import Page

__all__ = ["bounded"]

_ROWS: Final = 500
_CELLS: Final = 6_000


def bounded(page: Page) -> Page:
    """Return the page with its most salient rows, in order, if there are too many; it says so."""
    comparison = page.comparison
    most = min(_ROWS, _CELLS // len(comparison.entities))
    rows, selection = comparison.rows, comparison.selection
    if len(rows) <= most:
        return page
    best = sorted(range(len(rows)), key=lambda place: (-rows[place].salience, place))[:most]
    cut = replace(
        comparison,
        rows=tuple(rows[place] for place in sorted(best)),
        selection=replace(selection, beyond_limit=selection.beyond_limit + len(rows) - most),
    )
    return replace(page, comparison=cut)
