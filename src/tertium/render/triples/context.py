"""The context that makes triples of a comparison document (JSON-LD 1.1)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tertium.render.json_values import Json
from tertium.render.triples.shapes import PREFIXES, Leaf, Many, Shape, Term, shapes, words

__all__ = ["context"]

_TYPES: Final[Mapping[Leaf, str]] = {
    Leaf.NODE: "@id",
    Leaf.REAL: "xsd:decimal",
    Leaf.DECIMAL: "xsd:decimal",
}
_CONTAINERS: Final[Mapping[Many, str]] = {Many.LIST: "@list", Many.SET: "@set"}


@cache
def context() -> Mapping[str, Json]:
    """Return the context, which stands in every page, so that nobody has to fetch it.

    A key that means different things in different objects is defined anew in each of them.
    """
    plain = {
        key: _defined(next(iter(terms)))
        for key, terms in sorted(_meanings().items())
        if key not in _ambiguous()
    }
    return {"@version": 1.1, **PREFIXES, **plain, **_own(shapes()["Page"])}


@cache
def _meanings() -> Mapping[str, frozenset[Term]]:
    """Return what each key means anywhere."""
    found: dict[str, set[Term]] = defaultdict(set)
    for shape in shapes().values():
        for term in shape.terms:
            found[term.key].add(term)
    return {key: frozenset(terms) for key, terms in found.items()}


@cache
def _ambiguous() -> frozenset[str]:
    several = {key for key, terms in _meanings().items() if len(terms) > 1}
    kinds = {shape.terms[0].key for shape in shapes().values() if shape.choices}
    return frozenset(several | kinds | {word for key in kinds for word in words(key)})


def _own(shape: Shape) -> dict[str, Json]:
    """Return what the ambiguous keys of an object mean there."""
    told = {term.key: _defined(term) for term in shape.terms if term.key in _ambiguous()}
    if not shape.choices:
        return told
    key = shape.terms[0].key
    return told | {key: "@type"} | {word: _chosen(word, iri) for word, iri in words(key).items()}


def _chosen(word: str, iri: str) -> Json:
    own = _own(shapes()[word]) if word in shapes() else {}
    return {"@id": iri, "@context": own} if own else iri


def _defined(term: Term) -> Json:
    told = dict(_definition(term))
    return told if len(told) > 1 else term.name


def _definition(term: Term) -> Iterator[tuple[str, Json]]:
    yield "@id", term.name
    if term.many is not Many.ONE:
        yield "@container", _CONTAINERS[term.many]
    kind = term.kind
    if isinstance(kind, Leaf):
        if kind in _TYPES:
            yield "@type", _TYPES[kind]
    elif known := words(kind):
        yield from (("@type", "@vocab"), ("@context", known))
    elif own := _own(shapes()[kind]):
        yield "@context", own
