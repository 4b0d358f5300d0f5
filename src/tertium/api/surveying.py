"""From two entities to the chains between them, by a bounded survey of what is around them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.connect import Chain, Scale, chains, choose, frontier, network, useful
from tertium.queries.neighbourhoods import surveyor_of
from tertium.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.model.neighbourhood import Neighbourhood
    from tertium.model.statistics import Statistics
    from tertium.model.terms import Iri
    from tertium.queries.neighbourhoods import Surveyor
    from tertium.queries.reader import Reader

__all__ = ["Survey", "Surveying"]

_NEAR: Final = 250
"""From how many neighbours of each end the survey goes on."""
_AT_ONCE: Final = 10
_READ: Final = 4_000
"""How many edges are read before no more neighbours are asked about, so many at once."""
_READ_CLOSELY: Final = 2_500
"""How many are read before no more of the nodes in which chains meet are asked about."""
_WEIGHED: Final = 200
"""Among how many of the best chains the reader's are chosen."""
_UNKNOWN: Final = 1_000_000
"""How many entities a graph is taken to have if nobody counted them."""
_SHORT: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What chains were found, and what was left out of the search for them."""

    chains: tuple[Chain, ...] = ()
    cuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surveying:
    """Surveys one graph; `population` is 0 when nobody counted its entities."""

    reader: Reader
    statistics: Statistics
    population: int = 0

    @property
    def scale(self) -> Scale:
        """What edges are weighed by; what is quiet, judged or sensitive carries no chain."""
        known = self.reader.schema().properties.values()
        return Scale(
            population=self.population or _UNKNOWN,
            statistics=self.statistics,
            silent=frozenset(
                one.iri for one in known if one.quiet or one.judgement or one.sensitive
            ),
        )

    @property
    def surveyor(self) -> Surveyor:
        """What finds the edges around nodes quickest."""
        return surveyor_of(self.reader)

    @property
    def quick(self) -> bool:
        """Whether the graph is at hand: to ask an endpoint who leads to something takes long."""
        return isinstance(self.reader.store, OxigraphStore)

    def between(
        self,
        ends: tuple[Iri, Iri],
        *,
        steps: int,
        limit: int,
        apart: frozenset[Iri] = frozenset(),
    ) -> Survey:
        """Return the best chains of two steps to so many, by way of nodes other than some.

        The survey goes two steps from each end at most. First the ends are asked about; for longer
        chains, their most telling neighbours; and last the nodes in which chains meet, so that all
        are weighed by what leads to them and from them.
        """
        scale, around = self.scale, self.surveyor.around
        hood = around(ends, most=scale.most)
        found = network(hood, ends, scale, leaves=steps > _SHORT)
        cuts = [*self._uncounted(), *self._crowded(hood, ends)]
        if steps > _SHORT:
            hood = self._wider(hood, frontier(found, most=_NEAR), enough=_READ)
            far = set(found.graph) - hood.surveyed
            cuts += _left(len(far), "more neighbours of the ends")
            found = network(hood, ends, scale, leaves=False)
        meeting = [node for node in useful(found) if node not in hood.surveyed | apart]
        hood = self._wider(hood, meeting, enough=_READ_CLOSELY)
        unknown = frozenset(meeting) - hood.surveyed
        cuts += _left(len(unknown), "more nodes in which paths might meet")
        found = network(hood, ends, scale, leaves=False)
        new = (one for one in chains(found, steps=steps) if not {*one.between} & (apart | unknown))
        return Survey(chains=choose(islice(new, _WEIGHED), limit=limit), cuts=tuple(cuts))

    def _wider(self, hood: Neighbourhood, nodes: Sequence[Iri], *, enough: int) -> Neighbourhood:
        """Return a neighbourhood with what is around some nodes, until enough more was read."""
        around, most, before = self.surveyor.around, self.scale.most, hood.size
        for start in range(0, len(nodes), _AT_ONCE):
            if hood.size - before > enough:
                break
            hood |= around(nodes[start : start + _AT_ONCE], most=most)
        return hood

    def _uncounted(self) -> Iterator[str]:
        if not self.population:
            yield "nothing was counted in this graph: hubs are known by what leads to them alone"

    def _crowded(self, hood: Neighbourhood, ends: tuple[Iri, Iri]) -> Iterator[str]:
        for end in ends:
            if end in hood.crowded:
                label = self.reader.names((end,)).entity(end).label
                yield f"too much points at {label} to be followed"


def _left(count: int, what: str) -> tuple[str, ...]:
    return (f"{count:,} {what} were not followed",) if count else ()
