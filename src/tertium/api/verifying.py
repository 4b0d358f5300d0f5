"""Re-checks the cells and verdicts of a page against a graph, and finds its sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

from tertium.api.paging import Wanted
from tertium.checking import Check, Failure, SentenceClaim, SentenceMention, Told
from tertium.errors import BadPageError
from tertium.model.verdict import Ranks
from tertium.render import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Document",
    "Extent",
    "extent_of",
    "failures",
    "paragraphs",
    "read_document",
    "wanted_in",
]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a page is checked."""

    cells: int
    sentences: int
    claims: int


class _Node(TypedDict):
    iri: str
    label: str


class _Value(TypedDict):
    statement: str


class _Cell(TypedDict):
    entity: str
    state: str
    values: list[_Value]
    statements: list[str]


class _Row(TypedDict):
    property: _Node
    cells: list[_Cell]


class _Claim(TypedDict):
    kind: str
    ask: str
    evidence: NotRequired[list[str]]


class _Mention(TypedDict):
    start: int
    end: int
    entity: str
    form: NotRequired[str]


class _Sentence(TypedDict):
    text: str
    evidence: list[str]
    claims: list[_Claim]
    mentions: NotRequired[list[_Mention]]


_Step = TypedDict("_Step", {"from": str})


class _Relation(TypedDict):
    text: str
    path: list[_Step]
    evidence: NotRequired[list[str]]
    claims: NotRequired[list[_Claim]]


class _Section(TypedDict):
    sentences: list[_Sentence]


class _Narrative(TypedDict):
    summary: list[_Sentence]
    sections: list[_Section]


class _Limits(TypedDict):
    ranks: NotRequired[str]
    at: NotRequired[str | None]
    sensitive: NotRequired[bool]


class Document(TypedDict):
    """The parts of a comparison document which are checked."""

    title: str
    language: str
    graph: dict[str, str]
    entities: list[_Node]
    rows: list[_Row]
    relations: list[_Relation]
    narrative: _Narrative
    limits: _Limits


def read_document(text: str) -> Document:
    """Return a comparison document after checking it against its JSON Schema.

    Raises:
        BadPageError: when the text is no comparison document.

    """
    import jsonschema_rs

    try:
        document: Document = json.loads(text)
        jsonschema_rs.validate(json.loads(json_schema()), document)
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error}"
        raise BadPageError(problem) from error
    except jsonschema_rs.ValidationError as error:
        place = "/".join(map(str, error.instance_path))
        problem = f"{place}: {error.message[:200]}"
        raise BadPageError(problem) from error
    return document


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


def paragraphs(document: Document) -> tuple[tuple[Told, ...], ...]:
    """Return the sentences of a page by paragraph; each connection stands for itself."""
    narrative = document["narrative"]
    sections = (section["sentences"] for section in narrative["sections"])
    connections = ([one] for one in _connections(document))
    groups = (narrative["summary"], *sections, *connections)
    return tuple(tuple(map(_told, sentences)) for sentences in groups)


def extent_of(document: Document) -> Extent:
    """Return how much there is to check on a page."""
    sentences = [one for group in paragraphs(document) for one in group]
    return Extent(
        sum(len(row["cells"]) for row in document["rows"]),
        len(sentences),
        sum(len(one.claims) for one in sentences),
    )


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


def _differences(cell: _Cell, current: _Cell | None) -> Iterator[str]:
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


def _walked(relation: _Relation) -> tuple[str, list[_Step]]:
    return relation["text"], relation["path"]


def _verdict(row: _Row) -> dict[str, object]:
    return {**row, "cells": [cell["statements"] for cell in row["cells"]]}


def _connections(document: Document) -> Iterator[_Sentence]:
    """Yield the connections whose claims a page has; older pages do without."""
    for one in document["relations"]:
        if "evidence" in one and "claims" in one:
            yield {"text": one["text"], "evidence": one["evidence"], "claims": one["claims"]}


def _told(sentence: _Sentence) -> Told:
    claims = (
        SentenceClaim(one["kind"], one["ask"], tuple(one.get("evidence", ())))
        for one in sentence["claims"]
    )
    mentions = (
        SentenceMention(one["start"], one["end"], one["entity"], one.get("form", "name"))
        for one in sentence.get("mentions", ())
    )
    return Told(
        text=sentence["text"],
        evidence=tuple(sentence["evidence"]),
        claims=tuple(claims),
        mentions=tuple(mentions),
    )
