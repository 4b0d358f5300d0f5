"""What a reconciler needs of a graph, and the names and numbers that it keeps of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from tertium.api.reconciling.spaces import Space, Spaces
from tertium.store.vocabulary import is_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tertium.model.comparison import GraphInfo
    from tertium.model.link import Linking, LinkQuery
    from tertium.model.statistics import PropertyProfile
    from tertium.model.terms import Iri
    from tertium.queries.finding import Found
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar

__all__ = ["LinkingGraph", "Named", "Tables"]

_OWL: Final = "http://www.w3.org/2002/07/owl#"
"""Where the classes are of which only ontologies speak."""


class LinkingGraph(Protocol):
    """A graph in which things are found, and to which names are linked."""

    reader: Reader
    sidecar: Sidecar | None
    info: GraphInfo

    def find(self, text: str, *, limit: int = 10) -> tuple[Found, ...]:
        """Return the entities which a label, alias or identifier may mean, best first."""
        ...

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int = 10) -> Iterator[Linking]:
        """Yield what becomes of each query, in order, with so many candidates at most."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an identifier and a name, and the language of the name."""

    id: str
    name: str
    language: str = ""


@dataclass(frozen=True)
class Tables:
    """The classes and properties of a graph, with their names; read once, when first needed."""

    graph: LinkingGraph
    language: str = ""
    """That in which things are named; nothing is that of the graph."""

    @cached_property
    def reader(self) -> Reader:
        """What reads the graph in that language."""
        own = self.graph.reader
        return replace(own, language=self.language) if self.language else own

    @property
    def title(self) -> str:
        """What the graph is called."""
        return self.graph.info.id

    @cached_property
    def spaces(self) -> Spaces:
        """How things are called: as most of those are to which others point."""
        sidecar = self.graph.sidecar
        hubs = () if sidecar is None else sidecar.hubs()
        return Spaces(Space.of(hubs), Space.of(profile.iri for profile in self.properties))

    @cached_property
    def classes(self) -> Mapping[Iri, int]:
        """How many entities each class has, the largest first."""
        sidecar = self.graph.sidecar
        known = {} if sidecar is None else sidecar.classes()
        return {iri: n for iri, n in known.items() if is_class(iri) and not iri.startswith(_OWL)}

    @cached_property
    def properties(self) -> tuple[PropertyProfile, ...]:
        """What is known of each property, the most frequent first."""
        return () if self.graph.sidecar is None else self.graph.sidecar.properties()

    @cached_property
    def class_names(self) -> Mapping[Iri, Named]:
        """What the classes are called."""
        return self.entities(self.classes)

    @cached_property
    def property_names(self) -> Mapping[Iri, Named]:
        """What the properties are called."""
        return self.predicates(profile.iri for profile in self.properties)

    def entities(self, iris: Iterable[Iri]) -> Mapping[Iri, Named]:
        """Return what entities or classes are called."""
        return self._named(iris, self.spaces.entities)

    def predicates(self, iris: Iterable[Iri]) -> Mapping[Iri, Named]:
        """Return what properties are called."""
        return self._named(iris, self.spaces.properties)

    def having(self, kind: Iri, predicate: Iri) -> int:
        """Return how many entities of a class have a property."""
        sidecar = self.graph.sidecar
        return 0 if sidecar is None else sidecar.statistics.having.get((kind, predicate), 0)

    def _named(self, iris: Iterable[Iri], space: Space) -> Mapping[Iri, Named]:
        wanted = tuple(dict.fromkeys(iris))
        names = self.reader.names(wanted)
        entities = map(names.entity, wanted)
        return {one.iri: Named(space.brief(one.iri), one.label, one.language) for one in entities}
