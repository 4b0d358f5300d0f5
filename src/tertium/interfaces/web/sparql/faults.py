"""What is wrong with a query, without any of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.problems import KINDS, Problem
from tertium.queries.prefixes import with_prefixes

if TYPE_CHECKING:
    from tertium.errors import BadQueryError

__all__ = ["fault"]

_PLACE: Final = re.compile(r"error at (\d+):(\d+)")
_WORDS: Final = re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+){2,12}")
"""What an engine says in words of its own: no sign that a query could have."""
_UNFINISHED: Final = "it breaks off"


def fault(error: BadQueryError, asked: str) -> Problem:
    """Return where a query breaks off, and why as far as the engine has words for that.

    The engine was given more than was asked: prefixes before it, a bound behind it.
    """
    place = _PLACE.search(error.problem)
    words = _WORDS.search(error.problem, place.end() if place else 0)
    told = words[0] if words else ""
    if place is None:
        return Problem(kind=KINDS["bad-query"], detail=told)
    line, column = int(place[1]), int(place[2])
    column -= len(with_prefixes(asked)) - len(asked) if line == 1 else 0
    end = _end(asked)
    if (line, column) >= end:
        (line, column), told = end, _UNFINISHED
    return Problem(
        kind=KINDS["bad-query"],
        detail=": ".join(filter(None, (f"line {line}, column {column}", told))),
        more={"line": line, "column": column},
    )


def _end(text: str) -> tuple[int, int]:
    """Return the line and the column behind a text, as engines count them."""
    lines = text.rstrip().split("\n")
    return len(lines), len(lines[-1]) + 1
