"""Rows as every contestant can tell them: the same text for the same value."""

from collections.abc import Iterable
from decimal import Decimal

import pyoxigraph as ox
import rdflib

from benchmarks.contests import Told
from tertium.model.terms import Iri, Literal
from tertium.store.vocabulary import canonical

__all__ = ["told"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(_XSD + name for name in ("decimal", "integer", "double"))


def told(rows: Iterable[tuple[str, str, object]]) -> Told:
    """Return rows of a property or its direct predicate, an entity, and a term of any library."""
    return frozenset((canonical(Iri(p)), str(entity), _value(term)) for p, entity, term in rows)


def _value(term: object) -> str:
    match term:
        case Literal():
            return _literal(term.lexical, term.datatype)
        case ox.Literal():
            return _literal(term.value, term.datatype.value)
        case rdflib.Literal():
            return _literal(str(term), str(term.datatype))
        case ox.NamedNode():
            return term.value
        case _:
            return str(term)


def _literal(lexical: str, datatype: str) -> str:
    """Return a number without its spelling, a time without that of its zone (rdflib changes it)."""
    if datatype in _NUMBERS:
        return f"{Decimal(lexical).normalize():f}"
    return lexical.replace("+00:00", "Z")
