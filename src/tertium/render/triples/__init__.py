"""The comparison document as triples: what each of its keys is in RDF."""

from tertium.render.triples.restoring import Found, restored
from tertium.render.triples.shapes import PREFIXES, Leaf, Many, Shape, Term, shapes, words

__all__ = ["PREFIXES", "Found", "Leaf", "Many", "Shape", "Term", "restored", "shapes", "words"]
