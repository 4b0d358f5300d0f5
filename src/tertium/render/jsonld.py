"""The comparison document as JSON-LD: the document itself, with a context."""

import json
from collections.abc import Callable, Mapping
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.json import document_json
from tertium.render.json_values import Json
from tertium.render.triples.context import context
from tertium.render.triples.leaves import (
    NOTHING,
    day_type,
    decimal,
    fields,
    is_node,
    items,
    tongue,
)
from tertium.render.triples.naming import about, page_iri
from tertium.render.triples.shapes import Leaf, Many, Shape, Term, shapes
from tertium.render.turtle import told_of

__all__ = ["render"]


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the page as JSON-LD 1.1, from which it can be read; the triples are the Turtle's.

    Keys are those of the comparison document; what is null or empty is left out, and dates,
    numbers and texts say of which type or language they are.
    """
    document = about(document_json(comparison, narrative))
    page = {"@context": context(), "@id": page_iri(told_of(document))}
    told = json.dumps(
        page | _object(shapes()["Page"], document), ensure_ascii=False, indent=2, default=dict
    )
    return f"{told}\n"


def _object(shape: Shape, record: Mapping[str, Json]) -> dict[str, Json]:
    if shape.choices:
        shape = shape.chosen(str(record["type"]))
    told: dict[str, Json] = {"@type": shape.type} if shape.type else {}
    for term in shape.terms:
        value = _value(term, record)
        if value is not None and value != []:
            told[term.key] = value
    return told


def _value(term: Term, record: Mapping[str, Json]) -> Json:
    if term.kind is Leaf.DECIMAL:
        return decimal(record["amount"])
    if term.kind is Leaf.TONGUE:
        tag = tongue(record["language"])
        return {"@value": record["value"], "@language": tag} if tag else record["value"]
    value = record.get(term.key)
    if term.many is Many.ONE:
        return None if value is None else _one(term, value)
    return [_one(term, one) for one in items(value)]


def _one(term: Term, value: Json) -> Json:
    if isinstance(term.kind, Leaf):
        return _LEAVES.get(term.kind, _same)(value)
    if value is None:
        return {"@id": NOTHING}
    known = shapes().get(term.kind)
    return value if known is None else _object(known, fields(value))


def _same(value: Json) -> Json:
    return value


def _node(value: Json) -> Json:
    return value if is_node(str(value)) else {"@value": value}


def _day(value: Json) -> Json:
    return {"@value": value, "@type": day_type(str(value))}


def _real(value: Json) -> Json:
    return decimal(value) if isinstance(value, float) else {"@value": value, "@type": "xsd:integer"}


_LEAVES: Final[Mapping[Leaf, Callable[[Json], Json]]] = {
    Leaf.NODE: _node,
    Leaf.DAY: _day,
    Leaf.REAL: _real,
}
