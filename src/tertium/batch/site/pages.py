"""What a site holds of one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.batch.addresses import thing_address, turned_addresses
from tertium.batch.site.filling import fill, way_up
from tertium.model.terms import Iri
from tertium.render.composing import compose
from tertium.render.layout import ACCOUNTS
from tertium.render.panels import connections_panel, timeline_panel
from tertium.render.schema_org import abstract, schema_org

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.api.page import Page
    from tertium.batch.outcomes import Entry
    from tertium.batch.site.about import Site

__all__ = ["page_files"]

_FORMS: Final = (
    ("json", "application/json", "JSON"),
    ("ttl", "text/turtle", "Turtle"),
)
"""The other forms of a page: suffix, media type, and what they are called."""


def page_files(page: Page, entry: Entry, document: str, *, site: Site) -> Mapping[str, bytes]:
    """Return the files of a page by their path below the site's root.

    They are the page itself, its other forms, and what leads there from the other order.
    """
    return {
        f"{entry.address}.html": _html(page, entry, site),
        f"{entry.address}.json": f"{document}\n".encode("utf-8", "surrogatepass"),
        f"{entry.address}.ttl": page.render("turtle").encode(),
        **dict(_redirects(entry, site)),
    }


def _redirects(entry: Entry, site: Site) -> Iterator[tuple[str, bytes]]:
    path = f"{entry.address}.html"
    for turned in turned_addresses(tuple(map(Iri, entry.iris))):
        told = {"title": entry.title, "target": way_up(f"{turned}.html") + path}
        values = {**told, "whole": site.whole(path)}
        yield f"{turned}.html", fill("turned.html", site, f"{turned}.html", **values)


def _html(page: Page, entry: Entry, site: Site) -> bytes:
    comparison, path = page.comparison, f"{entry.address}.html"
    layout, canonical = compose(comparison, page.narrative), site.whole(path)
    name = entry.address.rpartition("/")[2]
    return fill(
        "comparison.html",
        site,
        path,
        page=layout,
        language=layout.language,
        accounts=ACCOUNTS,
        canonical=canonical,
        description=abstract(layout.summary),
        schema_org=schema_org(comparison, layout, address=canonical),
        timeline=timeline_panel(comparison, page.narrative),
        connections=connections_panel(comparison),
        forms=tuple((f"{name}.{suffix}", kind, label) for suffix, kind, label in _FORMS),
        things=tuple(
            (label, f"{thing_address(Iri(iri))}.html")
            for iri, label in zip(entry.iris, entry.labels, strict=True)
        ),
    )
