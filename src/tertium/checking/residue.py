"""What is left of a sentence when all that has a ground is taken away."""

from collections.abc import Iterator
from typing import Final

from tertium.checking.amounts import measures
from tertium.checking.circumstances import counted
from tertium.checking.edges import Counted, Dated, Lasting, Reading
from tertium.checking.facts import Grounds
from tertium.checking.lattice import Lattice
from tertium.checking.lengths import lasts
from tertium.checking.moments import agrees
from tertium.checking.sentence import Check, Failure, fault
from tertium.checking.words import Role
from tertium.model.dates import Date

__all__ = ["residue_failures"]


_SIDES: Final = (None, Role.START, Role.END)


def residue_failures(lattice: Lattice, grounds: Grounds) -> Iterator[Failure]:
    """Yield the words which belong to no name, date, number, verb phrase or list."""
    covered = set[int]()
    for place, edges in enumerate(lattice.edges):
        for end, reading in edges:
            if _grounded(reading, grounds):
                covered.update(range(place, end))
    start = None
    for place in range(len(lattice.tokens) + 1):
        left = place < len(lattice.tokens) and place not in covered
        if left and start is None:
            start = place
        if not left and start is not None:
            words = lattice.written(start, place)
            yield fault(lattice.text, f"“{words}” has no ground", Check.RESIDUE)
            start = None


def _grounded(reading: Reading, grounds: Grounds) -> bool:
    """Return whether a date or number is that of some cited statement, or follows from two."""
    match reading:
        case Dated():
            return any(
                isinstance(value, Date) and agrees(reading.moment, value)
                for fact in grounds.facts
                for value in fact.stated
            )
        case Counted():
            amount = reading.amount
            values = [value for fact in grounds.facts for value in fact.stated]
            day = amount.number in {v.day for v in values if isinstance(v, Date)}
            known = day or any(measures(amount, v, side) for v in values for side in _SIDES)
            return known or counted(amount, grounds.subjects, grounds)
        case Lasting():
            return lasts(reading.amount, reading.unit, grounds)
        case _:
            return True
