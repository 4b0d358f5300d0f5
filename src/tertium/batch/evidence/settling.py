"""A short digest of whatever was read, the same wherever and in whichever order it was."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from tertium.model.terms import BlankNode, Term
from tertium.store.digesting import digest
from tertium.store.surroundings import Surroundings
from tertium.store.terms import to_oxigraph

__all__ = ["settled", "short", "surroundings"]

_BYTES = 12


def short(text: str) -> str:
    """Return a digest of a text: 24 hexadecimal digits."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=_BYTES).hexdigest()


def settled(value: object) -> str:
    """Return a text of a value in which sets and mappings are in order.

    Fields of nouns that do not count when two are compared are left out.
    """
    match value:
        case Mapping():
            return f"{{{';'.join(sorted(f'{settled(k)}:{settled(value[k])}' for k in value))}}}"
        case AbstractSet():
            return f"{{{';'.join(sorted(map(settled, value)))}}}"
        case tuple():
            return f"({';'.join(map(settled, value))})"
        case _ if is_dataclass(value) and not isinstance(value, type):
            told = (settled(getattr(value, one.name)) for one in fields(value) if one.compare)
            return f"{type(value).__name__}({';'.join(told)})"
        case _:
            return repr(value)


def surroundings(around: Surroundings) -> str:
    """Return a digest of triples, however they are ordered and their nameless nodes labelled."""
    return short(digest("\n".join(_lines(around)).encode(errors="surrogatepass")))


def _lines(around: Surroundings) -> Iterator[str]:
    for subject, arcs in around.triples.items():
        start = _written(subject)
        for predicate, term in arcs:
            yield f"{start} <{predicate}> {_written(term)} ."
    for triple, graphs in around.graphs.items():
        for graph in graphs:
            yield f"{' '.join(map(_written, triple))} <{graph}> ."


def _written(term: Term) -> str:
    return f"_:{term.label}" if isinstance(term, BlankNode) else str(to_oxigraph(term))
