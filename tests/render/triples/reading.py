"""What parsers make of a page, in the form in which it is read back."""

import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox
import rdflib

from tertium.render.triples import Found

__all__ = ["canonical", "quads", "through_rdflib", "triples"]

_FORMS = {"turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
_SYNTAXES = {"turtle": "turtle", "jsonld": "json-ld"}


def quads(text: str, name: str) -> list[ox.Quad]:
    return list(ox.parse(text, format=_FORMS[name]))


def canonical(found: Iterable[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(found)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def through_rdflib(text: str, name: str) -> list[ox.Quad]:
    graph = rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, of its reader
        graph.parse(data=text, format=_SYNTAXES[name])
    return list(ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))


def triples(found: Iterable[ox.Quad]) -> Mapping[str, Mapping[str, list[Found]]]:
    told: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for quad in found:
        told[_found(quad.subject).text][quad.predicate.value].append(_found(quad.object))
    return told


def _found(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Found:
    if isinstance(term, ox.Literal):
        return Found(term.value, term.datatype.value)
    return Found(term.value if isinstance(term, ox.NamedNode) else str(term))
