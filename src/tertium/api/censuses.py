"""What is counted of a graph, as documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.counting import census
from tertium.errors import LimitError
from tertium.queries.answers import columns
from tertium.store.protocol import Solutions

if TYPE_CHECKING:
    from tertium.api import KnowledgeGraph
    from tertium.api.counting import Census
    from tertium.model.values import Entity

__all__ = ["Table", "asked_tables", "census_document", "stats_document"]

_UNCOUNTED: Final = "it is not to be asked to count its whole graph"
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""A header and the lines below it."""


def asked_tables(graph: KnowledgeGraph) -> dict[str, Table]:
    """Return totals and classes of a graph of which nothing was counted, by asking it.

    Raises:
        LimitError: when it is one which is not to be asked to count.

    """
    if not graph.info.counted:
        raise LimitError(graph.info.id, _UNCOUNTED)
    counts = {name: graph.query(f"statistics/{name}") for name in ("totals", "classes")}
    tables = {name: columns(a) for name, a in counts.items() if isinstance(a, Solutions)}
    return {name: (header, list(rows)) for name, (header, rows) in tables.items()}


def stats_document(graph: KnowledgeGraph) -> dict[str, object]:
    """Return what is counted of a graph; an endpoint is asked for totals and classes only.

    Raises:
        LimitError: when it is one which is not to be asked to count.

    """
    if graph.sidecar is not None:
        return census_document(census(graph.sidecar, graph.reader))
    return {
        name: {key: int(number) for key, number in rows}
        for name, (_, rows) in asked_tables(graph).items()
    }


def census_document(counted: Census) -> dict[str, object]:
    """Return all counts, to be written as JSON."""
    return {
        "totals": dict(counted.totals),
        "classes": list(map(_thing, counted.classes)),
        "properties": [
            {
                "iri": one.iri,
                "label": entity.label,
                "entities": one.entities,
                "statements": one.statements,
                "distinct_values": one.distinct_values,
                "reuse": round(one.reuse, 4),
                "kinds": dict(one.kinds),
            }
            for entity, one in counted.properties
        ],
        "languages": dict(counted.languages),
        "hubs": list(map(_thing, counted.hubs)),
        "tops": list(map(_thing, counted.tops)),
        "conflicts": [{"iris": list(one.iris), "why": one.why} for one in counted.conflicts],
    }


def _thing(pair: tuple[Entity, int]) -> dict[str, object]:
    entity, number = pair
    return {"iri": entity.iri, "label": entity.label, "count": number}
