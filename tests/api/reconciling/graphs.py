"""A graph whose names are linked by looking them up: the linker itself is tested elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.model.link import (
    Candidate,
    Linking,
    LinkOutcome,
    LinkQuery,
    Reason,
    ReasonKind,
)
from tertium.store.sidecar import Nearness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import tertium
    from tertium.model.comparison import GraphInfo
    from tertium.queries.finding import Found
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar


class Linked:
    """A graph to which names are linked when they are spelt as it spells them, but for case."""

    def __init__(self, graph: tertium.KnowledgeGraph) -> None:
        self.graph = graph
        self.reader: Reader = graph.reader
        self.sidecar: Sidecar | None = graph.sidecar
        self.info: GraphInfo = graph.info
        self.asked: list[LinkQuery] = []

    def find(self, text: str, *, limit: int = 10) -> tuple[Found, ...]:
        return self.graph.find(text, limit=limit)

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int = 10) -> Iterator[Linking]:
        for query in queries:
            self.asked.append(query)
            found = self.find(query.text, limit=limit)
            some = [
                one
                for one in found
                if one.nearness in {Nearness.EXACT, Nearness.FOLDED}
                and not (query.types and set(query.types).isdisjoint(one.entity.types))
            ]
            yield linking(query, some)


def linking(query: LinkQuery, found: Iterable[Found]) -> Linking:
    candidates = tuple(
        Candidate(
            entity=one.entity,
            description=one.description,
            matched=one.matched,
            score=one.score,
            reasons=(
                Reason(ReasonKind.NAME, f"called {one.matched}", one.score),
                Reason(ReasonKind.PROPERTY, "as given", 0.5),
                Reason(ReasonKind.PROPERTY, "as given, too", 0.25),
            ),
        )
        for one in found
    )
    return Linking(query=query, outcome=outcome(candidates), candidates=candidates, why="")


def outcome(candidates: tuple[Candidate, ...]) -> LinkOutcome:
    match [one.score for one in candidates]:
        case []:
            return LinkOutcome.NONE
        case [first, second, *_] if first == second:
            return LinkOutcome.AMBIGUOUS
        case _:
            return LinkOutcome.MATCH
