"""The media types of answers, and what writes them."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

import pyoxigraph as ox

from tertium.errors import NotAcceptableError

__all__ = ["GRAPH_TYPES", "RESULT_TYPES", "chosen"]

_F = TypeVar("_F")

RESULT_TYPES: Final[Mapping[str, ox.QueryResultsFormat]] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""What an answer of rows, or of yes or no, can be."""

GRAPH_TYPES: Final[Mapping[str, ox.RdfFormat]] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "text/n3": ox.RdfFormat.N3,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""What an answer of triples can be."""


def chosen(accepts: Iterable[str], known: Mapping[str, _F]) -> tuple[str, _F]:
    """Return the first media type wanted which is known, and what writes it.

    Raises:
        NotAcceptableError: when none of them is known.

    """
    for kind in accepts:
        if kind in known:
            return kind, known[kind]
    raise NotAcceptableError(tuple(known))
