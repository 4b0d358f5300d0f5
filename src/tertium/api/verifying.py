"""Re-checks a page: every cell and every sentence, against a graph."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NotRequired, TypedDict

from tertium.api.paging import Wanted
from tertium.errors import BadPageError
from tertium.model.terms import Iri
from tertium.model.verdict import Length, Ranks, View
from tertium.render import json_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Document", "Failure", "failures", "passed", "read_document", "wanted_in"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A place on a page and why it does not hold."""

    where: str
    problem: str


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
    ask: str


class _Sentence(TypedDict):
    text: str
    evidence: list[str]
    claims: list[_Claim]


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
    view: NotRequired[str]
    facet: NotRequired[str | None]
    length: NotRequired[str]


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


def wanted_in(document: Document, *, whole: bool) -> Wanted:
    """Return what the reader of a page wanted to see; `whole` for the rows left out as well."""
    limits, usual = document["limits"], Wanted()
    wanted = Wanted(
        ranks=Ranks(limits.get("ranks", usual.ranks.value)),
        at=limits.get("at"),
        length=Length(limits.get("length", usual.length.value)),
    )
    view = View(limits.get("view", usual.view.value))
    return wanted if whole else replace(wanted, view=view, facet=limits.get("facet"))


def failures(
    document: Document,
    now: Document,
    *,
    stands: Callable[[str], bool],
    marks: Mapping[str, tuple[str, ...]],
) -> tuple[Failure, ...]:
    """Return the cells and sentences of a page which the graph does not bear out.

    `now` is the page which the graph yields for the same entities. A cell holds when the graph
    states the same of that entity and property, to the last qualifier and reference. A sentence
    holds when its claims name all of its evidence (by its `marks`) and stand: they are saved
    questions and true of the graph. If the graph is the very one that the page was made from,
    then title, connections, verdicts and words must be those which the graph yields as well.
    """
    found = [*_cells(document, now), *_sentences(document, stands, marks=marks)]
    if document["graph"]["version"] == now["graph"]["version"]:
        found += [*_verdicts(document, now), *_words(document, now)]
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
            yield from (Failure(where, problem) for problem in _differences(cell, current))


def _differences(cell: _Cell, current: _Cell | None) -> Iterator[str]:
    if current is None:
        yield "the graph says nothing of this property any more"
        return
    gone = [value for value in cell["values"] if value not in current["values"]]
    for value in gone:
        yield f"the graph does not state {value['statement']} like this"
    if not gone and cell["state"] != current["state"]:
        yield f"the page says {cell['state']}, the graph {current['state']}"


def passed(document: Document) -> tuple[Iri, ...]:
    """Return whose statements the connections of a page rest on."""
    steps = (step for relation in document["relations"] for step in relation["path"])
    return tuple(dict.fromkeys(Iri(step["from"]) for step in steps))


def _sentences(
    document: Document, stands: Callable[[str], bool], *, marks: Mapping[str, tuple[str, ...]]
) -> Iterator[Failure]:
    for sentence in (*_all(document), *_connections(document)):
        where = f"sentence {sentence['text']!r}"
        asks = [claim["ask"] for claim in sentence["claims"]]
        for iri in sentence["evidence"]:
            named = marks.get(iri, (f"<{iri}>",))
            if not all(any(mark in text for text in asks) for mark in named):
                yield Failure(where, f"no claim rests on {iri}")
        if not all(map(stands, asks)):
            yield Failure(where, "a claim is not true of the graph")


def _verdicts(document: Document, now: Document) -> Iterator[Failure]:
    if document["title"] != now["title"]:
        yield Failure("title", "the graph yields another")
    if list(map(_told, document["relations"])) != list(map(_told, now["relations"])):
        yield Failure("connections", "the graph yields others")
    verdicts = {row["property"]["iri"]: _verdict(row) for row in now["rows"]}
    for row in document["rows"]:
        if _verdict(row) != verdicts.get(row["property"]["iri"]):
            yield Failure(f"row {row['property']['label']!r}", "the graph yields another verdict")


def _told(relation: _Relation) -> tuple[str, list[_Step]]:
    return relation["text"], relation["path"]


def _verdict(row: _Row) -> dict[str, object]:
    return {**row, "cells": [cell["statements"] for cell in row["cells"]]}


def _words(document: Document, now: Document) -> Iterator[Failure]:
    yielded = {sentence["text"] for sentence in _all(now)}
    for sentence in _all(document):
        if sentence["text"] not in yielded:
            yield Failure(f"sentence {sentence['text']!r}", "the graph yields other words")


def _connections(document: Document) -> Iterator[_Sentence]:
    """Yield the connections whose claims a page has; older pages do without."""
    for one in document["relations"]:
        if "evidence" in one and "claims" in one:
            yield {"text": one["text"], "evidence": one["evidence"], "claims": one["claims"]}


def _all(document: Document) -> Iterator[_Sentence]:
    yield from document["narrative"]["summary"]
    for section in document["narrative"]["sections"]:
        yield from section["sentences"]
