"""What came of a query that was asked for a page: a table, or in words why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool

from tertium.errors import TertiumError
from tertium.interfaces.web.pages.answers import Sheet, named, sheet_of
from tertium.interfaces.web.problems import Problem, problem_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tertium.interfaces.web.site import Site
    from tertium.workers import Answered

__all__ = ["Download", "Outcome", "downloads", "outcome_of"]

_ROWS = {"csv": "CSV", "tsv": "TSV", "json": "JSON", "xml": "XML", "spreadsheet": "Spreadsheet"}
_TRIPLES = {"turtle": "Turtle", "ntriples": "N-Triples", "jsonld": "JSON-LD", "rdfxml": "RDF/XML"}


@dataclass(frozen=True, slots=True)
class Download:
    """An answer in a format, and where it is."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A table, or a problem; neither as long as nothing was asked."""

    sheet: Sheet | None = None
    problem: Problem | None = None

    @property
    def status(self) -> HTTPStatus:
        """The status with which the page is sent."""
        return self.problem.kind.status if self.problem else HTTPStatus.OK

    @property
    def words(self) -> str:
        """What came of it, in a sentence."""
        if self.problem is not None:
            return f"{self.problem.kind.title}: {self.problem.detail or self.problem.kind.meaning}"
        return self.sheet.outcome if self.sheet else ""


async def outcome_of(
    site: Site,
    answering: Callable[[], Awaitable[Answered]],
    *,
    told: Callable[[TertiumError], Problem] = problem_of,
) -> Outcome:
    """Return what comes of asking; what goes wrong is told as a problem."""
    try:
        answered = await answering()
        sheet = await run_in_threadpool(sheet_of, answered)
        return Outcome(sheet=await site.ask(partial(named, sheet)))
    except TertiumError as error:
        return Outcome(problem=told(error))


def downloads(sparql: str, outcome: Outcome) -> tuple[Download, ...]:
    """Return the formats in which an answer can be had; none if there is no answer."""
    sheet = outcome.sheet
    if sheet is None:
        return ()
    formats = _TRIPLES if sheet.triples else _ROWS
    return tuple(
        Download(label, f"/sparql?{urlencode({'query': sparql, 'format': name})}")
        for name, label in formats.items()
    )
