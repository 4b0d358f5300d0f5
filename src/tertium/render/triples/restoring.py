"""The comparison document, read back from its triples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.errors import BadPageError
from tertium.render.json_values import Json
from tertium.render.triples.leaves import NOTHING
from tertium.render.triples.shapes import (
    PREFIXES,
    Leaf,
    Many,
    Presence,
    Shape,
    Term,
    shapes,
    words,
)

__all__ = ["Found", "restored"]


@dataclass(frozen=True, slots=True)
class Found:
    """The object of a triple: an IRI, a literal, or a node without a name, by its label."""

    text: str
    datatype: str = ""


_Triples = Mapping[str, Mapping[str, Sequence[Found]]]


def _whole(curie: str) -> str:
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


_TYPE: Final = _whole("rdf:type")
_FIRST: Final = _whole("rdf:first")
_REST: Final = _whole("rdf:rest")
_NIL: Final = _whole("rdf:nil")
_NULL: Final = _whole(NOTHING)
_INTEGER: Final = _whole("xsd:integer")
_TRUE: Final = ("true", "1")


def restored(triples: _Triples) -> Json:
    """Return the document of the only page among triples (subject, property, objects).

    Raises:
        BadPageError: when there is no page, or more than one, or something is wrong with it.

    """
    shape = shapes()["Page"]
    kind = _whole(shape.type)
    pages = [one for one, had in triples.items() if Found(kind) in had.get(_TYPE, ())]
    if len(pages) != 1:
        problem = f"{len(pages)} comparisons among the triples, where one is expected"
        raise BadPageError(problem)
    return _Restorer(triples).object(shape, pages[0])


@dataclass(frozen=True, slots=True)
class _Restorer:
    """Follows the triples from a page to all that it has."""

    triples: _Triples

    def object(self, shape: Shape, node: str) -> Json:
        had = self.triples.get(node, {})
        if shape.choices:
            shape = shape.chosen(str(self._one(shape.terms[0], had)))
        told: dict[str, Json] = {}
        for term in shape.terms:
            value = self._values(term, had)
            if _stands(term, value, told):
                told[term.key] = value
        return told

    def _values(self, term: Term, had: Mapping[str, Sequence[Found]]) -> Json:
        if term.presence is Presence.DERIVED:
            return None
        match term.many:
            case Many.ONE:
                return self._one(term, had)
            case Many.SET:
                return sorted(one.text for one in had.get(_whole(term.name), ()))
            case _:
                return self._list(term, had)

    def _list(self, term: Term, had: Mapping[str, Sequence[Found]]) -> Json:
        head = _only(term, had)
        if head is not None:
            return [self._read(term, one) for one in self._items(head.text)]
        return None if term.presence is Presence.OPTIONAL else []

    def _items(self, node: str) -> Iterator[Found]:
        seen = set[str]()
        while node != _NIL:
            had = self.triples.get(node, {})
            first, rest = had.get(_FIRST, ()), had.get(_REST, ())
            if node in seen or len(first) != 1 or len(rest) != 1:
                problem = "a list among the triples is broken"
                raise BadPageError(problem)
            seen.add(node)
            yield first[0]
            node = rest[0].text

    def _one(self, term: Term, had: Mapping[str, Sequence[Found]]) -> Json:
        found = _only(term, had)
        return None if found is None else self._read(term, found)

    def _read(self, term: Term, found: Found) -> Json:
        if found.text == _NULL:
            return None
        kind = term.kind
        if isinstance(kind, Leaf):
            return _leaf(kind, found)
        known = {_whole(name): word for word, name in words(kind).items()}
        return known.get(found.text) if known else self.object(shapes()[kind], found.text)


def _stands(term: Term, value: Json, told: Mapping[str, Json]) -> bool:
    """Return whether a key stands in the document, after those told."""
    match term.presence:
        case Presence.ALWAYS:
            return True
        case Presence.DATED:
            return "at" in told
        case _:
            return value is not None


def _only(term: Term, had: Mapping[str, Sequence[Found]]) -> Found | None:
    found = had.get(_whole(term.name), ())
    if len(found) > 1:
        problem = f"{len(found)} values of {term.name} among the triples, where one is expected"
        raise BadPageError(problem)
    return found[0] if found else None


def _leaf(kind: Leaf, found: Found) -> Json:
    match kind:
        case Leaf.FLAG:
            return found.text in _TRUE
        case Leaf.COUNT | Leaf.REAL:
            return _number(found)
        case _:
            return found.text


def _number(found: Found) -> Json:
    try:
        return int(found.text) if found.datatype == _INTEGER else float(found.text)
    except ValueError as error:
        problem = f"no number among the triples: {found.text[:40]!r}"
        raise BadPageError(problem) from error
