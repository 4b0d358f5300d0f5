"""What else a reader may see, each with its address: no choice is kept but in addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tertium.model.verdict import View

if TYPE_CHECKING:
    from tertium.api.paging import Wanted
    from tertium.interfaces.web.viewing import Viewing
    from tertium.model.comparison import Comparison

__all__ = ["Choice", "facets", "formats", "views"]

_VIEWS: Final = {
    View.ALL: "All",
    View.DIFFERENCES: "Differences",
    View.SHARED: "Shared",
    View.MISSING: "Missing",
}
_FILES: Final = (
    ("HTML, one file", ".html", "text/html"),
    ("JSON", ".json", "application/json"),
    ("Markdown", ".md", "text/markdown"),
    ("Text", ".txt", "text/plain"),
    ("CSV", ".csv", "text/csv"),
    ("TSV", ".tsv", "text/tab-separated-values"),
    ("LaTeX", ".tex", "application/x-tex"),
    ("BibTeX", ".bib", "application/x-bibtex"),
    ("RO-Crate", ".zip", "application/zip"),
)
_TRIPLES: Final = (
    ("Turtle", ".ttl", "text/turtle"),
    ("JSON-LD", ".jsonld", "application/ld+json"),
    ("Data Cube", ".cube.ttl", "text/turtle"),
)
_GRAPHS: Final = (
    ("Turtle", ".ttl", "text/turtle"),
    ("N-Triples", ".nt", "application/n-triples"),
    ("JSON-LD", ".jsonld", "application/ld+json"),
    ("RDF/XML", ".rdf", "application/rdf+xml"),
    ("TriG", ".trig", "application/trig"),
    ("N-Quads", ".nq", "application/n-quads"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to be chosen: what it is called, where it is, whether it is chosen already.

    `count` is how many rows there are; `kind` the media type of what is there, if it is no page.
    """

    label: str
    address: str
    count: int = 0
    chosen: bool = False
    kind: str = ""


def views(viewing: Viewing, comparison: Comparison) -> tuple[Choice, ...]:
    """Return the views of a page, with the number of their rows."""
    return tuple(
        Choice(
            label=_VIEWS[view],
            address=_seen(viewing, replace(viewing.wanted, view=view)),
            count=count,
            chosen=view is viewing.wanted.view,
        )
        for view, count in comparison.offers.views
    )


def facets(viewing: Viewing, comparison: Comparison) -> tuple[Choice, ...]:
    """Return all facets and each of them, with the number of its rows in the view.

    A facet is chosen by its IRI, which is the same in all languages.
    """
    chosen, offered = comparison.selection.facet, comparison.offers.facets
    every = Choice(
        label="All facets",
        address=_seen(viewing, replace(viewing.wanted, facet=None)),
        count=sum(count for _, count in offered),
        chosen=not chosen,
    )
    each = (
        Choice(
            label=facet.label,
            address=_seen(viewing, replace(viewing.wanted, facet=facet.iri)),
            count=count,
            chosen=facet.label == chosen,
        )
        for facet, count in offered
    )
    return (every, *each)


def formats(viewing: Viewing) -> tuple[Choice, ...]:
    """Return the formats in which the page can be had."""
    graphs = _GRAPHS if len(viewing.entities) == 1 else _TRIPLES
    return tuple(
        Choice(label=label, address=viewing.address(suffix), kind=kind)
        for label, suffix, kind in (*_FILES, *graphs)
    )


def _seen(viewing: Viewing, wanted: Wanted) -> str:
    return replace(viewing, wanted=wanted).address()
