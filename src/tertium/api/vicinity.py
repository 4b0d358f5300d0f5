"""From an entity to what stands around it, by a bounded survey."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.model.schema import Property
from tertium.model.vicinity import Kindred, Mentions, Vicinity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tertium.api.surveying import Surveying
    from tertium.model.neighbourhood import Edge, Neighbourhood
    from tertium.model.terms import Iri
    from tertium.model.values import Entity

__all__ = ["vicinity"]

_FEW: Final = 50
"""So many may share a value for it to show that they are alike."""
_TRIED: Final = 40
"""How many values of an entity are looked at, the rarest first."""
_SHOWN: Final = 8
_SEEN: Final = 60
"""Among how many of the likest those of its own class are looked for."""
_SHARED: Final = 3


def vicinity(iri: Iri, surveying: Surveying) -> Vicinity:
    """Return what stands around an entity; its classes only, where the graph is not at hand."""
    kinds = surveying.reader.entities((iri,))[0].types
    named = surveying.reader.entities(kinds)
    if not surveying.quick:
        return Vicinity(kinds=named)
    hood = surveying.surveyor.around((iri,), most=surveying.scale.most)
    around = _Around(iri, surveying, hood)
    return Vicinity(
        kinds=named,
        kindred=tuple(around.kindred(frozenset(kinds))),
        mentions=tuple(around.mentions()),
        crowded=iri in hood.crowded,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """An entity with the edges from it and to it."""

    iri: Iri
    surveying: Surveying
    hood: Neighbourhood

    def mentions(self) -> Iterator[Mentions]:
        """Yield who mentions it by each property, by the label of the property.

        What is sensitive is left out: who are named may be living.
        """
        subjects: defaultdict[Iri, list[Iri]] = defaultdict(list)
        for edge in sorted(self.hood.edges):
            if edge.value == self.iri:
                subjects[edge.predicate].append(edge.subject)
        crowds = {p: n for (p, value), n in sorted(self.hood.crowds.items()) if value == self.iri}
        predicates = dict(zip(crowds, map(self._property, crowds), strict=True))
        told = (iri for iri in crowds if not predicates[iri].sensitive)
        for iri in sorted(told, key=lambda one: (predicates[one].label, one)):
            named = self._named(subjects[iri][:_SEEN], most=_SHOWN)
            yield Mentions(predicate=predicates[iri], subjects=named, total=crowds[iri])

    def kindred(self, kinds: frozenset[Iri]) -> Iterator[Kindred]:
        """Yield the likest entities of its own classes: those which share the rarest values.

        Formula: the sum, over all shared values, of 1 - log √(n·c) / log N, where n of N entities
        have the value and c is how many stand around an average value of the property (Adamic and
        Adar 2003, with the scale by which paths are weighed).
        """
        shared = self._shared()
        best = sorted(shared, key=lambda one: (-sum(shared[one].values()), one))[:_SEEN]
        found = self.surveying.reader.entities(best)
        alike = (one for one in found if not kinds or kinds & set(one.types))
        for entity in islice(alike, _SHOWN):
            values = shared[entity.iri]
            rarest = sorted(values, key=lambda one: (-values[one], one))[:_SEEN]
            yield Kindred(entity=entity, shared=self._named(rarest, most=_SHARED))

    def _shared(self) -> Mapping[Iri, Mapping[Iri, float]]:
        """Return, by entity, the values which it shares, with what each of them tells."""
        scale = self.surveying.scale
        own = {(edge.predicate, edge.value) for edge in self._telling()}
        values = tuple(dict.fromkeys(edge.value for edge in self._telling()))
        hood = self.surveying.surveyor.around(values, most=_FEW)
        shared: defaultdict[Iri, dict[Iri, float]] = defaultdict(dict)
        for edge in sorted(hood.edges):
            if (edge.predicate, edge.value) in own and edge.subject != self.iri:
                tells = 1 - scale.inward(edge.predicate, hood.crowds[edge.predicate, edge.value])
                shared[edge.subject][edge.value] = tells
        return shared

    def _telling(self) -> tuple[Edge, ...]:
        """Return the edges from it to values which few have, the rarest first."""
        scale = self.surveying.scale
        sharing = scale.statistics.sharing
        counted = (
            (sharing.get((edge.predicate, edge.value), 1), edge)
            for edge in self.hood.edges
            if edge.subject == self.iri and scale.carries(edge.predicate)
        )
        few = sorted((count, edge) for count, edge in counted if 1 < count <= _FEW)
        return tuple(edge for _, edge in few[:_TRIED])

    def _named(self, iris: Sequence[Iri], *, most: int) -> tuple[Entity, ...]:
        """Return so many things in order, those which have a name before others."""
        found = self.surveying.reader.entities(iris)
        return tuple(sorted(found, key=lambda one: one.nameless)[:most])

    def _property(self, iri: Iri) -> Property:
        return self.surveying.reader.schema().properties.get(iri) or Property(
            iri=iri, label=self.surveying.reader.names((iri,)).entity(iri).label
        )
