"""Connections as nodes and edges in JSON, for a script with which they can be moved."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, sin, tau
from typing import TYPE_CHECKING, Final

from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.render.connections.ladders import Edge, Ladder
from tertium.render.escaping import visible

if TYPE_CHECKING:
    from tertium.render.json_values import Json

__all__ = ["web"]

_Place = tuple[float, float]
_WIDE: Final = 700.0
_ROW: Final = 60.0
_MIDDLE: Final = (_WIDE / 2, _WIDE / 2)


def web(ladders: Sequence[Ladder]) -> str:
    """Return nodes (`id`, `label`, whether an `end`, `x`, `y`) and edges (`source`, `target`, …).

    Two ends stand opposite each other, with what is between them in columns; more stand in a
    circle.
    """
    edges = list(_edges(ladders))
    nodes = {one.iri: one for source, target, _ in edges for one in (source, target)}
    ends = {one.iri: one for ladder in ladders for one in (ladder.left, ladder.right)}
    places = _circle(list(ends)) if len(ladders) > 1 else _columns(ladders[0])
    document: Json = {
        "nodes": [
            {
                "id": iri,
                "label": visible(one.label),
                "end": iri in ends,
                **_at(places.get(iri, _MIDDLE)),
            }
            for iri, one in nodes.items()
        ],
        "edges": [
            {
                "id": f"{edge.statement} {number}",
                "source": source.iri,
                "target": target.iri,
                "label": visible(edge.label),
            }
            for number, (source, target, edge) in enumerate(edges)
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _at(place: _Place) -> Mapping[str, int]:
    return {"x": round(place[0]), "y": round(place[1])}


def _columns(ladder: Ladder) -> Mapping[Iri, _Place]:
    """Return places from left to right, each rung below the one before it."""
    rungs = [rung for rung in ladder.rungs if rung.between]
    middle = max(0, len(rungs) - 1) * _ROW / 2
    found: dict[Iri, _Place] = {ladder.left.iri: (0, middle), ladder.right.iri: (_WIDE, middle)}
    for number, rung in enumerate(rungs):
        step = _WIDE / (len(rung.between) + 1)
        for place, one in enumerate(rung.between):
            found.setdefault(one.iri, (step * (place + 1), number * _ROW))
    return found


def _circle(ends: Sequence[Iri]) -> Mapping[Iri, _Place]:
    turn = tau / len(ends)
    return {
        iri: (_MIDDLE[0] + _WIDE / 2 * cos(turn * n), _MIDDLE[1] + _WIDE / 2 * sin(turn * n))
        for n, iri in enumerate(ends)
    }


def _edges(ladders: Sequence[Ladder]) -> Iterator[tuple[Entity, Entity, Edge]]:
    """Yield each edge once, from its subject to its value."""
    seen = set[tuple[str, str, str]]()
    for ladder in ladders:
        for rung in ladder.rungs:
            nodes = (ladder.left, *rung.between, ladder.right)
            for (left, right), edge in zip(pairwise(nodes), rung.edges, strict=True):
                source, target = (left, right) if edge.forward else (right, left)
                place = (source.iri, target.iri, edge.label)
                if place not in seen:
                    seen.add(place)
                    yield source, target, edge
