"""What a page is called among triples, and whom it is about."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from tertium.render.json_values import Json
from tertium.render.triples.leaves import fields, items

__all__ = ["about", "page_iri"]

_PAGES: Final = "https://w3id.org/tertium/page/"
_DIGITS: Final = 32


def page_iri(triples: str) -> str:
    """Return the IRI of a page, which follows from what is said of it: the same page has one."""
    return _PAGES + sha256(triples.encode()).hexdigest()[:_DIGITS]


def about(document: Json) -> Mapping[str, Json]:
    """Return the document with the IRIs of the entities compared."""
    page = fields(document)
    return {**page, "about": [fields(one)["iri"] for one in items(page["entities"])]}
