"""Re-checks a page: every cell and every sentence, against a graph."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from tertium.errors import BadPageError, UnknownEntityError
from tertium.queries.asking import is_claim
from tertium.render import json_schema, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.graph import KnowledgeGraph
    from tertium.api.page import Page

__all__ = ["Failure", "verify_page"]

_SCHEMA = "tertium/comparison/1"


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


class _Section(TypedDict):
    sentences: list[_Sentence]


class _Narrative(TypedDict):
    summary: list[_Sentence]
    sections: list[_Section]


class _Document(TypedDict):
    schema: str
    language: str
    graph: dict[str, str]
    entities: list[_Node]
    rows: list[_Row]
    narrative: _Narrative


def verify_page(text: str, graph: KnowledgeGraph) -> tuple[Failure, ...]:
    """Return the cells and sentences of a page which the graph does not bear out.

    A cell holds when the graph states the same of that entity and property, to the last
    qualifier and reference. A sentence holds when its claims are saved questions, name all of its
    evidence and are true of the graph; if the graph is the very one that the page was made from,
    its words must be those which the graph yields.

    Raises:
        BadPageError: when the text is no comparison document.

    """
    document = _read(text)
    try:
        page = _again(document, graph)
    except UnknownEntityError as error:
        return (Failure("page", str(error)),)
    now = _read(render("json", page.comparison, page.narrative))
    labels = {node["iri"]: node["label"] for node in document["entities"]}
    return (*_cells(document, now, labels), *_sentences(document, now, graph))


def _read(text: str) -> _Document:
    import jsonschema

    try:
        document: _Document = json.loads(text)
        jsonschema.validate(document, json.loads(json_schema()))
    except json.JSONDecodeError as error:
        problem = f"no JSON: {error}"
        raise BadPageError(problem) from error
    except jsonschema.ValidationError as error:
        problem = f"{error.json_path}: {error.message[:200]}"
        raise BadPageError(problem) from error
    return document


def _again(document: _Document, graph: KnowledgeGraph) -> Page:
    iris = [node["iri"] for node in document["entities"]]
    if len(iris) == 1:
        return graph.describe(iris[0], language=document["language"])
    return graph.compare(*iris, language=document["language"])


def _cells(document: _Document, now: _Document, labels: dict[str, str]) -> Iterator[Failure]:
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
    elif not cell["values"] and cell["state"] != current["state"]:
        yield f"the page says {cell['state']}, the graph {current['state']}"
    else:
        for value in cell["values"]:
            if value not in current["values"]:
                yield f"the graph does not state {value['statement']} like this"


def _sentences(document: _Document, now: _Document, graph: KnowledgeGraph) -> Iterator[Failure]:
    reproducible = document["graph"]["version"] == now["graph"]["version"]
    yielded = {sentence["text"] for sentence in _all(now)}
    for sentence in _all(document):
        problems = list(_unfounded(sentence, graph))
        if reproducible and sentence["text"] not in yielded:
            problems.append("the graph yields other words")
        yield from (Failure(f"sentence {sentence['text']!r}", problem) for problem in problems)


def _all(document: _Document) -> Iterator[_Sentence]:
    yield from document["narrative"]["summary"]
    for section in document["narrative"]["sections"]:
        yield from section["sentences"]


def _unfounded(sentence: _Sentence, graph: KnowledgeGraph) -> Iterator[str]:
    asks = [claim["ask"] for claim in sentence["claims"]]
    for iri in sentence["evidence"]:
        if not any(f"<{iri}>" in text for text in asks):
            yield f"no claim rests on {iri}"
    for text in asks:
        if not is_claim(text, graph.queries):
            yield "a claim is no saved question"
        elif not graph.holds(text):
            yield "a claim is no longer true of the graph"
