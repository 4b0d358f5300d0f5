"""Updates which look for what they change in graphs that somebody names beside the text.

The SPARQL Protocol (2.2) lets a client name them; they stand for USING and USING NAMED.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tertium.errors import BadQueryError
from tertium.queries.gate.placing import Placed, placed
from tertium.queries.tokens import Kind
from tertium.store.terms import checked_iri

__all__ = ["using"]

_CHOOSING: Final = frozenset(("USING", "WITH"))


def using(sparql: str, graphs: Iterable[str], named: Iterable[str]) -> str:
    """Return an update of which each WHERE asks of these graphs.

    Raises:
        BadQueryError: when the update names graphs itself.
        BadTermError: when a name is no IRI.

    """
    clauses = [f"USING <{checked_iri(iri)}>" for iri in graphs]
    clauses += [f"USING NAMED <{checked_iri(iri)}>" for iri in named]
    if not clauses:
        return sparql
    found = placed(sparql)
    outer = [one for one in found if one.depth == 0]
    if any(_word(one) in _CHOOSING for one in outer):
        problem = "the update names its graphs itself, and so does the request"
        raise BadQueryError(problem)
    text, at = "", 0
    for before, one in pairwise(outer):
        if _word(one) == "WHERE":
            inserted = _pattern(sparql, found, one) if _word(before) == "DELETE" else ""
            start = one.token.start
            text, at = f"{text}{sparql[at:start]}{inserted} {' '.join(clauses)} ", start
    return text + sparql[at:]


def _word(one: Placed) -> str:
    return one.token.text.upper() if one.token.kind is Kind.WORD else ""


def _pattern(sparql: str, found: Sequence[Placed], where: Placed) -> str:
    """Return the pattern after a WHERE: in `DELETE WHERE` it says what is deleted, too."""
    after = _after(found, where)
    opening = next(after, None)
    closing = next((one for one in after if one.depth == 1 and one.token.text == "}"), None)
    return sparql[opening.token.start : closing.token.end] if opening and closing else ""


def _after(found: Sequence[Placed], where: Placed) -> Iterator[Placed]:
    yield from found[found.index(where) + 1 :]
