"""The contract in sets, worked out by brute force: what each row's relation must be.

A value is the set of all exact things it may stand for (a year is its days); two values are equal
when these sets meet.
"""

from collections.abc import Sequence
from itertools import combinations, product

from tertium.model.dates import Date, Precision
from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Rank
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Value
from tertium.model.verdict import CellState, Relation

from .builders import HIERARCHY, ORGANISATION, PERSON

__all__ = ["relation_of"]

_DAYS = tuple(product((-43, *range(1870, 1880)), (5, 12), (1, 18)))
_NOT_VALUES = (NoValue(), SomeValue())


def relation_of(predicate: Property, people: Sequence[Description]) -> Relation:
    """Return the relation of a row by the words of the contract."""
    cells = [_best(predicate, person) for person in people]
    states = [_state(predicate, c, p) for c, p in zip(cells, people, strict=True)]
    if len(people) == 1 or set(states) == {CellState.NONE}:
        return Relation.SAME
    if set(states) == {CellState.VALUE}:
        return _by_values([[v for v in cell if v not in _NOT_VALUES] for cell in cells])
    if CellState.VALUE in states and CellState.NOT_STATED not in states:
        return Relation.ONE_SIDED
    return Relation.INCOMPLETE


def _best(predicate: Property, person: Description) -> list[Value]:
    stated = [s for s in person.statements if s.predicate == predicate]
    for rank in (Rank.PREFERRED, Rank.NORMAL):
        if values := [s.value for s in stated if s.rank is rank]:
            return values
    return []


def _state(predicate: Property, values: Sequence[Value], person: Description) -> CellState:
    if any(value not in _NOT_VALUES for value in values):
        return CellState.VALUE
    if values:
        return CellState.UNKNOWN if SomeValue() in values else CellState.NONE
    personal = predicate.domain == (PERSON,) and person.entity.types == (ORGANISATION,)
    return CellState.NOT_APPLICABLE if personal else CellState.NOT_STATED


def _by_values(cells: Sequence[Sequence[Value]]) -> Relation:
    pairs = list(combinations(cells, 2))
    if all(_covers(a, b) and _covers(b, a) for a, b in pairs):
        return Relation.SAME
    if any(_exact(v) & _exact(w) for a, b in pairs for v in a for w in b):
        return Relation.OVERLAPPING
    if any(_kin(v, w) for a, b in pairs for v in a for w in b):
        return Relation.RELATED
    return Relation.DIFFERENT


def _covers(left: Sequence[Value], right: Sequence[Value]) -> bool:
    return all(any(_exact(v) & _exact(w) for v in left) for w in right)


def _exact(value: Value) -> frozenset[object]:
    match value:
        case Entity():
            return frozenset({value.iri})
        case Date(precision=Precision.DECADE):
            return frozenset(d for d in _DAYS if d[0] // 10 == value.year // 10)
        case Date():
            parts = [p for p in (value.year, value.month, value.day) if p is not None]
            return frozenset(d for d in _DAYS if list(d[: len(parts)]) == parts)
        case Quantity():
            lower = value.amount if value.lower is None else value.lower
            upper = value.amount if value.upper is None else value.upper
            return frozenset(range(int(lower), int(upper) + 1))
        case _:
            return frozenset({value})


def _kin(left: Value, right: Value) -> bool:
    """Return whether an ancestor of both is no root, or a root within two steps."""
    if not isinstance(left, Entity) or not isinstance(right, Entity):
        return False
    above, others = _above(left.iri), _above(right.iri)
    return any(
        iri in others and (iri in HIERARCHY.parents or max(steps, others[iri]) <= 2)
        for iri, steps in above.items()
    )


def _above(iri: Iri, steps: int = 0) -> dict[Iri, int]:
    found = {iri: steps}
    for parent in HIERARCHY.parents.get(iri, ()):
        found |= _above(parent.iri, steps + 1)
    return found
