"""Which statements of a cell are not undisputed."""

from tertium.compare.align import Saying
from tertium.compare.equality import Twins, canonical, equal
from tertium.compare.ladders import encloses
from tertium.model.hierarchy import Hierarchy
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, SomeValue, Value

__all__ = ["contested"]


def contested(saying: Saying, known: Twins, *, hierarchy: Hierarchy) -> frozenset[Iri]:
    """Return the IRIs of the best statements which are contested.

    A statement is contested when it says so itself; when another of the best rank contradicts it;
    or when one which is outranked contradicts it.
    """
    own = {statement.iri for statement in saying.best if statement.contested}
    kinds = {(canonical(s.value, known), s.rank): s for s in _exclusive(saying)}.values()
    rivals = {
        statement.iri
        for statement in (saying.best if kinds else ())
        if any(_contradict(statement, one, known=known, hierarchy=hierarchy) for one in kinds)
    }
    return frozenset(own | rivals)


def _exclusive(saying: Saying) -> tuple[Statement, ...]:
    """Return all statements if any two of them might contradict each other."""
    functional = any(statement.predicate.functional for statement in saying.best)
    denied = any(isinstance(statement.value, NoValue) for statement in saying.best)
    return saying.best + saying.outranked if functional or denied else ()


def _contradict(left: Statement, right: Statement, *, known: Twins, hierarchy: Hierarchy) -> bool:
    """Return whether two statements of one entity and property cannot both be true.

    Of a functional property, unequal values cannot, unless one lies above the other: who was born
    in Wichita was born in Kansas. Nor can, when they are of the same rank, any value (even an
    unknown one) and none. Without a functional property, an outranked
    statement may simply be out of date.
    """
    kinds = [isinstance(statement.value, NoValue) for statement in (left, right)]
    functional = left.predicate.functional
    if any(kinds):
        return not all(kinds) and (functional or left.rank is right.rank)
    if not functional or SomeValue() in {left.value, right.value}:
        return False
    same = equal(canonical(left.value, known), canonical(right.value, known))
    return not same and not _nested(left.value, right.value, hierarchy)


def _nested(left: Value, right: Value, hierarchy: Hierarchy) -> bool:
    """Return whether one value lies above the other."""
    if not isinstance(left, Entity) or not isinstance(right, Entity):
        return False
    return encloses(left, right, hierarchy) or encloses(right, left, hierarchy)
