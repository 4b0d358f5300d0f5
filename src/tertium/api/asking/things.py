"""From the entities of one graph to queries that another is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api.asking.evidence import Evidence
from tertium.api.asking.pairing import paired, unnamed
from tertium.api.asking.words import Words
from tertium.errors import UnknownEntityError
from tertium.model.link import (
    Candidate,
    Linking,
    LinkOutcome,
    LinkQuery,
    Reason,
    ReasonKind,
)
from tertium.queries.climbing import Climber
from tertium.queries.prefixes import is_own
from tertium.queries.reading.columns import iri_in, iris_in
from tertium.store.protocol import select
from tertium.store.vocabulary import BACKGROUND, is_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api.asking.pairing import Linker
    from tertium.api.graph import KnowledgeGraph
    from tertium.model.description import Description
    from tertium.model.terms import Iri

__all__ = ["Things"]

_TOGETHER: Final = 100
"""How many entities are described at once."""
_CERTAIN: Final = 1.0


@dataclass(frozen=True)
class Things:
    """The entities of a graph, to be linked to those of another.

    Names, classes, dates, places and identifiers become evidence as far as the other graph has
    properties and classes which mean the same. A link which one of the graphs states is taken as
    it is, and said to be stated. Where the other graph is a service, it is none.
    """

    source: KnowledgeGraph
    target: KnowledgeGraph | None

    def of_classes(self, classes: Sequence[Iri] = ()) -> tuple[Iri, ...]:
        """Return the entities of these classes and those below them, or of all that are counted."""
        wanted = self.below(classes) if classes else tuple(sorted(self._all()))
        if not wanted:
            return ()
        query = self.source.reader.catalogue["link/things"]
        found = iris_in(select(self.source.reader.store, query.bind(kind=wanted)), "entity")
        return tuple(iri for iri in found if not is_own(iri))

    def below(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """Return classes with those of the graph that are below them, however far; sorted."""
        found, known = set(classes), self._all()
        steps = Climber(self.source.reader.gatherer).climb(known) if known else {}
        size = 0
        while len(found) > size:
            size = len(found)
            found |= {one for one, broader in steps.items() if not found.isdisjoint(broader)}
        return tuple(sorted(found))

    def linked(self, iris: Iterable[Iri], linker: Linker) -> Iterator[Linking]:
        """Yield entities with what they are linked to, in the order given."""
        for _, linking in paired(self._asked(iris), lambda asked: asked, linker):
            yield linking

    def _asked(self, iris: Iterable[Iri]) -> Iterator[LinkQuery | Linking]:
        rest = iter(iris)
        while some := tuple(islice(rest, _TOGETHER)):
            yield from self._asked_of(some)

    def _asked_of(self, iris: Sequence[Iri]) -> Iterator[LinkQuery | Linking]:
        """Yield what some entities ask; one of which nothing is said but its class has no name."""
        reader = self.source.reader
        try:
            described = reader.descriptions(iris)
        except UnknownEntityError:
            half = len(iris) // 2
            if not half:
                yield unnamed(LinkQuery(text="", key=iris[0]))
                return
            yield from self._asked_of(iris[:half])
            yield from self._asked_of(iris[half:])
            return
        alignment, stated = reader.alignment(described), self._stated(described)
        for one in described:
            query = self._evidence.query(one, alignment)
            twins = stated.get(one.iri, ())
            yield self._settled(query, twins) if twins else unnamed(query)

    def _stated(self, described: Iterable[Description]) -> Mapping[Iri, tuple[Iri, ...]]:
        """Return to which entities of the other graph a link is stated, in either graph."""
        if self.target is None:
            return {}
        reader = self.target.reader
        found = {
            one.iri: [iri for iri in (one.iri, *one.same_as) if reader.knows(iri)]
            for one in described
        }
        query = reader.catalogue["labels/identities"]
        for row in select(reader.store, query.bind(identity=tuple(found))):
            found[iri_in(row, "identity")].append(iri_in(row, "entity"))
        return {iri: tuple(dict.fromkeys(twins)) for iri, twins in found.items()}

    def _settled(self, query: LinkQuery, twins: tuple[Iri, ...]) -> Linking:
        """Return a link which is stated; of several, it is not said which one counts."""
        reader = self.target.reader if self.target else self.source.reader
        names, blurbs = reader.names(twins), reader.blurbs(twins)
        alone = len(twins) == 1
        candidates = (
            Candidate(
                entity=names.entity(iri),
                description=blurbs[iri],
                matched=iri,
                score=_CERTAIN / len(twins),
                reasons=(Reason(ReasonKind.IDENTIFIER, _reason(iri, query.key), _CERTAIN),),
            )
            for iri in twins
        )
        return Linking(
            query=query,
            outcome=LinkOutcome.MATCH if alone else LinkOutcome.AMBIGUOUS,
            candidates=tuple(candidates),
            why="stated in the graph" if alone else f"{len(twins)} links are stated in the graph",
        )

    def _all(self) -> tuple[Iri, ...]:
        classes = self.source.sidecar.classes() if self.source.sidecar else ()
        return tuple(iri for iri in classes if is_class(iri) and iri not in BACKGROUND)

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(Words(self.target) if self.target else None)


def _reason(iri: Iri, key: str) -> str:
    return "it has this IRI in both graphs" if iri == key else f"stated to be the same as <{iri}>"
