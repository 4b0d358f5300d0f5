"""Whether circumstances, counts and comparisons belong to the facts just told."""

from decimal import Decimal
from fractions import Fraction

from tertium.checking.amounts import Amount, is_ratio, measures
from tertium.checking.facts import Fact, Grounds
from tertium.checking.moments import Moment, agrees
from tertium.checking.words import Role
from tertium.model.dates import Date
from tertium.model.schema import QualifierRole
from tertium.model.terms import Iri
from tertium.model.values import Quantity

__all__ = ["counted", "dated", "measured", "overlapping", "part_of", "ranked"]

_SIDES = {Role.START: QualifierRole.END, Role.END: QualifierRole.START}
"""Which dates a date behind "from", or "to", cannot be."""
_Groups = tuple[tuple[Fact, ...], ...]


def part_of(groups: _Groups, key: str) -> bool:
    """Return whether of each subject some fact has a circumstance of this name."""
    return bool(groups) and all(any(key in fact.parts for fact in group) for group in groups)


def dated(groups: _Groups, moment: Moment, grounds: Grounds, side: Role | None = None) -> bool:
    """Return whether of each subject some fact has this date."""
    barred = _SIDES.get(side) if side else None
    return bool(groups) and all(
        any(
            agrees(moment, q.value)
            for fact in group
            for q in fact.statement.qualifiers
            if isinstance(q.value, Date) and q.predicate.role is not barred
        )
        for group in groups
    )


def overlapping(facts: tuple[Fact, ...], moment: Moment, side: Role | None) -> bool:
    """Return whether it is when the later of two began, or the earlier of two ended."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.value, fact.predicates), []).append(fact)
    return any(_meets(group, moment, side) for group in groups.values() if len(group) > 1)


def _meets(group: list[Fact], moment: Moment, side: Role | None) -> bool:
    intervals = [fact.statement.interval for fact in group]
    starts = [one.start for one in intervals if one.start]
    ends = [one.end for one in intervals if one.end]
    last = max(starts, key=lambda date: date.key, default=None)
    first = min(ends, key=lambda date: date.key, default=None)
    return bool(
        (last and side is not Role.END and agrees(moment, last))
        or (first and side is not Role.START and agrees(moment, first))
    )


def measured(groups: _Groups, amount: Amount) -> bool:
    """Return whether of each subject some fact has a circumstance of this amount."""
    return bool(groups) and all(
        any(measures(amount, q.value) for fact in group for q in fact.statement.qualifiers)
        for group in groups
    )


def counted(amount: Amount, who: frozenset[Iri], grounds: Grounds) -> bool:
    """Return whether a number counts comparands or subjects, or is a ratio of two amounts."""
    counts = {len(who), len(grounds.comparands), len(grounds.subjects), len(grounds.gaps)}
    if amount.number in {Decimal(one) for one in counts if one > 1}:
        return True
    stated = [f.value.amount for f in grounds.facts if isinstance(f.value, Quantity)]
    return any(is_ratio(amount, a, b) for i, a in enumerate(stated) for b in stated[i + 1 :])


def ranked(who: frozenset[Iri], by: frozenset[Iri], grounds: Grounds, *, more: bool) -> bool:
    """Return whether the subject's date or amount is the later, or the earlier, of two."""
    known = [f for f in grounds.facts if f.predicates & by or not by]
    mine = [_rank(f) for f in known if f.subject in who]
    theirs = [_rank(f) for f in known if f.subject not in who]
    return any(
        (a > b if more else a < b)
        for a in mine
        for b in theirs
        if a is not None and b is not None
    )


def _rank(fact: Fact) -> Fraction | None:
    """Return where a fact stands among others: by its amount, or by its date in days or so."""
    if isinstance(fact.value, Quantity):
        scale = fact.value.scale
        base = scale.base(fact.value.amount) if scale else None
        return base if base is not None else Fraction(fact.value.amount)
    date = fact.moment
    if date is None:
        return None
    return Fraction(date.year * 400 + (date.month or 0) * 32 + (date.day or 0))
