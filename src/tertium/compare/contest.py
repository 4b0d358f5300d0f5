"""Which statements of a cell are not undisputed."""

from tertium.compare.align import Saying
from tertium.compare.equality import Twins, canonical, equal
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import NoValue, SomeValue

__all__ = ["contested"]


def contested(saying: Saying, known: Twins) -> frozenset[Iri]:
    """Return the IRIs of the best statements which are contested.

    A statement is contested when it says so itself; when another of the best rank contradicts it;
    or when one which is outranked contradicts it.
    """
    own = {statement.iri for statement in saying.best if statement.contested}
    kinds = {(canonical(s.value, known), s.rank): s for s in _exclusive(saying)}.values()
    rivals = {
        statement.iri
        for statement in (saying.best if kinds else ())
        if any(_contradict(statement, other, known=known) for other in kinds)
    }
    return frozenset(own | rivals)


def _exclusive(saying: Saying) -> tuple[Statement, ...]:
    """Return all statements if any two of them might contradict each other."""
    functional = any(statement.predicate.functional for statement in saying.best)
    denied = any(isinstance(statement.value, NoValue) for statement in saying.best)
    return saying.best + saying.outranked if functional or denied else ()


def _contradict(left: Statement, right: Statement, *, known: Twins) -> bool:
    """Return whether two statements of one entity and property cannot both be true.

    Of a functional property, unequal values cannot; nor, when they are of the same rank, can
    any value (even an unknown one) and none. Without a functional property, an outranked
    statement may simply be out of date.
    """
    kinds = [isinstance(statement.value, NoValue) for statement in (left, right)]
    functional = left.predicate.functional
    if any(kinds):
        return not all(kinds) and (functional or left.rank is right.rank)
    if not functional or SomeValue() in {left.value, right.value}:
        return False
    return not equal(canonical(left.value, known), canonical(right.value, known))
