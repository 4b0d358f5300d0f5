"""Where different values meet: their nearest common ancestors."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Final

from tertium.compare.holdings import Holding
from tertium.compare.ladders import Climb, Ladder, kinds, wholes
from tertium.model.hierarchy import Hierarchy, Rarity
from tertium.model.schema import Schema
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Meeting", "meetings", "nearest"]

_NEAR: Final = 2
_QUARTER: Final = 4
_CLASSES: Final = frozenset(
    {
        Iri("http://www.w3.org/2002/07/owl#Class"),
        Iri("http://www.w3.org/2000/01/rdf-schema#Class"),
    }
)

_NOTHING: Final[Mapping[int, int]] = {}
_Valued = tuple[Entity, tuple[int, ...]]
_Told = Callable[[Entity, int, int], bool]
"""Whether an ancestor so many steps above the one value and the other is worth telling."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An ancestor, and the positions of the cells with a value at or below it."""

    ancestor: Entity
    holders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A value's holders, and all that lies above the value."""

    holders: tuple[int, ...]
    climb: Climb


def meetings(
    held: Sequence[Holding], *, hierarchy: Hierarchy, schema: Schema
) -> tuple[Meeting, ...]:
    """Return the informative ancestors in which values of two comparands meet.

    A value is an ancestor of itself, so that Marxism and Leninism meet in Marxism, Kansas and
    Wichita in Kansas. Of two ancestors one above the other, the upper is kept only for holders that
    the lower lacks.

    Where enough values of the property were counted, an ancestor is informative when it is itself a
    value, or has a name and is rare (`Rarity.informs`), and a quarter of what each holder has lies
    there; of several only the rarest is kept for the same holders. Where not, a class or concept is
    informative when something lies above it, or when both values are at most two steps away and it
    is no class; a whole when both are so near.
    """
    valued = [(one.value, one.holders) for one in held if isinstance(one.value, Entity)]
    if not valued:
        return ()
    predicate, rarity = held[0].shown.predicate.iri, hierarchy.rarity
    if not rarity.known(predicate):
        near = _Near(kinds(hierarchy, of_things=False), schema)
        met = _met(near.ladder, valued, near.told), _met(wholes(hierarchy), valued, _is_near)
        return _in_order(chain(*met))
    rare = _Rare(predicate, rarity, Counter(holder for _, holders in valued for holder in holders))
    ladders = (wholes(hierarchy), kinds(hierarchy, of_things=True))
    return rare.best(
        one for ladder in ladders for one in _met(ladder, valued, rare.told, counts=rare.counts)
    )


def nearest(left: Climb, right: Climb, ladder: Ladder) -> tuple[Iri, ...]:
    """Return the common ancestors with no other common ancestor directly below them."""
    both = [iri for iri in left if iri in right]
    above = {parent.iri for iri in both for parent in ladder.above(iri) if parent.iri != iri}
    return tuple(iri for iri in both if iri not in above)


def _met(
    ladder: Ladder, valued: Iterable[_Valued], told: _Told, *, counts: Mapping[int, int] = _NOTHING
) -> Iterator[Meeting]:
    """Yield where the values of two comparands meet, without what lies above for the same holders.

    What several values lie below is found for each group of holders, not for each pair of values.
    """
    lines = [_Line(holders, ladder.climb(value)) for value, holders in valued]
    found: dict[Iri, Entity] = {}
    for left, right in combinations(_joined(lines), 2):
        for iri in nearest(left.climb, right.climb, ladder):
            ancestor, steps = left.climb[iri]
            if told(ancestor, steps, right.climb[iri][1]):
                found[iri] = ancestor
    every = (Meeting(ancestor, _holders(ancestor, lines, counts)) for ancestor in found.values())
    met = [meeting for meeting in every if len(meeting.holders) > 1]
    return (meeting for meeting in met if not _outdone(meeting, met, ladder))


def _joined(lines: Iterable[_Line]) -> tuple[_Line, ...]:
    """Return one line for all values of the same holders, with the shortest ways up."""
    climbs: dict[tuple[int, ...], dict[Iri, tuple[Entity, int]]] = {}
    for line in lines:
        known = climbs.setdefault(line.holders, {})
        for iri, (entity, steps) in line.climb.items():
            if iri not in known or steps < known[iri][1]:
                known[iri] = (entity, steps)
    return tuple(_Line(holders, climb) for holders, climb in climbs.items())


@dataclass(frozen=True, slots=True)
class _Rare:
    """Tells ancestors by how rare they are among the values of a property.

    `counts` is how many values each comparand has.
    """

    predicate: Iri
    rarity: Rarity
    counts: Mapping[int, int]

    def told(self, ancestor: Entity, left: int, right: int) -> bool:
        if 0 in (left, right):
            return True
        informs = self.rarity.informs(
            self.predicate, ancestor.iri, values=max(self.counts.values())
        )
        return informs and not ancestor.nameless

    def best(self, met: Iterable[Meeting]) -> tuple[Meeting, ...]:
        """Return the rarest ancestor for each group of holders."""
        kept: dict[tuple[int, ...], Meeting] = {}
        for meeting in sorted(met, key=self._commonness, reverse=True):
            kept[meeting.holders] = meeting
        return _in_order(kept.values())

    def _commonness(self, meeting: Meeting) -> tuple[float, Iri]:
        return (self.rarity.share(self.predicate, meeting.ancestor.iri), meeting.ancestor.iri)


@dataclass(frozen=True, slots=True)
class _Near:
    """Tells classes and concepts by their place, where nothing was counted."""

    ladder: Ladder
    schema: Schema

    def told(self, ancestor: Entity, left: int, right: int) -> bool:
        near = _is_near(ancestor, left, right) and not _is_class(ancestor, self.schema)
        return near or not self.ladder.tops(ancestor.iri)


def _is_near(_: Entity, left: int, right: int) -> bool:
    return max(left, right) <= _NEAR


def _is_class(entity: Entity, schema: Schema) -> bool:
    return entity.iri in schema.superclasses or not _CLASSES.isdisjoint(entity.types)


def _holders(
    ancestor: Entity, lines: Iterable[_Line], counts: Mapping[int, int]
) -> tuple[int, ...]:
    """Return who has values at or below an ancestor: a quarter of all, where they are counted."""
    below = Counter(one for line in lines if ancestor.iri in line.climb for one in line.holders)
    return tuple(sorted(one for one in below if below[one] * _QUARTER >= counts.get(one, 0)))


def _outdone(meeting: Meeting, met: Sequence[Meeting], ladder: Ladder) -> bool:
    return any(
        other.ancestor.iri != meeting.ancestor.iri
        and set(other.holders) >= set(meeting.holders)
        and meeting.ancestor.iri in ladder.climb(other.ancestor)
        for other in met
    )


def _in_order(met: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return each ancestor once, the one with most holders first."""
    once = {meeting.ancestor.iri: meeting for meeting in met}.values()
    return tuple(sorted(once, key=lambda m: (-len(m.holders), m.ancestor.label, m.ancestor.iri)))
