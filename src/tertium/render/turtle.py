"""The comparison document as triples, in Turtle."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, TypeAlias

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.json import document_json
from tertium.render.json_values import Json
from tertium.render.triples.leaves import NOTHING, decimal, fields, items
from tertium.render.triples.naming import about, page_iri
from tertium.render.triples.shapes import Leaf, Many, Shape, Term, shapes, words
from tertium.render.triples.terms import day, flag, literal, node, number, prefixes, spoken

__all__ = ["render", "told_of"]

_Tell: TypeAlias = Callable[[Json], str]
_Part: TypeAlias = tuple[str, str, _Tell]

_PREFIXES: Final = prefixes()
_DERIVED: Final[Mapping[str, str]] = {"number": "amount"}


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the page as Turtle: the triples of the JSON-LD, from which the page can be read."""
    told = told_of(about(document_json(comparison, narrative)))
    return f"{_PREFIXES}\n<{page_iri(told)}> {told} .\n"


def told_of(document: Mapping[str, Json]) -> str:
    """Return what is said of a page, in Turtle, after its name."""
    return _page()(document)


@cache
def _page() -> _Tell:
    return _record(shapes()["Page"], " ;\n  ", depth=1)


def _object(shape: Shape, depth: int) -> _Tell:
    """Return what writes an object as a node without a name."""
    if not shape.choices:
        return _bracketed(_record(shape, " ; ", depth))
    choices = {
        choice: _bracketed(_record(shape.chosen(choice), " ; ", depth)) for choice in shape.choices
    }
    return lambda record: choices[str(fields(record)["type"])](record)


def _bracketed(tell: _Tell) -> _Tell:
    return lambda record: NOTHING if record is None else f"[ {tell(record)} ]"


def _record(shape: Shape, separator: str, depth: int) -> _Tell:
    """Return what writes the properties of an object; what is null or empty is left out."""
    kind = (f"a {shape.type}",) if shape.type else ()
    parts = tuple(_part(term, depth) for term in shape.terms if term.kind is not Leaf.TONGUE)
    is_spoken = any(term.kind is Leaf.TONGUE for term in shape.terms)

    def write(record: Json) -> str:
        had = fields(record)
        told = [*kind]
        for key, name, tell in parts:
            value = had.get(key)
            if value is not None and (said := tell(value)):
                told.append(name + said)
        if is_spoken:
            told.append(f"rdf:value {spoken(had['value'], had['language'])}")
        return separator.join(told)

    return write


def _part(term: Term, depth: int) -> _Part:
    name = "a " if term.name == "rdf:type" else f"{term.name} "
    one = _one(term, depth + 1)
    key = _DERIVED.get(term.key, term.key)
    match term.many:
        case Many.ONE:
            return key, name, one
        case Many.SET:
            return key, name, lambda values: ", ".join(map(one, items(values)))
        case _:
            return key, name, _listed(one, depth if isinstance(term.kind, str) else 0)


def _listed(one: _Tell, depth: int) -> _Tell:
    """Return what writes a list; objects stand on a line each."""
    lead, end = (f"\n{'  ' * depth}", " )") if depth else (" ", " )")

    def write(values: Json) -> str:
        told = lead.join(map(one, items(values)))
        return f"({lead}{told}{end}" if told else ""

    return write


def _one(term: Term, depth: int) -> _Tell:
    kind = term.kind
    if isinstance(kind, Leaf):
        return _LEAVES[kind]
    if known := words(kind):
        return lambda word: known[str(word)]
    return _object(shapes()[kind], depth)


_LEAVES: Final[Mapping[Leaf, _Tell]] = {
    Leaf.TEXT: literal,
    Leaf.NODE: node,
    Leaf.COUNT: str,
    Leaf.REAL: number,
    Leaf.FLAG: flag,
    Leaf.DAY: day,
    Leaf.DECIMAL: decimal,
}
