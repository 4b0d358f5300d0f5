"""Pages read back from RDF: the comparison document of Turtle or JSON-LD."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.api.documents import read_document
from tertium.errors import BadPageError
from tertium.render.triples import Found, restored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


__all__ = ["read_page", "read_page_rdf"]

_HEAD: Final = 200
"""Within so many characters, JSON-LD says that it is JSON-LD."""


def read_page(text: str) -> str:
    """Return the comparison document of a page in JSON, JSON-LD or Turtle.

    JSON is returned as it is, whatever it says.

    Raises:
        BadPageError: when the text is neither JSON nor RDF, or not RDF of one whole page.

    """
    is_json = text.lstrip().startswith("{")
    return text if is_json and '"@context"' not in text[:_HEAD] else read_page_rdf(text)


def read_page_rdf(text: str) -> str:
    """Return the comparison document of a page in RDF, byte for byte the page's `to_json`.

    The text is Turtle (or N-Triples), or JSON-LD with its context in it, as Tertium writes them
    or as another program does, from the same triples. There must be one page in it.

    Raises:
        BadPageError: when the text is no RDF, or not of one whole page.

    >>> import tertium
    >>> page = tertium.open().compare("Joseph Stalin", "Leon Trotsky", rows=3)
    >>> tertium.read_page_rdf(page.render("turtle")) == page.to_json()
    True

    """
    document = json.dumps(restored(_triples(text)), ensure_ascii=False, indent=2) + "\n"
    read_document(document)
    return document


def _triples(text: str) -> Mapping[str, Mapping[str, list[Found]]]:
    """Return all triples, by subject and property."""
    is_json = text.lstrip().startswith("{")
    form = ox.RdfFormat.JSON_LD if is_json else ox.RdfFormat.TURTLE
    try:
        return _sorted(ox.parse(text, format=form))
    except (SyntaxError, ValueError) as error:
        problem = f"no {form.name}: {str(error)[:200]}"
        raise BadPageError(problem) from error


def _sorted(quads: Iterable[ox.Quad]) -> Mapping[str, Mapping[str, list[Found]]]:
    found: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        found[_named(quad.subject).text][quad.predicate.value].append(_named(quad.object))
    return found


def _named(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Found:
    match term:
        case ox.Literal():
            return Found(term.value, term.datatype.value)
        case ox.NamedNode():
            return Found(term.value)
        case _:
            return Found(str(term))
