"""Pairs which a query answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.batch.pairing.sources import apart
from tertium.errors import BadQueryError
from tertium.model.terms import BlankNode, Literal
from tertium.store.protocol import Solutions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api import KnowledgeGraph
    from tertium.batch.pairing.sources import Asked
    from tertium.model.terms import Term
    from tertium.queries.catalogue import Query

__all__ = ["OfQuery"]


@dataclass(frozen=True, slots=True)
class OfQuery:
    """The rows of a SELECT, a saved one by its name or a text: what each has is compared."""

    query: str | Query

    @property
    def asked(self) -> Asked:
        """The query."""
        return {"query": self.query if isinstance(self.query, str) else self.query.text}

    def named(self, graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
        """Yield what each row of the answer has, once.

        Raises:
            BadQueryError: when it is no SELECT.
            UnknownQueryError: when a single word names no saved query.

        """
        answer = graph.query(self.query)
        if not isinstance(answer, Solutions):
            problem = "a SELECT is needed, whose columns are what is compared"
            raise BadQueryError(problem)
        columns = answer.variables
        rows = ([_name(row[one]) for one in columns if one in row] for row in answer.rows)
        return apart(rows, graph)


def _name(term: Term) -> str:
    """Return what names a thing in an answer; a node without a name names nothing."""
    if isinstance(term, Literal):
        return term.lexical
    return f"_:{term.label}" if isinstance(term, BlankNode) else term
