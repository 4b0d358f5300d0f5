"""Terms of the embedded store as plain terms, and back.

Lexical forms and language tags are kept as the store has them; nothing is made a Python value.
"""

import pyoxigraph as ox

from tertium.errors import BadTermError
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.store.protocol import Triple

__all__ = [
    "Node",
    "checked_iri",
    "from_oxigraph",
    "from_resource",
    "from_triple",
    "to_oxigraph",
    "to_quad",
    "to_resource",
]

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
"""What the store may hold at an end of a triple."""


def from_oxigraph(node: Node) -> Term:
    """Return a node of the store as a plain term.

    Raises:
        BadTermError: when it is a quoted triple, for which there is no noun.

    """
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    if isinstance(node, ox.Literal):
        return Literal(node.value, Iri(node.datatype.value), node.language or "")
    if isinstance(node, ox.BlankNode):
        return BlankNode(node.value)
    raise BadTermError(str(node), "a quoted triple")


def from_resource(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> Iri | BlankNode:
    """Return a subject of the store, which is never a triple, as a plain term."""
    return Iri(node.value) if isinstance(node, ox.NamedNode) else BlankNode(str(node)[2:])


def from_triple(triple: ox.Triple | ox.Quad) -> Triple:
    """Return a triple of the store as plain terms."""
    subject, predicate = from_oxigraph(triple.subject), Iri(triple.predicate.value)
    return subject, predicate, from_oxigraph(triple.object)


def to_oxigraph(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return a plain term as a node of the store.

    Raises:
        BadTermError: when it is malformed.

    """
    if not isinstance(term, Literal):
        return to_resource(term)
    try:
        if term.datatype == RDF_LANG_STRING:
            return ox.Literal(term.lexical, language=term.language)
        return ox.Literal(term.lexical, datatype=_named(term.datatype))
    except ValueError as error:
        raise BadTermError(term.lexical, str(error)) from error


def to_quad(triple: Triple) -> ox.Quad:
    """Return a triple as one of the store's default graph.

    Raises:
        BadTermError: when a term is malformed, or a literal is the subject.

    """
    subject, predicate, value = triple
    if isinstance(subject, Literal):
        raise BadTermError(subject.lexical, "a literal cannot be a subject")
    return ox.Quad(to_resource(subject), _named(predicate), to_oxigraph(value))


def checked_iri(text: str) -> Iri:
    """Return the text as an IRI if it is an absolute one (RFC 3987).

    Raises:
        BadTermError: when it is not.

    """
    _named(text)
    return Iri(text)


def to_resource(term: Iri | BlankNode) -> ox.NamedNode | ox.BlankNode:
    """Return a plain term as a node that may be a subject.

    Raises:
        BadTermError: when it is malformed.

    """
    return ox.BlankNode(term.label) if isinstance(term, BlankNode) else _named(term)


def _named(text: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(text)
    except ValueError as error:
        raise BadTermError(text, str(error)) from error
