"""What patterns are made of: the triples around entities, two steps far, by a few queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tertium.model.pattern import Edge
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Quantity
from tertium.patterns import VALUES, Around
from tertium.queries.reading.columns import iri_in
from tertium.queries.shapes.stated import NOTHING, SOMETHING, known
from tertium.store.protocol import select
from tertium.store.vocabulary import (
    RDF_TYPE,
    canonical,
    direct_name,
    is_class,
    is_statement,
    is_type,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tertium.model.description import Description
    from tertium.queries.reader import Reader
    from tertium.store.protocol import Triple

__all__ = ["Surveyor"]

_TOGETHER: Final = 200
"""Of how many things triples are asked for at once."""
_FOLLOWED: Final = 2000
"""When the triples of more values than these were read, no further edge is followed."""
_POINTING: Final = 5000
"""As many rows as `patterns/pointing` returns at most."""
_WIKIBASE: Final = "http://wikiba.se/ontology#"
_UNTOLD: Final = frozenset(
    _WIKIBASE + kind
    for kind in (
        "ExternalId",
        "Url",
        "CommonsMedia",
        "GlobeCoordinate",
        "Monolingualtext",
        "String",
    )
)
"""The datatypes of catalogue numbers, addresses, files, places on a map and spellings."""
_PLACE: Final = "http://www.opengis.net/ont/geosparql#wktLiteral"
_FILES: Final = "/wiki/Special:FilePath/"


@dataclass(frozen=True, slots=True)
class Surveyor:
    """Reads what leads from and to entities, as far as it tells something."""

    reader: Reader
    crowded: dict[Iri, None] = field(default_factory=dict)
    """At these more things point than were read."""
    unfollowed: dict[Edge, None] = field(default_factory=dict)
    """Of the values of these nothing was read, for there are too many."""

    def around(
        self, entities: Sequence[Description], *, radius: int, inverse: bool = False
    ) -> Around:
        """Return what is around entities, and around values which can be compared.

        Values of an edge which only some have are not followed, nor more than a hundred each; nor,
        beyond some thousands, those of the edges which have the most.
        """
        iris = [entity.iri for entity in entities]
        arcs = self._forward(iris)
        if inverse:
            for iri in iris:
                arcs[iri] |= self._backward(iri)
        if radius > 1:
            followed = self._followed([arcs[iri] for iri in iris])
            arcs |= self._forward(term for term in followed if term not in arcs)
        return Around(arcs, frozenset(iris), _with_units(entities))

    def _followed(self, arcs: Sequence[Mapping[Edge, tuple[Term, ...]]]) -> tuple[Iri, ...]:
        """Return the values of those edges which all have, of the least crowded edges first."""
        shared = set[Edge].intersection(*map(set, arcs))
        found: dict[Iri, None] = {}
        wide = {edge: max(len(each[edge]) for each in arcs) for edge in shared if not edge.inverse}
        for edge in sorted(wide, key=lambda edge: (wide[edge], edge)):
            if len(found) > _FOLLOWED:
                self.unfollowed[edge] = None
                continue
            terms = (term for each in arcs for term in each[edge][:VALUES])
            found |= {term: None for term in terms if not isinstance(term, BlankNode | Literal)}
        return tuple(found)

    def arcs(self, iris: Iterable[Iri]) -> Around:
        """Return what leads from things."""
        return Around(self._forward(iris))

    def _forward(self, iris: Iterable[Iri]) -> dict[Term, dict[Edge, tuple[Term, ...]]]:
        wanted = tuple(dict.fromkeys(iris))
        query = self.reader.catalogue["patterns/arcs"]
        triples: list[Triple] = []
        for start in range(0, len(wanted), _TOGETHER):
            some = wanted[start : start + _TOGETHER]
            rows = select(self.reader.store, query.bind(entity=some))
            triples += (
                (iri_in(row, "entity"), iri_in(row, "property"), row["value"]) for row in rows
            )
        told = self._telling({predicate for _, predicate, _ in triples})
        found = defaultdict[Term, dict[Edge, dict[Term, None]]](lambda: defaultdict(dict))
        for subject, predicate, term in triples:
            if predicate in told and _tells(predicate, term):
                found[subject][Edge(predicate)][_or_nameless(term)] = None
        return {
            iri: {edge: tuple(terms) for edge, terms in sorted(found[iri].items())}
            for iri in wanted
        }

    def _backward(self, iri: Iri) -> dict[Edge, tuple[Term, ...]]:
        query = self.reader.catalogue["patterns/pointing"]
        rows = select(self.reader.store, query.bind(entity=iri))
        if len(rows) == _POINTING:
            self.crowded[iri] = None
        found: dict[Edge, dict[Term, None]] = {}
        told = self._telling({iri_in(row, "property") for row in rows})
        for row in rows:
            predicate, other = iri_in(row, "property"), row["other"]
            if predicate in told and predicate != RDF_TYPE:
                found.setdefault(Edge(predicate, inverse=True), {})[other] = None
        return {edge: tuple(others) for edge, others in found.items()}

    def _telling(self, predicates: AbstractSet[Iri]) -> frozenset[Iri]:
        """Return the predicates whose values tell something: neither names nor numbers of files."""
        stated = sorted(p for p in predicates if p == RDF_TYPE or is_statement(p))
        names = self.reader.names(map(canonical, stated))
        properties = self.reader.schema().properties
        return frozenset(
            p
            for p in stated
            if names[canonical(p)].datatype not in _UNTOLD
            and (is_type(p) or canonical(p) not in properties or not properties[canonical(p)].quiet)
        )


def _with_units(entities: Iterable[Description]) -> frozenset[Iri]:
    """Return the predicates of entities whose numbers are said in units."""
    return frozenset(
        direct_name(statement.predicate.iri)
        for entity in entities
        for statement in entity.statements
        if isinstance(statement.value, Quantity) and statement.value.unit is not None
    )


def _tells(predicate: Iri, term: Term) -> bool:
    """Return whether a value tells something: no place on a map, nor that there is none."""
    if isinstance(term, BlankNode | Literal):
        return not (isinstance(term, Literal) and term.datatype == _PLACE)
    return term != NOTHING and _FILES not in term and (predicate != RDF_TYPE or is_class(term))


def _or_nameless(term: Term) -> Term:
    """Return a term; one that stands for some unknown value has no name."""
    return BlankNode("") if known(term) == SOMETHING else term
