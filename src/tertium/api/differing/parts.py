"""The parts of a comparison document in which changes are looked for."""

from __future__ import annotations

import json
from typing import NotRequired, TypedDict

from tertium.api.documents import read_document

__all__ = [
    "Cell",
    "Node",
    "Page",
    "Row",
    "Section",
    "Sentence",
    "Value",
    "read_page",
    "told",
    "without",
]


class Node(TypedDict):
    """A thing with its label."""

    iri: str
    label: str


class _Qualifier(TypedDict):
    property: Node
    value: dict[str, object]


class _Reference(TypedDict):
    source: Node
    locator: str | None
    url: str | None


class Value(TypedDict):
    """A value in a cell, with what is shown beside it."""

    label: NotRequired[str]
    statement: str
    rank: str
    contested: bool
    qualifiers: list[_Qualifier]
    references: list[_Reference]


class Cell(TypedDict):
    """What a row says of one entity."""

    entity: str
    state: str
    values: list[Value]


class Row(TypedDict):
    """A row of the table."""

    property: Node
    facet: Node
    relation: str
    reason: str
    salience: float
    cells: list[Cell]


class Sentence(TypedDict):
    """A sentence, or a connection in words."""

    text: str
    evidence: list[str]


class Section(TypedDict):
    """Some sentences below a heading."""

    heading: str
    sentences: list[Sentence]


class _Narrative(TypedDict):
    summary: list[Sentence]
    sections: list[Section]


class Page(TypedDict):
    """A comparison document."""

    title: str
    graph: dict[str, str]
    entities: list[Node]
    rows: list[Row]
    relations: list[Sentence]
    narrative: _Narrative


def read_page(text: str) -> Page:
    """Return a comparison document after checking it against its JSON Schema.

    Raises:
        BadPageError: when the text is no comparison document.

    """
    read_document(text)
    page: Page = json.loads(text)
    return page


def without(part: object, *names: str) -> dict[str, object]:
    """Return the fields of a part but for some."""
    return {k: v for k, v in part.items() if k not in names} if isinstance(part, dict) else {}


def told(part: object) -> str:
    """Return a part of a document in short: by its label or value, or else as JSON."""
    match part:
        case {"label": str(label)} | {"lexical": str(label)} | {"value": str(label)}:
            return label
        case _:
            return json.dumps(part, ensure_ascii=False)
