"""A query that answers at most so many rows, and one that tells whether there are more.

The bound is put where the query's own would stand: an inner query would forget its order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from typing import Final

from tertium.queries.gate.placing import Placed, placed
from tertium.queries.tokens import Kind

__all__ = ["Capped", "capped", "chooses_graphs"]

_BOUNDS: Final = ("LIMIT", "OFFSET")
_DIGITS: Final = 18
_ENDLESS: Final = 10**_DIGITS


@dataclass(frozen=True, slots=True)
class Capped:
    """A query with a bound; `beyond` has a row exactly when more rows were left out by it."""

    sparql: str
    beyond: str = ""


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound that a query states: how many rows, and where that stands in the text."""

    rows: int
    start: int
    end: int


def capped(sparql: str, most: int) -> Capped:
    """Return a SELECT with a bound of rows, and any other text as it is.

    >>> capped("SELECT * { ?s ?p ?o } OFFSET 5", 100).sparql.split()[-4:]
    ['LIMIT', '100', 'OFFSET', '5']
    >>> capped("SELECT * { ?s ?p ?o } LIMIT 7", 100)
    Capped(sparql='SELECT * { ?s ?p ?o } LIMIT 7', beyond='')
    """
    outer = [one for one in placed(sparql) if one.depth == 0]
    if _form(outer) != "SELECT":
        return Capped(sparql)
    tail = _tail(outer)
    bounds = _bounds(tail)
    if "LIMIT" in bounds and bounds["LIMIT"].rows <= most:
        return Capped(sparql)
    offset = bounds["OFFSET"].rows if "OFFSET" in bounds else 0
    stated = tuple(bounds.values())
    return Capped(
        _bounded(sparql, tail, stated, text=f"LIMIT {most} OFFSET {offset}"),
        _bounded(sparql, tail, stated, text=f"LIMIT 1 OFFSET {offset + most}"),
    )


def chooses_graphs(sparql: str) -> bool:
    """Return whether a query says itself, by FROM, of which graphs it asks."""
    return any(one.depth == 0 and _word(one) in {"FROM", "FROMNAMED"} for one in placed(sparql))


def _form(outer: Sequence[Placed]) -> str:
    """Return the first keyword after the prologue."""
    words = (_word(one) for one in outer if one.token.kind is Kind.WORD)
    return next((word for word in words if word not in {"BASE", "PREFIX"}), "")


def _word(one: Placed) -> str:
    return one.token.text.upper() if one.token.kind is Kind.WORD else ""


def _tail(outer: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return what follows the pattern of a query."""
    return tuple(dropwhile(lambda one: one.token.text != "{", outer))[1:]


def _bounds(tail: Sequence[Placed]) -> Mapping[str, _Bound]:
    """Return the bounds by keyword; one that is stated again is left for the engine to see."""
    found = dict[str, _Bound]()
    for keyword, number in pairwise(tail):
        if _word(keyword) in _BOUNDS and number.token.text.isdecimal():
            text, span = number.token.text, (keyword.token.start, number.token.end)
            rows = int(text) if len(text) <= _DIGITS else _ENDLESS
            found.setdefault(_word(keyword), _Bound(rows, *span))
    return found


def _bounded(sparql: str, tail: Sequence[Placed], bounds: Iterable[_Bound], *, text: str) -> str:
    """Return a query with other bounds, before its VALUES; all else is where it was."""
    for bound in bounds:
        sparql = sparql[: bound.start] + " " * (bound.end - bound.start) + sparql[bound.end :]
    at = next((one.token.start for one in tail if _word(one) == "VALUES"), len(sparql))
    return f"{sparql[:at]}\n{text}\n{sparql[at:]}"
