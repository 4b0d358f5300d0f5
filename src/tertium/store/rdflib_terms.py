"""rdflib's terms as plain terms, and back.

Only lexical forms, datatypes and tags are read, never the Python value: rdflib has none for
dates BCE.
"""

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from tertium.errors import BadTermError
from tertium.model import terms
from tertium.model.terms import RDF_LANG_STRING, XSD_STRING, BlankNode, Iri, Term

__all__ = ["from_rdflib", "to_rdflib"]


def from_rdflib(node: Node) -> Term:
    """Return an rdflib node as a plain term.

    Raises:
        BadTermError: when it is a variable or a formula.

    """
    if isinstance(node, URIRef):
        return Iri(str(node))
    if isinstance(node, BNode):
        return BlankNode(str(node))
    if not isinstance(node, Literal):
        raise BadTermError(str(node), "neither an IRI nor a blank node nor a literal")
    if node.language:
        return terms.Literal(str(node), RDF_LANG_STRING, node.language)
    return terms.Literal(str(node), Iri(str(node.datatype or XSD_STRING)))


def to_rdflib(term: Term) -> URIRef | BNode | Literal:
    """Return a plain term as an rdflib node."""
    if isinstance(term, BlankNode):
        return BNode(term.label)
    if not isinstance(term, terms.Literal):
        return URIRef(term)
    if term.language:
        return Literal(term.lexical, lang=term.language)
    datatype = None if term.datatype == XSD_STRING else URIRef(term.datatype)
    return Literal(term.lexical, datatype=datatype, normalize=False)
