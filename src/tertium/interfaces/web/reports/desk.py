"""The desk at which reports are handed in."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

from tertium.api.reporting import reported
from tertium.errors import BadRequestError, NotKeptError, TooManyReportsError
from tertium.interfaces.web.negotiation import ranked
from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.problems import problem_of
from tertium.interfaces.web.reports.asking import JSON, LONGEST, Asked, read
from tertium.interfaces.web.reports.trust import Stamp, check_origin, sender_of
from tertium.model.report import ReportKind, ReportState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.interfaces.web.site import Site
    from tertium.model.report import Report, Reported
    from tertium.store.reports import ReportBook

__all__ = ["PATH", "Desk"]

PATH: Final = "/report"
_KINDS: Final[Mapping[ReportKind, str]] = {
    ReportKind.WRONG: "It is wrong",
    ReportKind.OUTDATED: "It is out of date",
    ReportKind.UNSOURCED: "It has no source, or its source does not say so",
    ReportKind.MISLEADING: "Its wording misleads",
    ReportKind.HARMFUL: "It harms somebody, or should not be public",
    ReportKind.OTHER: "Something else",
}
_STATES: Final[Mapping[ReportState, str]] = {
    ReportState.OPEN: "It was received. Nobody has decided about it yet.",
    ReportState.ACCEPTED: "It was accepted: there is a problem, and it is to be mended.",
    ReportState.REJECTED: "It was looked at, and nothing is to be changed.",
}
_TYING: Final = ("statement", "page")
"""The fields which tie a report to a statement; readers do not fill them in."""
_LATE: Final = "The form was open for a long time: please send it again."
_PRIVATE: Final = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Takes reports on what a site states, and tells what became of them."""

    site: Site
    book: ReportBook
    clock: Callable[[], float] = time.time

    async def show(self, request: Request) -> Response:
        """Show the form."""
        asked = Asked.of(request.query_params.items())
        _refuse(asked.problems(), _TYING)
        return await self._form(_Form(asked, await self._about(asked)))

    async def take(self, request: Request) -> Response:
        """Keep a report; a form that is not filled in well is shown again."""
        check_origin(request, self.site.settings.address)
        asked = await read(request)
        wrong = asked.problems()
        _refuse(wrong, _TYING if asked.is_form else wrong)
        about = await self._about(asked)
        if asked.is_form and not (await self._stamp()).is_good(asked.token, asked.statement):
            wrong = {**wrong, "token": _LATE}
        if wrong:
            return await self._form(_Form(asked, about, wrong))
        try:
            return await self._kept(asked, about, sender_of(request))
        except (NotKeptError, TooManyReportsError) as error:
            if not asked.is_form:
                raise
            return await self._form(_Form(asked, about, error=error))

    async def tell(self, request: Request) -> Response:
        """Tell what became of a report, and nothing of what it says."""
        report = await run_in_threadpool(self.book.find, request.path_params["identifier"])
        liked = ranked(request.headers.get("accept", ""), ("text/html", JSON))
        if liked[:1] == (JSON,):
            return _told(report)
        info = await self.site.ask(lambda graph: graph.info)
        page = fill("reported.html", info, report=report, state=_STATES[report.state])
        return HTMLResponse(page, headers=_PRIVATE)

    async def _kept(self, asked: Asked, about: Reported, sender: str) -> Response:
        report = await run_in_threadpool(self.book.keep, asked.complaint(about), sender)
        where = f"{PATH}/{report.identifier}"
        if asked.is_form:
            return RedirectResponse(where, HTTPStatus.SEE_OTHER)
        return _told(report, HTTPStatus.CREATED, {"Location": where})

    async def _about(self, asked: Asked) -> Reported:
        return await self.site.ask(
            lambda graph: reported(graph, asked.statement, asked.entities, page=asked.page)
        )

    async def _stamp(self) -> Stamp:
        return Stamp(await run_in_threadpool(self.book.secret), self.clock)

    async def _form(self, form: _Form) -> Response:
        asked = form.asked
        page = fill(
            "report.html",
            await self.site.ask(lambda graph: graph.info),
            about=form.about,
            asked=asked,
            wrong=form.wrong,
            sorry=form.sorry,
            kinds={kind.value: label for kind, label in _KINDS.items()},
            longest=LONGEST,
            stamp=(await self._stamp()).on(asked.statement),
        )
        return HTMLResponse(page, form.status, headers=_PRIVATE)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form as it is shown: filled in as far as it was, with what is wrong with it."""

    asked: Asked
    about: Reported
    wrong: Mapping[str, str] = field(default_factory=dict)
    error: NotKeptError | TooManyReportsError | None = None

    @property
    def sorry(self) -> str:
        """Why it could not be taken, although nothing is wrong with it."""
        if self.error is None:
            return self.wrong.get("token", "")
        problem = problem_of(self.error)
        return problem.detail or problem.kind.meaning

    @property
    def status(self) -> HTTPStatus:
        """The status of the page."""
        if self.error is not None:
            return problem_of(self.error).kind.status
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.wrong else HTTPStatus.OK


def _refuse(wrong: Mapping[str, str], names: Iterable[str]) -> None:
    for name in names:
        if name in wrong:
            raise BadRequestError(place=name, problem=wrong[name])


def _told(
    report: Report, status: HTTPStatus = HTTPStatus.OK, headers: Mapping[str, str] | None = None
) -> Response:
    document = {
        "id": report.identifier,
        "state": report.state.value,
        "received": report.created,
        "decided": report.decided or None,
    }
    return JSONResponse(document, status, headers={**_PRIVATE, **(headers or {})})
