"""Annotations of RDF 1.2 in the words of RDF 1.1, which every reader and query understands."""

import pyoxigraph as ox

__all__ = ["spell_out"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_REIFIES = ox.NamedNode(_RDF + "reifies")
_SUBJECT = ox.NamedNode(_RDF + "subject")
_PREDICATE = ox.NamedNode(_RDF + "predicate")
_OBJECT = ox.NamedNode(_RDF + "object")


def spell_out(store: ox.Store) -> None:
    """Add subject, predicate and object to each node that reifies a triple."""
    for quad in list(store.quads_for_pattern(None, _REIFIES, None)):
        triple = quad.object
        if isinstance(triple, ox.Triple) and not isinstance(triple.object, ox.Triple):
            parts = zip(
                (_SUBJECT, _PREDICATE, _OBJECT),
                (triple.subject, triple.predicate, triple.object),
                strict=True,
            )
            store.extend(ox.Quad(quad.subject, p, o, quad.graph_name) for p, o in parts)
