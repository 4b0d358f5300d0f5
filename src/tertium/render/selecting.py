"""Which rows a page shows, and which it hides, in a sentence or two."""

from collections.abc import Iterator
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.selection import Selection
from tertium.model.verdict import View
from tertium.narrate.languages.en.words import say_list
from tertium.render.escaping import visible

__all__ = ["say_selection"]

_KEPT: Final = {
    View.DIFFERENCES: "different or one-sided",
    View.SHARED: "same, overlapping or related",
    View.MISSING: "incomplete",
}


def say_selection(comparison: Comparison) -> str:
    """Return what is shown and hidden, and what the sentences cover; empty if nothing is hidden."""
    selection = comparison.selection
    if not selection.hidden:
        return ""
    shown, total = len(comparison.rows), comparison.rows_total
    kept = _kept(selection)
    rows = "row" if total == 1 else "rows"
    table = (
        f"The table shows {shown:,} of {total:,} {rows}{', those' if kept else ''}{kept}"
        if shown
        else f"Of the {total:,} {rows} there is none{kept}"
    )
    hidden = say_list(tuple(_hidden(selection)))
    return f"{table}; hidden: {hidden}. {_covered(selection)}"


def _kept(selection: Selection) -> str:
    facet = f" in the facet \u201c{visible(selection.facet)}\u201d" if selection.facet else ""
    view = "" if selection.view is View.ALL else f" with the relation {_KEPT[selection.view]}"
    return facet + view


def _hidden(selection: Selection) -> Iterator[str]:
    if selection.outside_facet:
        yield f"{selection.outside_facet:,} of other facets"
    if selection.outside_view:
        yield f"{selection.outside_view:,} with another relation"
    if selection.beyond_limit:
        yield f"{selection.beyond_limit:,} less telling"


def _covered(selection: Selection) -> str:
    if selection.facet or selection.view is not View.ALL:
        return "The summary and the sections cover all rows of this choice."
    return "The summary and the sections cover all rows."
