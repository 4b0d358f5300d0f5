"""Whether circumstances, counts and comparisons belong to the facts just told."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tertium.checking.amounts import Amount, base_of, is_ratio, measures
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
_Groups = tuple[frozenset[int], ...]
_None: Final = frozenset[int]()


def part_of(groups: _Groups, key: str, grounds: Grounds) -> bool:
    """Return whether of each subject some fact has a circumstance of this name."""
    return bool(_each(groups, lambda fact: key in fact.parts, grounds))


def measured(groups: _Groups, amount: Amount, grounds: Grounds) -> bool:
    """Return whether of each subject some fact has a circumstance of this amount."""
    return bool(
        _each(groups, lambda fact: any(measures(amount, v) for v in fact.stated[1:]), grounds)
    )


def dated(
    groups: _Groups, moment: Moment, grounds: Grounds, *, side: Role | None = None
) -> frozenset[int]:
    """Return the facts with this date; none unless each subject has one."""
    barred = _SIDES.get(side) if side else None
    return _each(
        groups,
        lambda fact: any(
            agrees(moment, q.value)
            for q in fact.statement.qualifiers
            if isinstance(q.value, Date) and q.predicate.role is not barred
        ),
        grounds,
    )


def _each(groups: _Groups, holds: Callable[[Fact], bool], grounds: Grounds) -> frozenset[int]:
    found = [frozenset(n for n in group if holds(grounds.facts[n])) for group in groups]
    return _None.union(*found) if all(found) else _None


def overlapping(moment: Moment, grounds: Grounds, *, side: Role | None = None) -> frozenset[int]:
    """Return the facts of one value of which the later begins, or the earlier ends, on a date."""
    groups: dict[object, list[int]] = {}
    for number, fact in enumerate(grounds.facts):
        groups.setdefault((fact.value, fact.predicates), []).append(number)
    several = (group for group in groups.values() if len(group) > 1)
    return _None.union(*(group for group in several if _meets(group, moment, grounds, side=side)))


def _meets(group: list[int], moment: Moment, grounds: Grounds, *, side: Role | None) -> bool:
    intervals = [grounds.facts[number].statement.interval for number in group]
    starts = [one.start for one in intervals if one.start]
    ends = [one.end for one in intervals if one.end]
    last = max(starts, key=lambda date: date.key, default=None)
    first = min(ends, key=lambda date: date.key, default=None)
    return bool(
        (last and side is not Role.END and agrees(moment, last))
        or (first and side is not Role.START and agrees(moment, first))
    )


def counted(amount: Amount, who: frozenset[Iri], grounds: Grounds) -> bool:
    """Return whether a number counts comparands or subjects, or is a ratio of two amounts."""
    counts = {len(who), len(grounds.comparands), len(grounds.subjects), len(grounds.gaps)}
    if amount.number in {Decimal(one) for one in counts if one > 1}:
        return True
    stated = [f.value for f in grounds.facts if isinstance(f.value, Quantity)]
    return any(is_ratio(amount, a, b) for i, a in enumerate(stated) for b in stated[i + 1 :])


def ranked(who: frozenset[Iri], by: frozenset[Iri], grounds: Grounds, *, more: bool) -> bool:
    """Return whether the subject's date or amount is the later, or the earlier, of two."""
    known = [f for f in grounds.facts if f.predicates & by or not by]
    mine = [_rank(f) for f in known if f.subject in who]
    theirs = [_rank(f) for f in known if f.subject not in who]
    return any(
        (a > b if more else a < b) for a in mine for b in theirs if a is not None and b is not None
    )


def _rank(fact: Fact) -> Fraction | None:
    """Return where a fact stands among others: by its amount, or by its date in days or so."""
    if isinstance(fact.value, Quantity):
        return base_of(fact.value)
    date = fact.moment
    if date is None:
        return None
    return Fraction(date.year * 400 + (date.month or 0) * 32 + (date.day or 0))
