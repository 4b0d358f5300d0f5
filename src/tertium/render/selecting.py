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
    View.DIFFERENCES: "with a difference",
    View.SHARED: "with something in common",
    View.MISSING: "with something not recorded",
}
_LEFT: Final = {
    View.DIFFERENCES: "without a difference",
    View.SHARED: "with nothing in common",
    View.MISSING: "with nothing missing",
}


def say_selection(comparison: Comparison) -> str:
    """Return what is shown and hidden, and what the sentences cover; empty if nothing is hidden."""
    selection = comparison.selection
    if not selection.hidden:
        return ""
    shown, total = len(comparison.rows), comparison.rows_total
    kept = "".join(_kept(selection))
    rows = "row" if total == 1 else "rows"
    table = (
        f"The table shows {shown:,} of {total:,} {rows}{':' if kept else ''}{kept}"
        if shown
        else f"Of the {total:,} {rows} there is none{kept}"
    )
    hidden = say_list(tuple(_hidden(selection)))
    return f"{table}; hidden: {hidden}. {_covered(selection)}"


def _kept(selection: Selection) -> Iterator[str]:
    if selection.view is not View.ALL:
        yield f" {_KEPT[selection.view]}"
    if selection.facet:
        yield f" in the facet \u201c{visible(selection.facet)}\u201d"


def _hidden(selection: Selection) -> Iterator[str]:
    if selection.outside_facet:
        yield f"{selection.outside_facet:,} of other facets"
    if selection.outside_view:
        yield f"{selection.outside_view:,} {_LEFT[selection.view]}"
    if selection.beyond_limit:
        yield f"{selection.beyond_limit:,} less telling"


def _covered(selection: Selection) -> str:
    if selection.facet:
        return "The summary covers all rows, the sections those of the facet."
    return "The summary and the sections cover all rows."
