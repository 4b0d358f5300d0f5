"""Connections as ladders: two entities as the rails, each connection a rung between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tertium.model.comparison import Connection
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Edge", "Ladder", "Rung", "ladders"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A property between two neighbours of a rung; `forward` if it points to the right."""

    label: str
    forward: bool
    statement: Iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What leads from one entity to another: who stands between, and how many say the same."""

    between: tuple[Entity, ...]
    edges: tuple[Edge, ...]
    times: int = 1

    @property
    def way(self) -> tuple[tuple[Iri, ...], tuple[tuple[str, bool], ...]]:
        """What makes two rungs the same."""
        edges = tuple((edge.label, edge.forward) for edge in self.edges)
        return tuple(one.iri for one in self.between), edges


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """All rungs between two entities, the best first; so many more are not shown."""

    left: Entity
    right: Entity
    rungs: tuple[Rung, ...]
    more: int = 0


def ladders(
    ends: Sequence[Entity], found: Sequence[Connection], *, most: int = 12
) -> tuple[Ladder, ...]:
    """Return ladders with so many rungs each, one for each pair of entities that is connected."""
    rungs: dict[tuple[int, int], dict[object, Rung]] = {}
    places = {end.iri: place for place, end in enumerate(ends)}
    for connection in found:
        for pair, rung in _rung(connection, places):
            known = rungs.setdefault(pair, {})
            before = known.get(rung.way)
            known[rung.way] = replace(before, times=before.times + 1) if before else rung
    return tuple(
        Ladder(
            left=ends[left],
            right=ends[right],
            rungs=tuple(of_pair.values())[:most],
            more=max(0, len(of_pair) - most),
        )
        for (left, right), of_pair in sorted(rungs.items())
    )


def _rung(connection: Connection, places: dict[Iri, int]) -> Iterator[tuple[tuple[int, int], Rung]]:
    """Yield a connection as a rung, from the entity that comes first; nothing if an end is lost."""
    nodes = _nodes(connection)
    if nodes is None or nodes[0] == nodes[-1] or not {nodes[0], nodes[-1]} <= places.keys():
        return
    path, between = connection.path, connection.between
    if places[nodes[0]] > places[nodes[-1]]:
        nodes, path, between = nodes[::-1], path[::-1], between[::-1]
    edges = tuple(
        Edge(label=one.predicate.label, forward=one.subject == node, statement=one.iri)
        for node, one in zip(nodes, path, strict=False)
    )
    yield (places[nodes[0]], places[nodes[-1]]), Rung(between=between, edges=edges)


def _nodes(connection: Connection) -> tuple[Iri, ...] | None:
    """Return all nodes of a connection in order."""
    path, between = connection.path, [one.iri for one in connection.between]
    if not between:
        subject, value = _ends(path[0])
        return (subject, value) if len(path) == 1 else None
    first = [node for node in _ends(path[0]) if node != between[0]]
    last = [node for node in _ends(path[-1]) if node != between[-1]]
    return (*first[:1], *between, *last[:1])


def _ends(statement: Statement) -> tuple[Iri, Iri]:
    value = statement.value
    return statement.subject, value.iri if isinstance(value, Entity) else statement.subject
