"""What lies above things, level by level to the top; what was read once is remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from tertium.model.terms import Iri
from tertium.queries.gathering import Broader, Gatherer

__all__ = ["Climber", "met", "reached"]


@dataclass(frozen=True, slots=True)
class Climber:
    """Climbs by classes and concepts, or else by wholes and places."""

    gatherer: Gatherer
    wholes: bool = False
    _above: dict[Iri, tuple[Iri, ...]] = field(default_factory=dict, repr=False)

    def climb(self, iris: Iterable[Iri]) -> Broader:
        """Return what is next above these things, and above that, however far."""
        reached = dict.fromkeys(iris)
        self._read(tuple(reached))
        for iri in (queue := list(reached)):
            queue += (above for above in self._above[iri] if above not in reached)
            reached.update(dict.fromkeys(self._above[iri]))
        return {iri: self._above[iri] for iri in reached if self._above[iri]}

    def _read(self, level: tuple[Iri, ...]) -> None:
        level = tuple(iri for iri in level if iri not in self._above)
        while level:
            found: Mapping[Iri, tuple[Iri, ...]] = self.gatherer.broader(level, wholes=self.wholes)
            self._above.update({**dict.fromkeys(level, ()), **found})
            parents = {above for broader in found.values() for above in broader}
            level = tuple(sorted(iri for iri in parents if iri not in self._above))


def met(starts: Iterable[Iterable[Iri]], steps: Broader) -> tuple[Iri, ...]:
    """Return what two or more reach, each from where it starts, sorted."""
    once, again = set[Iri](), set[Iri]()
    above = cache(lambda iri: reached((iri,), steps))  # many things are of the same classes
    for group in starts:
        found = set[Iri]().union(*map(above, group))
        again |= once & found
        once |= found
    return tuple(sorted(again))


def reached(starts: Iterable[Iri], steps: Broader) -> frozenset[Iri]:
    """Return things with all that lies above them."""
    found = set(starts)
    for iri in (queue := list(found)):
        queue += (new := [above for above in steps.get(iri, ()) if above not in found])
        found.update(new)
    return frozenset(found)
