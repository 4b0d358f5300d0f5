"""What a page rests on, in the few words that a site needs to tell it of all pages together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tertium.render.escaping import visible, web_address
from tertium.render.notes import Notes
from tertium.render.reading import statements_read

if TYPE_CHECKING:
    from tertium.api.page import Page
    from tertium.model.statement import Source

__all__ = ["cited", "modified"]

_DAY: Final = len("2026-11-23")
_HOST: Final = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@]+)", re.IGNORECASE)


def cited(page: Page) -> tuple[tuple[str, str], ...]:
    """Return what a page cites, each with its licence, in order; the licence may be empty.

    What is in the web goes by the name of its host, lest each of its pages be a source.
    """
    notes = Notes.of(statements_read(page.comparison, page.narrative))
    return tuple(sorted({(_name(source), visible(source.licence)) for source in notes.sources}))


def modified(page: Page) -> str:
    """Return the day on which the newest document of a page was fetched; empty if it has none."""
    return max((one.retrieved[:_DAY] for one in page.comparison.graph.fetched), default="")


def _name(source: Source) -> str:
    host = _HOST.match(web_address(source.url))
    return visible(host[1].lower() if host else source.citation)
