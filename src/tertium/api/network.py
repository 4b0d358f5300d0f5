"""From entities to what they have to do with others, as a graph to be computed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.errors import BadParameterError
from tertium.model.values import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from tertium.model.statement import Statement
    from tertium.model.terms import Iri
    from tertium.queries.reader import Reader

__all__ = ["neighbourhood"]

_STEPS: Final = "steps"
_FARTHEST: Final = 3


def neighbourhood(entities: Iterable[Iri], reader: Reader, *, steps: int) -> nx.MultiDiGraph:
    """Return the entities with what is stated of them, and of what was reached, step by step.

    Each step asks the same few queries, however many entities it starts from.

    Raises:
        BadParameterError: when the steps are not 1, 2 or 3.

    """
    import networkx as nx

    if not 1 <= steps <= _FARTHEST:
        problem = f"1 to {_FARTHEST} expected, not {steps}"
        raise BadParameterError(_STEPS, problem)
    graph = nx.MultiDiGraph()
    starts = tuple(dict.fromkeys(entities))
    names = reader.names(starts)
    graph.add_nodes_from((iri, {"label": names.entity(iri).label}) for iri in starts)
    asked: set[Iri] = set()
    for _ in range(steps):
        new = tuple(iri for iri in graph if iri not in asked)
        for statement, value in _links(reader.statements(new)):
            graph.add_node(value.iri, label=value.label)
            graph.add_edge(statement.subject, value.iri, statement.iri, **_attributes(statement))
        asked.update(new)
    return graph


def _links(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Entity]]:
    for statement in statements:
        if isinstance(statement.value, Entity):
            yield statement, statement.value


def _attributes(statement: Statement) -> dict[str, str | None]:
    interval = statement.interval
    return {
        "predicate": statement.predicate.iri,
        "label": statement.predicate.label,
        "start": interval.start.lexical if interval.start else None,
        "end": interval.end.lexical if interval.end else None,
        "rank": statement.rank.value,
    }
