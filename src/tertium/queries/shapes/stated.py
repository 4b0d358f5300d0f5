"""What a graph states, in terms: the same noun for every shape."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from tertium.model.statement import Rank
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.store.protocol import Triple

__all__ = ["NOTHING", "SOMETHING", "Part", "Stated", "known", "minted", "order"]

_SKOLEM: Final = "/.well-known/genid/"
_MINTED: Final = "https://w3id.org/tertium/triple/"
NOTHING: Final = Iri("https://w3id.org/tertium/ontology#noValue")
SOMETHING: Final = Iri("https://w3id.org/tertium/ontology#someValue")


@dataclass(frozen=True, slots=True)
class Part:
    """A qualifier; `node` leads to the full value, if there is one."""

    predicate: Iri
    term: Term
    node: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One thing said of a subject.

    `triples` are those which say it; when empty, they are the statement node's own subject,
    predicate and object. `references` lead to what is cited: sources, or nodes about them.
    """

    iri: Iri
    subject: Iri
    predicate: Iri
    term: Term
    node: Term | None = None
    rank: Rank = Rank.NORMAL
    qualifiers: tuple[Part, ...] = ()
    references: tuple[Term, ...] = ()
    triples: tuple[Triple, ...] = ()


def known(term: Term) -> Term:
    """Return a term, or that there is some value: a nameless node, skolemised or not."""
    nameless = isinstance(term, BlankNode) or (isinstance(term, str) and _SKOLEM in term)
    return SOMETHING if nameless else term


def minted(*terms: Term) -> Iri:
    """Return a stable IRI for what a triple, or a node by its parts, states."""
    digest = blake2b("\n".join(map(order, terms)).encode(), digest_size=16)
    return Iri(_MINTED + digest.hexdigest())


def order(term: Term) -> str:
    """Return a text by which terms are told apart and sorted; of a blank node, nothing."""
    if isinstance(term, Literal):
        return f'"{term.lexical}" {term.language} {term.datatype}'
    return term if isinstance(term, str) else ""
