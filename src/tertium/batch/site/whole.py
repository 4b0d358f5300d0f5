"""What a site holds besides its pages."""

from __future__ import annotations

from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Final

from tertium.batch.site.filling import fill
from tertium.batch.site.indexing import index_files, thing_files
from tertium.batch.site.listing import Listing, listed
from tertium.batch.site.outlines import outline_files
from tertium.batch.site.searching import search_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tertium.batch.outcomes import Entry
    from tertium.batch.site.about import Site

__all__ = ["site_files"]

_STYLES: Final = (
    ("tertium.render", "templates/page.css"),
    ("tertium.render", "templates/pictures.css"),
    ("tertium.batch.site", "static/site.css"),
)
_SOURCES: Final = 500
"""So many sources are named on one page: those cited most."""


def site_files(entries: Iterable[Entry], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site besides those of its pages: path below its root, content.

    Each path comes once. The entries are read once, in the order of their numbers; where two have
    one address, the first stands for both.
    """
    listing = listed(entries)
    yield from chain(
        index_files(listing, site),
        thing_files(listing, site),
        search_files(listing),
        outline_files(listing, site),
        _explanations(listing, site),
        _assets(),
    )


def _explanations(listing: Listing, site: Site) -> Iterator[tuple[str, bytes]]:
    ranked = sorted(listing.sources.items(), key=lambda one: (-one[1], one[0]))
    values: dict[str, object] = {
        "title": "How this was made",
        "pages": len(listing.pages),
        "failures": tuple(sorted(site.failures.items())),
        "sources": [(*source, count) for source, count in ranked[:_SOURCES]],
        "unnamed": max(0, len(ranked) - _SOURCES),
        "dated": bool(site.updated or any(entry.modified for entry in listing.news)),
    }
    yield "_why/index.html", fill("why.html", site, "_why/index.html", **values)
    yield "404.html", fill("missing.html", site, "404.html")


def _assets() -> Iterator[tuple[str, bytes]]:
    icon = files("tertium.render") / "templates" / "icon.svg"
    yield "assets/icon.svg", icon.read_bytes()
    script = files("tertium.batch.site") / "static" / "search.js"
    yield "assets/search.js", script.read_bytes()
    styles = ((files(package) / name).read_bytes() for package, name in _STYLES)
    yield "assets/style.css", b"".join(styles)
