"""Answers of workers as they are sent."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from tertium.interfaces.web.sparql.truncation import TRUNCATED, header, marked
from tertium.render.spreadsheet import disarmed

if TYPE_CHECKING:
    from tertium.interfaces.web.sparql.formats import Liking
    from tertium.workers import Answered

__all__ = ["EXPOSED", "sent", "sent_to_spreadsheet"]

EXPOSED: Final = {"Access-Control-Expose-Headers": f"ETag, {TRUNCATED}"}
"""What pages of other sites may read of an answer besides its body."""


def sent(answered: Answered, liking: Liking, about: str) -> Response:
    """Return an answer, under the name by which its format was asked for.

    `about` is where the limits are told.
    """
    return Response(
        marked(answered, about),
        media_type=liking.name_of(answered.media_type),
        headers={**EXPOSED, **header(answered)},
    )


async def sent_to_spreadsheet(answered: Answered) -> Response:
    """Return an answer in CSV of which no cell starts a formula."""
    body = await run_in_threadpool(_disarmed, answered.body.decode())
    name = 'attachment; filename="answer.csv"'
    headers = {**EXPOSED, **header(answered), "Content-Disposition": name}
    return Response(body, media_type=answered.media_type, headers=headers)


def _disarmed(text: str) -> str:
    safe = StringIO()
    rows = csv.reader(StringIO(text, newline=""))
    csv.writer(safe).writerows(disarmed(tuple(row)) for row in rows)
    return safe.getvalue()
