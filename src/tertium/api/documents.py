"""Comparison documents as they are checked: their cells, and their sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

from tertium.checking import SentenceClaim, SentenceMention, Told
from tertium.errors import BadPageError
from tertium.render import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Cell",
    "Document",
    "Extent",
    "Relation",
    "Row",
    "Step",
    "extent_of",
    "paragraphs",
    "read_document",
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


class Cell(TypedDict):
    """A cell of the table: what it says of one entity."""

    entity: str
    state: str
    values: list[_Value]
    statements: list[str]


class Row(TypedDict):
    """A row of the table."""

    property: _Node
    cells: list[Cell]


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


Step = TypedDict("Step", {"from": str})


class Relation(TypedDict):
    """A connection in words, and its path."""

    text: str
    path: list[Step]
    evidence: NotRequired[list[str]]
    claims: NotRequired[list[_Claim]]
    mentions: NotRequired[list[_Mention]]


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
    rows: list[Row]
    relations: list[Relation]
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


def _connections(document: Document) -> Iterator[_Sentence]:
    """Yield the connections whose claims a page has; older pages do without."""
    for one in document["relations"]:
        if "evidence" in one and "claims" in one:
            yield {
                "text": one["text"],
                "evidence": one["evidence"],
                "claims": one["claims"],
                "mentions": one.get("mentions", []),
            }


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
