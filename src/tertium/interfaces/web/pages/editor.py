"""Where a query is written and run: a field and a form; a script only makes the field better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse

from tertium.interfaces.web.pages.outcomes import Outcome, downloads, outcome_of
from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.problems import problem_of
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.prefixes import PREFIXES, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.responses import Response

    from tertium.errors import TertiumError
    from tertium.interfaces.web.problems import Problem
    from tertium.interfaces.web.site import Site
    from tertium.queries.catalogue import Query
    from tertium.workers import Answered

__all__ = ["FORMATS", "editor_page"]

FORMATS: Final[Mapping[str, str]] = {
    "": "on this page",
    "csv": "CSV",
    "spreadsheet": "CSV for spreadsheets",
    "tsv": "TSV",
    "json": "JSON",
    "xml": "XML",
    "turtle": "Turtle (of CONSTRUCT)",
}
"""How an answer may be had, by the name of its format."""
_ROOMS: Final = ("compare/", "history/")
_FIRST: Final = "compare/shared"


async def editor_page(
    site: Site,
    text: str = "",
    answering: Callable[[], Awaitable[Answered]] | None = None,
    *,
    told: Callable[[TertiumError], Problem] = problem_of,
) -> Response:
    """Return the page with a query in its field, and with what comes of asking it.

    `answering` asks it, for an answer in one of the media types of `answers.ACCEPTED`; without it
    nothing is asked. `told` makes a problem of an error.
    """
    outcome = Outcome() if answering is None else await outcome_of(site, answering, told=told)
    info = await site.ask(lambda graph: graph.info)
    page = fill(
        "editor.html",
        info,
        text=_declared(text or bundled_catalogue()[_FIRST].bind(), outcome),
        given=bool(text),
        outcome=outcome,
        downloads=downloads(text, outcome),
        formats=FORMATS,
        prefixes=PREFIXES,
        examples=_examples(),
    )
    return HTMLResponse(page, status_code=outcome.status)


def _declared(text: str, outcome: Outcome) -> str:
    """Return a query with the prefixes it leaves out, a line each; one with a fault as it is."""
    whole = with_prefixes(text)
    added = whole.removesuffix(text) if outcome.problem is None else ""
    return added.replace("> ", ">\n") + text


def _examples() -> tuple[Query, ...]:
    """Return the saved queries which are worth showing to somebody who begins."""
    return tuple(one for one in bundled_catalogue().values() if one.name.startswith(_ROOMS))
