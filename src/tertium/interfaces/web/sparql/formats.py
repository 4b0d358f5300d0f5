"""In which formats answers come, what these are called, and which of them somebody likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from tertium.errors import NotAcceptableError
from tertium.interfaces.web.negotiation import ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["GRAPHS", "HTML", "JSON", "RESULTS", "SPREADSHEET", "XML", "Liking", "prefers_page"]

JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"
_CSV: Final = "text/csv"
RESULTS: Final = (JSON, XML, _CSV, "text/tab-separated-values")
"""What SELECT and ASK are answered in."""

_TURTLE: Final = "text/turtle"
_TRIPLES: Final = "application/n-triples"
_RDF_XML: Final = "application/rdf+xml"
_LINKED: Final = "application/ld+json"
GRAPHS: Final = (
    *(_TURTLE, _TRIPLES, _RDF_XML, _LINKED),
    *("application/trig", "application/n-quads"),
)
"""What CONSTRUCT, DESCRIBE and descriptions are answered in."""

HTML: Final = "text/html"
SPREADSHEET: Final = "spreadsheet"
"""The name of CSV in which no cell starts a formula."""

_OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "application/json": (JSON, _LINKED),
    "application/xml": (XML, _RDF_XML),
    "text/xml": (XML, _RDF_XML),
    "text/plain": (_TRIPLES,),
}
"""What is meant by media types which say less."""

_SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "csv": (_CSV,),
    "json": (JSON, _LINKED),
    "json-ld": (_LINKED,),
    "jsonld": (_LINKED,),
    "ld+json": (_LINKED,),
    "n-quads": ("application/n-quads",),
    "n-triples": (_TRIPLES,),
    "n3": (_TRIPLES,),
    "nq": ("application/n-quads",),
    "nquads": ("application/n-quads",),
    "nt": (_TRIPLES,),
    "ntriples": (_TRIPLES,),
    "rdf": (_RDF_XML,),
    "rdf+xml": (_RDF_XML,),
    "rdfxml": (_RDF_XML,),
    "srj": (JSON,),
    "srx": (XML,),
    SPREADSHEET: (_CSV,),
    "trig": ("application/trig",),
    "tsv": ("text/tab-separated-values",),
    "ttl": (_TURTLE,),
    "turtle": (_TURTLE,),
    "xml": (XML, _RDF_XML),
    **{name: (name,) for name in (*RESULTS, *GRAPHS)},
}


@dataclass(frozen=True, slots=True)
class Liking:
    """Formats which somebody likes, best first: each as it was named, and what it is."""

    named: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, accept: str, formats: Sequence[str], offers: Iterable[str]) -> Self:
        """Return which offers are liked: by a format in the address, or else by `Accept`.

        Raises:
            NotAcceptableError: when none is.

        """
        known = [name for name in formats if name not in {"", "html"}]
        found = cls(tuple(_named(known[0].casefold()) if known else _accepted(accept)))
        return found.among(offers)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The media types, best first."""
        return tuple(dict.fromkeys(kind for _, kind in self.named))

    def among(self, offers: Iterable[str]) -> Self:
        """Return what is liked of some offers.

        Raises:
            NotAcceptableError: when nothing is.

        """
        offered = tuple(offers)
        rest = tuple(pair for pair in self.named if pair[1] in offered)
        if not rest:
            raise NotAcceptableError(offered)
        return type(self)(rest)

    def name_of(self, kind: str) -> str:
        """Return how a media type was named when it was asked for."""
        return next((name for name, meant in self.named if meant == kind), kind)


def prefers_page(accept: str, formats: Sequence[str]) -> bool:
    """Return whether somebody would rather read a page than any data: a browser says so."""
    if any(formats):
        return formats[0].casefold() in {"html", HTML}
    return ranked(accept, (*RESULTS, *GRAPHS, HTML))[:1] == (HTML,)


def _named(name: str) -> Iterable[tuple[str, str]]:
    return ((kind, kind) for kind in _SHORT.get(name, ()))


def _accepted(accept: str) -> Iterable[tuple[str, str]]:
    for name in ranked(accept, (*RESULTS, *GRAPHS, *_OTHER_NAMES)):
        for kind in _OTHER_NAMES.get(name, (name,)):
            yield name, kind
