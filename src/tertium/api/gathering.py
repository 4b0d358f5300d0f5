"""What patterns are made of: the triples around entities, two steps far, by a few queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tertium.model.pattern import Edge, Measured
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Quantity
from tertium.patterns import VALUES, Around
from tertium.patterns.readings import reading
from tertium.queries.arcs import arcs_from
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
    from tertium.store.surroundings import Arc

__all__ = ["Surveyor"]

_FOLLOWED: Final = 2000
"""When the triples of more values than these were read, no further edge is followed."""
_READ: Final = 5000
"""Of how many values of a thing the statements are read, with ranks, units and qualifiers."""
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
_MATCHES: Final = frozenset(
    f"http://www.w3.org/2004/02/skos/core#{name}Match"
    for name in ("broad", "close", "exact", "narrow", "related")
)
"""From a thing to what other vocabularies call it."""
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
    _known: dict[Iri, dict[Edge, tuple[Term, ...]]] = field(default_factory=dict, repr=False)

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
        unread = (arcs[iri] for iri in self.overfull(iris))
        with_units = _with_units(entities).union(*map(_numbered, unread))
        return Around(arcs, frozenset(iris), with_units)

    def overfull(self, iris: Iterable[Iri]) -> tuple[Iri, ...]:
        """Return the things of which so much is said that no statement is read, but triples."""
        arcs = self._forward(iris)
        return tuple(Iri(str(node)) for node in arcs if sum(map(len, arcs[node].values())) > _READ)

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
        missing = [iri for iri in wanted if iri not in self._known]
        read = arcs_from(self.reader, missing)
        told = self._telling({predicate for arcs in read.values() for predicate, _ in arcs})
        self._known.update((iri, _by_edge(read.get(iri, ()), told)) for iri in missing)
        return {iri: dict(self._known[iri]) for iri in wanted}

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
        """Return the predicates whose values tell something: neither names nor numbers of files.

        Nor do judgements, which without their holder would be told as facts; and nobody is singled
        out by what is sensitive.
        """
        properties = self.reader.schema().properties
        known = properties.items()
        untold = frozenset(iri for iri, one in known if one.quiet or one.judgement or one.sensitive)
        silent = _MATCHES.union(self.reader.labels)
        stated = sorted(p for p in predicates - silent if p == RDF_TYPE or is_statement(p))
        names = self.reader.names(map(canonical, stated))
        return frozenset(
            p
            for p in stated
            if names[canonical(p)].datatype not in _UNTOLD
            and (is_type(p) or canonical(p) not in untold)
        )


def _by_edge(arcs: Iterable[Arc], told: AbstractSet[Iri]) -> dict[Edge, tuple[Term, ...]]:
    """Return the values which tell something, by edge, each once."""
    found = defaultdict[Iri, dict[Term, None]](dict)
    for predicate, term in arcs:
        if predicate in told and _tells(predicate, term):
            found[predicate][_or_nameless(term)] = None
    return {Edge(predicate): tuple(terms) for predicate, terms in sorted(found.items())}


def _with_units(entities: Iterable[Description]) -> frozenset[Iri]:
    """Return the predicates of entities whose numbers are said in units."""
    return frozenset(
        direct_name(statement.predicate.iri)
        for entity in entities
        for statement in entity.statements
        if isinstance(statement.value, Quantity) and statement.value.unit is not None
    )


def _numbered(arcs: Mapping[Edge, tuple[Term, ...]]) -> frozenset[Iri]:
    """Return the predicates of numbers, of which it is not known in what they are counted."""
    counted = ((edge.predicate, reading(term)) for edge, terms in arcs.items() for term in terms)
    return frozenset(p for p, read in counted if read and read.measured is Measured.NUMBER)


def _tells(predicate: Iri, term: Term) -> bool:
    """Return whether a value tells something: no place on a map, nor that there is none."""
    if isinstance(term, BlankNode | Literal):
        return not (isinstance(term, Literal) and term.datatype == _PLACE)
    return term != NOTHING and _FILES not in term and (predicate != RDF_TYPE or is_class(term))


def _or_nameless(term: Term) -> Term:
    """Return a term; one that stands for some unknown value has no name."""
    return BlankNode("") if known(term) == SOMETHING else term
