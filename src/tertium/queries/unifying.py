"""Which things of a graph are one, by the links in it; what was looked up once is remembered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import chain, islice
from typing import Final

from tertium.model.identity import Clash, Conflict, Identities, Identity, Link
from tertium.model.schema import Schema
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.queries.forgetting import forget
from tertium.queries.reading.names import Names
from tertium.store.oxigraph import OxigraphStore
from tertium.store.vocabulary import IDENTITIES, is_statement

__all__ = ["SURE", "Unifier", "kept_apart"]

SURE: Final = Decimal("0.9")
"""A link which is declared to be less certain does not make two things one."""
_FEW: Final = 10_000
"""So many links are read at once: it takes some milliseconds."""
_MOST: Final = 200
"""So many IRIs may mean one thing."""
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SOURCE: Final = Iri(_OWL + "annotatedSource")
_PROPERTY: Final = Iri(_OWL + "annotatedProperty")
_TARGET: Final = Iri(_OWL + "annotatedTarget")
_CONFIDENCE: Final = Iri("https://w3id.org/sssom/confidence")
_Apart = Callable[[Iri, Iri], bool]


def kept_apart(
    names: Callable[[Iterable[Iri]], Names], schema: Callable[[Iterable[Iri]], Schema]
) -> _Apart:
    """Return what says of which two things that they are of disjoint classes."""

    def apart(one: Iri, other: Iri) -> bool:
        known = names((one, other))
        kinds = known.entity(one).types, known.entity(other).types
        return all(kinds) and schema((*kinds[0], *kinds[1])).excludes(*kinds)

    return apart


@dataclass(frozen=True, slots=True)
class Unifier:
    """Follows links from thing to thing in the embedded store; `apart` says what cannot be one.

    If there are so `few` links or fewer, all ends of them are known from the first question on.
    """

    store: OxigraphStore
    apart: _Apart
    few: int = _FEW
    _known: dict[Iri, Identity] = field(default_factory=dict, repr=False)
    _used: dict[Iri, bool] = field(default_factory=dict, repr=False)
    _linked: list[frozenset[Iri] | None] = field(default_factory=list, repr=False)

    @property
    def idle(self) -> bool:
        """Whether the graph has no links at all."""
        return not any(map(self._uses, IDENTITIES))

    def identity(self, iri: Iri) -> Identity:
        """Return a thing under all its IRIs."""
        if self.idle or not self._is_linked(iri):
            return Identity.alone(iri)
        if iri not in self._known:
            links = self._around(iri)
            found = self._settled(links).groups if links else ()
            forget(self._known)
            self._known[iri] = Identity.alone(iri)
            for group in found:
                own = tuple(one for one in links if one[0] in group and one[2] in group)
                self._known.update(dict.fromkeys(group, self._identity(group, own)))
        return self._known[iri]

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the links of the whole graph which count for nothing, and why."""
        seen, found = set[Iri](), set[Conflict]()
        for predicate in filter(self._uses, IDENTITIES):
            for start, _ in self.store.linked(predicate):
                if start not in seen:
                    links = self._around(start)
                    seen |= {start, *(end for one in links for end in (one[0], one[2]))}
                    found |= {*self._settled(links).conflicts}
        return tuple(sorted(found))

    def _is_linked(self, iri: Iri) -> bool:
        """Return whether a thing can be linked to another: where links are few, all are known."""
        if not self._linked:
            self._linked.append(self._ends())
        (ends,) = self._linked
        return ends is None or iri in ends

    def _ends(self) -> frozenset[Iri] | None:
        """Return all that is linked to something, unless there is too much of it to keep."""
        links = chain.from_iterable(map(self.store.linked, filter(self._uses, IDENTITIES)))
        found = tuple(islice(links, self.few + 1))
        return None if len(found) > self.few else frozenset(chain.from_iterable(found))

    def _settled(self, links: tuple[Link, ...]) -> Identities:
        ends = {end for one in links for end in (one[0], one[2])}
        if len(ends) > _MOST:
            return Identities((), (Conflict(tuple(sorted(ends)), Clash.CROWD.value),))
        return Identities.of(links, apart=self.apart)

    def _around(self, start: Iri) -> tuple[Link, ...]:
        """Return the links between all that is linked to a thing, however far, sorted."""
        reached, found = {start}, set[Link]()
        for iri in (queue := [start]):
            for link in self._links(iri):
                found.add(link)
                for end in {link[0], link[2]} - reached:
                    reached.add(end)
                    queue.append(end)
            if len(reached) > _MOST:
                break
        return tuple(sorted(found))

    def _links(self, iri: Iri) -> Iterator[Link]:
        for predicate in filter(self._uses, IDENTITIES):
            there = ((iri, predicate, end) for end in _iris(self.store.objects(iri, predicate)))
            here = ((end, predicate, iri) for end in _iris(self.store.subjects(predicate, iri)))
            for link in (*there, *here):
                if link[0] != link[2] and self._is_sure(link):
                    yield link

    def _is_sure(self, link: Link) -> bool:
        if not self._uses(_CONFIDENCE):
            return True
        source, predicate, target = link
        said = [
            number
            for node in self.store.subjects(_TARGET, target)
            if source in self.store.objects(node, _SOURCE)
            and predicate in self.store.objects(node, _PROPERTY)
            for number in self.store.objects(node, _CONFIDENCE)
        ]
        return not said or any(_number(term) >= SURE for term in said)

    def _identity(self, group: Iterable[Iri], links: tuple[Link, ...]) -> Identity:
        ranked = sorted((self._place(iri), iri) for iri in group)
        return Identity(
            iri=ranked[0][1],
            members=tuple(iri for (stated, said), iri in ranked if stated or said),
            others=tuple(iri for (stated, said), iri in ranked if not (stated or said)),
            links=links,
        )

    def _place(self, iri: Iri) -> tuple[int, int]:
        """Return where an IRI stands: the more is stated of it, or else said, the better."""
        said = [predicate for predicate, _ in self.store.arcs(iri) if predicate not in IDENTITIES]
        return -sum(map(is_statement, said)), -len(said)

    def _uses(self, predicate: Iri) -> bool:
        if predicate not in self._used:
            self._used[predicate] = self.store.uses(predicate)
        return self._used[predicate]


def _iris(terms: Iterable[Iri | BlankNode | Literal]) -> Iterator[Iri]:
    return (Iri(term) for term in terms if not isinstance(term, BlankNode | Literal))


def _number(term: Iri | BlankNode | Literal) -> Decimal:
    """Return how certain a link is; what is no number says nothing against it."""
    try:
        number = Decimal(term.lexical) if isinstance(term, Literal) else SURE
    except InvalidOperation:
        return SURE
    return number if number.is_finite() else SURE
