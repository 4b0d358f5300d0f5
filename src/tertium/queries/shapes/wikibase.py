"""Statements of a Wikibase: p:, ps:, psv:, pq: and pqv: nodes with ranks and references."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.model.statement import Rank
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.shapes.stated import NOTHING, Part, Stated, known, order
from tertium.store.protocol import Triple
from tertium.store.surroundings import Arc, Surroundings
from tertium.store.vocabulary import RDF_TYPE

__all__ = ["RANK", "claims", "is_full_value"]

_ONTOLOGY: Final = "http://wikiba.se/ontology#"
_CLAIM: Final = re.compile(r"(.*/)prop/(P[1-9]\d*)")
_FULL: Final = re.compile(r".*/prop/(?:statement|qualifier)/value/P[1-9]\d*")
_DERIVED: Final = Iri("http://www.w3.org/ns/prov#wasDerivedFrom")
RANK: Final = Iri(_ONTOLOGY + "rank")
_RANKS: Final[dict[Term, Rank]] = {
    Iri(_ONTOLOGY + "PreferredRank"): Rank.PREFERRED,
    Iri(_ONTOLOGY + "NormalRank"): Rank.NORMAL,
    Iri(_ONTOLOGY + "DeprecatedRank"): Rank.DEPRECATED,
}
_VALUES: Final = (Iri(_ONTOLOGY + "timeValue"), Iri(_ONTOLOGY + "quantityAmount"))


def is_full_value(predicate: Iri) -> bool:
    """Return whether a predicate leads to a value with its precision, unit or bounds."""
    return "/value/P" in predicate and _FULL.fullmatch(predicate) is not None


def claims(entity: Iri, around: Surroundings) -> Iterator[Stated]:
    """Yield what the statement nodes of an entity state."""
    for predicate, node in around.arcs(entity):
        match = "/prop/P" in predicate and _CLAIM.fullmatch(predicate)
        if not match or isinstance(node, BlankNode | Literal):
            continue
        arcs = around.arcs(node)
        claim = _Claim(match[1], match[2], node, arcs, (entity, predicate, node))
        rank = _RANKS.get(_first(arcs, RANK) or NOTHING)
        main = claim.main()
        if rank is not None and main is not None:
            yield _stated(claim, main, rank=rank, around=around)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A statement node of a property, and the triple which leads to it."""

    base: str
    number: str
    node: Iri
    arcs: Sequence[Arc]
    link: Triple

    def canonical(self, number: str) -> Iri:
        return Iri(f"{self.base}entity/{number}")

    def main(self) -> Arc | None:
        """Return the arc which says the value, or that there is none."""
        said, none = self.under("statement/") + self.number, self.under("novalue/") + self.number
        found = (a for a in self.arcs if a[0] == said or (a[0] == RDF_TYPE and a[1] == none))
        return min(found, key=lambda arc: (arc[0], order(arc[1])), default=None)

    def under(self, path: str) -> str:
        return f"{self.base}prop/{path}"


def _stated(claim: _Claim, main: Arc, *, rank: Rank, around: Surroundings) -> Stated:
    predicate, term = main
    value = NOTHING if predicate == RDF_TYPE else known(term)
    full = claim.under("statement/value/") + claim.number
    said = () if isinstance(term, BlankNode) else ((claim.node, predicate, term),)
    return Stated(
        iri=claim.node,
        subject=Iri(str(claim.link[0])),
        predicate=claim.canonical(claim.number),
        term=value,
        node=_first(claim.arcs, Iri(full)),
        rank=rank,
        qualifiers=tuple(_qualifiers(claim, around)),
        references=tuple(o for p, o in claim.arcs if p == _DERIVED),
        triples=(claim.link, *said),
    )


def _qualifiers(claim: _Claim, around: Surroundings) -> Iterator[Part]:
    plain, none = claim.under("qualifier/"), claim.under("novalue/")
    full = claim.under("qualifier/value/")
    for predicate, term in claim.arcs:
        if predicate.startswith(plain) and "/" not in predicate[len(plain) :]:
            number = predicate[len(plain) :]
            nodes = sorted((o for p, o in claim.arcs if p == full + number), key=order)
            yield Part(claim.canonical(number), known(term), _node_of(term, nodes, around))
        elif predicate == RDF_TYPE and isinstance(term, str) and term.startswith(none):
            number = term[len(none) :]
            if number != claim.number:
                yield Part(claim.canonical(number), NOTHING)


def _first(arcs: Sequence[Arc], predicate: Iri) -> Term | None:
    """Return where a predicate leads; of several ends the same one, whatever their order."""
    return min((o for p, o in arcs if p == predicate), key=order, default=None)


def _node_of(term: Term, nodes: Sequence[Term], around: Surroundings) -> Term | None:
    if len(nodes) == 1:
        return nodes[0]
    return next((node for node in nodes if term in around.objects(node, *_VALUES)), None)
