"""By which codes things are known, and what they are said to be."""

import re
from collections.abc import Container, Iterator
from typing import Final

import pyoxigraph as ox

from tertium.model.terms import Iri
from tertium.store.sidecar.triples import Triples
from tertium.store.vocabulary import (
    DESCRIPTIONS,
    EXTERNAL_ID,
    IDENTIFIERS,
    IDENTITIES,
    PROPERTY_TYPE,
    direct_name,
)

__all__ = ["codes", "descriptions", "parts"]

_PARTS: Final = re.compile(r"(.*[/#:])?(.+)", re.DOTALL)


def codes(triples: Triples, predicates: Container[Iri]) -> Iterator[tuple[str, str]]:
    """Yield things with the codes by which they are known, here or elsewhere."""
    external = (
        direct_name(Iri(known.value))
        for known, _ in triples.pairs(PROPERTY_TYPE, EXTERNAL_ID)
        if isinstance(known, ox.NamedNode)
    )
    for predicate in (*IDENTIFIERS, *sorted(external), *IDENTITIES):
        if predicate in predicates:
            for thing, code in triples.pairs(predicate):
                if isinstance(thing, ox.NamedNode):
                    if isinstance(code, ox.Literal):
                        yield thing.value, code.value
                    elif isinstance(code, ox.NamedNode):
                        yield thing.value, parts(code.value)[1]


def descriptions(triples: Triples, predicates: Container[Iri]) -> Iterator[tuple[str, str]]:
    """Yield things with what they are said to be, in any language."""
    for predicate in DESCRIPTIONS:
        if predicate in predicates:
            for thing, text in triples.pairs(predicate):
                if isinstance(thing, ox.NamedNode) and isinstance(text, ox.Literal):
                    yield thing.value, text.value


def parts(iri: str) -> tuple[str, str]:
    """Return an IRI up to its last separator, and the rest.

    >>> parts("http://www.wikidata.org/entity/Q855")
    ('http://www.wikidata.org/entity/', 'Q855')
    """
    found = _PARTS.fullmatch(iri)
    return (found[1] or "", found[2]) if found else ("", iri)
