"""Literals as the embedded store has them, wherever they come from.

Every store writes some values in its own way: Oxigraph stores 1.10 as 1.1, rdflib turns `Z` into
`+00:00`, Virtuoso drops the first zero of the year -0043. What is the same must look the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from tertium.model.terms import XSD_DATES, Literal, Term
from tertium.store.terms import from_oxigraph, to_oxigraph

__all__ = ["as_stored"]

_SHORT_YEAR: Final = re.compile(r"-([0-9]{1,3})(?=[-+Z]|\Z)")
_HERE: Final = ox.NamedNode("urn:here")


def as_stored(terms: Iterable[Term]) -> Mapping[Term, Term]:
    """Return how the embedded store has the literals among some terms.

    >>> from tertium.model.terms import XSD, Iri
    >>> decimal = Literal("+1.10", Iri(f"{XSD}decimal"))
    >>> as_stored([decimal])[decimal].lexical
    '1.1'
    """
    literals = {_node(n): term for n, term in enumerate(set(terms)) if isinstance(term, Literal)}
    store = ox.Store()
    store.extend(ox.Quad(node, _HERE, to_oxigraph(_mended(t))) for node, t in literals.items())
    return {literals[quad.subject]: from_oxigraph(quad.object) for quad in store}


def _mended(literal: Literal) -> Literal:
    """Return a date BCE with the four digits a year has at least (XSD 1.1 Part 2, 3.3.7)."""
    short = _SHORT_YEAR.match(literal.lexical)
    if short is None or literal.datatype not in XSD_DATES:
        return literal
    return replace(literal, lexical=f"-{short[1]:>04}{literal.lexical[short.end() :]}")


def _node(number: int) -> ox.NamedNode:
    return ox.NamedNode(f"urn:{number}")
