"""What leads from entities and to them, by queries or by lookups; both find the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Final, Protocol

from tertium.model.identity import Identity
from tertium.model.neighbourhood import Edge, Neighbourhood
from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import number_in, text_in
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Binding, GraphStore, select
from tertium.store.vocabulary import RDF_SUBJECT, canonical, is_broader, is_statement, is_type

__all__ = ["LookupSurveyor", "QuerySurveyor", "Surveyor", "surveyor_of"]

_MOST_READ: Final = 5000
"""To how many edges a node may be the end, before none of them is read."""
_Link = tuple[Iri, Iri, Iri]


class Surveyor(Protocol):
    """Finds the edges around nodes."""

    def around(self, nodes: Sequence[Iri], *, most: int) -> Neighbourhood:
        """Return the edges from nodes, and those to them of which at most so many are alike."""
        ...


@dataclass(frozen=True, slots=True)
class QuerySurveyor:
    """Asks saved queries of any store: first how many lead to a node, then who."""

    store: GraphStore
    catalogue: Catalogue

    def around(self, nodes: Sequence[Iri], *, most: int) -> Neighbourhood:
        """Return the edges from nodes, and those to them of which at most so many are alike."""
        if not nodes:
            return Neighbourhood()
        counted = self._counted(nodes)
        total = Counter[Iri]()
        for (_, value), count in counted.items():
            total[value] += count
        crowded = frozenset(value for value, count in total.items() if count > _MOST_READ)
        few = [(p, v) for (p, v), n in counted.items() if n <= most and v not in crowded]
        links = self._links("paths/outward", subject=nodes)
        if few:
            links += self._links("paths/inward", predicate=few)
        return Neighbourhood(
            edges=frozenset(_edges(links)),
            crowds={(canonical(p), v): n for (p, v), n in counted.items() if v not in crowded},
            surveyed=frozenset(nodes),
            crowded=crowded,
        )

    def _counted(self, nodes: Sequence[Iri]) -> dict[tuple[Iri, Iri], int]:
        rows = select(self.store, self.catalogue["paths/fan-in"].bind(value=nodes))
        found = {
            (_iri(row, "predicate"), _iri(row, "value")): number_in(row, "subjects") for row in rows
        }
        # Where there is nothing to group, rdflib answers one empty row.
        return {pair: count for pair, count in found.items() if count and _leads(pair[0])}

    def _links(self, name: str, **values: Iterable[str] | Iterable[tuple[str, ...]]) -> list[_Link]:
        rows = select(self.store, self.catalogue[name].bind(**values))
        return [(_iri(row, "subject"), _iri(row, "predicate"), _iri(row, "value")) for row in rows]


@dataclass(frozen=True, slots=True)
class LookupSurveyor:
    """Reads the indexes of the embedded store: much quicker.

    With an `identity` for each thing, nodes are those that stand for things.
    """

    store: OxigraphStore
    identity: Callable[[Iri], Identity] | None = None
    _nodes: dict[Iri, bool] = field(default_factory=dict, repr=False)

    def around(self, nodes: Sequence[Iri], *, most: int) -> Neighbourhood:
        """Return the edges from nodes, and those to them of which at most so many are alike."""
        links: list[_Link] = []
        crowds: dict[tuple[Iri, Iri], int] = {}
        crowded = set[Iri]()
        for node in dict.fromkeys(nodes):
            members = self.identity(node).members if self.identity else (node,)
            out = chain.from_iterable(map(self.store.links, members))
            links += ((node, p, value) for p, value in out if _leads(p))
            leading = chain.from_iterable(map(self._leading, members))
            read = tuple(islice(leading, _MOST_READ + 1))
            if len(read) > _MOST_READ:
                crowded.add(node)
                continue
            found = [one for one in dict.fromkeys(read) if not self._is_node(one[0])]
            alike = Counter(predicate for _, predicate in found)
            crowds |= {(canonical(p), node): count for p, count in alike.items()}
            links += ((subject, p, node) for subject, p in found if alike[p] <= most)
        return Neighbourhood(
            edges=frozenset(_edges(self._standing(links))),
            crowds=crowds,
            surveyed=frozenset(nodes),
            crowded=frozenset(crowded),
        )

    def _standing(self, links: list[_Link]) -> list[_Link]:
        if self.identity is None:
            return links
        stand = cache(self.identity)
        return [(stand(subject).iri, p, stand(value).iri) for subject, p, value in links]

    def _leading(self, node: Iri) -> Iterator[tuple[Iri, Iri]]:
        return ((s, p) for s, p in self.store.backlinks(node) if _leads(p))

    def _is_node(self, subject: Iri) -> bool:
        """Return whether a subject is a statement node, of which there may be none at all."""
        if RDF_SUBJECT not in self._nodes:
            self._nodes[RDF_SUBJECT] = self.store.uses(RDF_SUBJECT)
        return self._nodes[RDF_SUBJECT] and any(
            True for _ in self.store.objects(subject, RDF_SUBJECT)
        )


def surveyor_of(reader: Reader) -> Surveyor:
    """Return what surveys the graph of a reader quickest."""
    if isinstance(reader.store, OxigraphStore):
        linked = reader.unifier is not None and not reader.unifier.idle
        return LookupSurveyor(reader.store, reader.identity if linked else None)
    return QuerySurveyor(reader.store, reader.catalogue)


def _iri(row: Binding, column: str) -> Iri:
    """Return an IRI, also where Virtuoso sends the only one of a VALUES block as a text."""
    return Iri(text_in(row, column))


@lru_cache(_MOST_READ)
def _leads(predicate: Iri) -> bool:
    """Return whether a predicate leads from entity to entity, not to a class or a wider one."""
    return is_statement(predicate) and not is_type(predicate) and not is_broader(predicate)


def _edges(links: Iterable[_Link]) -> Iterator[Edge]:
    for subject, predicate, value in links:
        if subject != value and _leads(predicate):
            yield Edge(subject, canonical(predicate), value)
