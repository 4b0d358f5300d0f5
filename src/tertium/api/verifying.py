"""Re-checks the cells and verdicts of a page against a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.api.paging import Wanted
from tertium.checking import Check, Failure
from tertium.model.verdict import Ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.documents import Cell, Document, Relation, Row, Step

__all__ = ["failures", "wanted_in"]


def wanted_in(document: Document) -> Wanted:
    """Return how the cells of a page were read; what it does not tell is as usual."""
    limits = document["limits"]
    return Wanted(
        ranks=Ranks(limits.get("ranks", Ranks.BEST.value)),
        at=limits.get("at"),
        sensitive=limits.get("sensitive", False),
    )


def failures(document: Document, now: Document) -> tuple[Failure, ...]:
    """Return the cells and verdicts of a page which the graph does not bear out.

    `now` is the page which the graph yields for the same entities. A cell holds when the graph
    states the same of that entity and property, to the last qualifier and reference. If the graph
    is the very one that the page was made from, then title, connections and verdicts must be those
    which the graph yields as well.
    """
    found = list(_cells(document, now))
    if document["graph"]["version"] == now["graph"]["version"]:
        found += _verdicts(document, now)
    return tuple(found)


def _cells(document: Document, now: Document) -> Iterator[Failure]:
    labels = {node["iri"]: node["label"] for node in document["entities"]}
    stated = {
        (cell["entity"], row["property"]["iri"]): cell
        for row in now["rows"]
        for cell in row["cells"]
    }
    for row in document["rows"]:
        for cell in row["cells"]:
            where = f"cell {row['property']['label']!r} of {labels[cell['entity']]}"
            current = stated.get((cell["entity"], row["property"]["iri"]))
            yield from (
                Failure(where, problem, Check.CELL) for problem in _differences(cell, current)
            )


def _differences(cell: Cell, current: Cell | None) -> Iterator[str]:
    if current is None:
        yield "the graph says nothing of this property any more"
        return
    gone = [value for value in cell["values"] if value not in current["values"]]
    for value in gone:
        yield f"the graph does not state {value['statement']} like this"
    if not gone and cell["state"] != current["state"]:
        yield f"the page says {cell['state']}, the graph {current['state']}"


def _verdicts(document: Document, now: Document) -> Iterator[Failure]:
    if document["title"] != now["title"]:
        yield Failure("title", "the graph yields another", Check.VERDICT)
    if list(map(_walked, document["relations"])) != list(map(_walked, now["relations"])):
        yield Failure("connections", "the graph yields others", Check.VERDICT)
    verdicts = {row["property"]["iri"]: _verdict(row) for row in now["rows"]}
    for row in document["rows"]:
        if _verdict(row) != verdicts.get(row["property"]["iri"]):
            where = f"row {row['property']['label']!r}"
            yield Failure(where, "the graph yields another verdict", Check.VERDICT)


def _walked(relation: Relation) -> tuple[str, list[Step]]:
    return relation["text"], relation["path"]


def _verdict(row: Row) -> dict[str, object]:
    return {**row, "cells": [cell["statements"] for cell in row["cells"]]}
