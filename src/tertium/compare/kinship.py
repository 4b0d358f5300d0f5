"""Where different values meet: their nearest common ancestors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tertium.compare.holdings import Holding
from tertium.model.hierarchy import Hierarchy
from tertium.model.schema import Schema
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Meeting", "meetings"]

_NEAR: Final = 2
_CLASSES: Final = frozenset(
    {
        Iri("http://www.w3.org/2002/07/owl#Class"),
        Iri("http://www.w3.org/2000/01/rdf-schema#Class"),
    }
)

_Climb = Mapping[Iri, tuple[Entity, int]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """An ancestor, and the positions of the cells with a value at or below it."""

    ancestor: Entity
    holders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A value's holders, and all that lies above the value."""

    holders: tuple[int, ...]
    climb: _Climb


def meetings(
    held: Iterable[Holding], *, hierarchy: Hierarchy, schema: Schema
) -> tuple[Meeting, ...]:
    """Return the informative ancestors in which values of two comparands meet.

    A value is an ancestor of itself, so that Marxism and Leninism meet in Marxism. An ancestor of
    two values is a nearest one when no other common ancestor lies directly below it. It is
    informative when something lies above it; a root, above which there is nothing, only when both
    values are at most two steps away and it is no class: that two things are things is no news.
    Of two ancestors one above the other, the upper is kept only for holders that the lower lacks.
    """
    lines = [
        _Line(holding.holders, _climb(holding.value, hierarchy))
        for holding in held
        if isinstance(holding.value, Entity)
    ]
    found: dict[Iri, Entity] = {}
    reached = Counter(iri for line in lines for iri in line.climb)
    crossing = [line for line in lines if any(reached[iri] > 1 for iri in line.climb)]
    for left, right in combinations(crossing, 2):
        if left.holders != right.holders:
            found.update(_nearest(left.climb, right.climb, hierarchy=hierarchy, schema=schema))
    met = [Meeting(ancestor, _holders(ancestor, lines)) for ancestor in found.values()]
    kept = (meeting for meeting in met if not _outdone(meeting, met, hierarchy))
    return tuple(sorted(kept, key=_place))


def _climb(value: Entity, hierarchy: Hierarchy) -> _Climb:
    """Return each ancestor with its distance, by a breadth-first search."""
    climb = {value.iri: (value, 0)}
    queue = [value]
    for entity in queue:
        for parent in _parents(entity.iri, hierarchy):
            if parent.iri not in climb:
                climb[parent.iri] = (parent, climb[entity.iri][1] + 1)
                queue.append(parent)
    return climb


def _parents(iri: Iri, hierarchy: Hierarchy) -> tuple[Entity, ...]:
    """Return what is above, without the thing itself: RDFS lets a class be its own superclass."""
    return tuple(parent for parent in hierarchy.parents.get(iri, ()) if parent.iri != iri)


def _nearest(
    left: _Climb, right: _Climb, *, hierarchy: Hierarchy, schema: Schema
) -> Iterator[tuple[Iri, Entity]]:
    both = [iri for iri in left if iri in right]
    above = {parent.iri for iri in both for parent in _parents(iri, hierarchy)}
    for iri in both:
        entity, steps = left[iri]
        near = max(steps, right[iri][1]) <= _NEAR and not _is_class(entity, schema)
        if iri not in above and (_parents(iri, hierarchy) or near):
            yield iri, entity


def _is_class(entity: Entity, schema: Schema) -> bool:
    tree = schema.superclasses
    known = entity.iri in tree or any(entity.iri in above for above in tree.values())
    return known or not _CLASSES.isdisjoint(entity.types)


def _holders(ancestor: Entity, lines: Iterable[_Line]) -> tuple[int, ...]:
    found = {holder for line in lines if ancestor.iri in line.climb for holder in line.holders}
    return tuple(sorted(found))


def _outdone(meeting: Meeting, met: Sequence[Meeting], hierarchy: Hierarchy) -> bool:
    return any(
        other.ancestor.iri != meeting.ancestor.iri
        and set(other.holders) >= set(meeting.holders)
        and meeting.ancestor.iri in _climb(other.ancestor, hierarchy)
        for other in met
    )


def _place(meeting: Meeting) -> tuple[int, str, Iri]:
    return (-len(meeting.holders), meeting.ancestor.label, meeting.ancestor.iri)
