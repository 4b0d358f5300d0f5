"""Whether a sentence says of the right ones what the cited statements say of them."""

from collections.abc import Iterator
from decimal import Decimal

from tertium.checking.facts import Fact, Grounds
from tertium.checking.lattice import Lattice
from tertium.checking.sentence import Check, Failure, fault
from tertium.checking.state import State
from tertium.checking.steps import Steps
from tertium.model.dates import Date
from tertium.model.terms import Iri
from tertium.model.values import Quantity

__all__ = ["role_failures"]

Measure = tuple[int | Decimal, ...]
_MOST = 3000
"""So many understandings at a place are enough; a sentence with more is refused."""


def role_failures(lattice: Lattice, grounds: Grounds) -> Iterator[Failure]:
    """Yield where no understanding of a sentence agrees with its grounds.

    A word which nobody knows is passed over: it is reported as residue.
    """
    steps, length = Steps(grounds), len(lattice.tokens)
    states: list[dict[State, None]] = [{} for _ in range(length + 1)]
    states[0][State()] = None
    reached = 0
    for place in range(length):
        if not states[place]:
            continue
        if any(not (state.waiting or state.figures) for state in states[place]):
            reached = place
        for end, reading in lattice.edges[place] or ((place + 1, None),):
            for state in states[place]:
                after = (state,) if reading is None else steps.after(state, reading)
                states[end].update(dict.fromkeys(after))
    yield from _problems(lattice, grounds, states[length], reached=reached)


def _problems(
    lattice: Lattice, grounds: Grounds, ends: dict[State, None], *, reached: int
) -> Iterator[Failure]:
    wanted = {fact.iri for fact in grounds.facts}
    settled = [state for state in ends if state.settled(grounds)]
    if any(wanted <= state.said for state in settled):
        return
    if settled:
        best = max(settled, key=lambda state: len(state.said))
        for iri in sorted(wanted - best.said - _between(best.said, grounds)):
            yield fault(lattice.text, f"cites {iri} without saying it", Check.ROLES)
        return
    words = lattice.written(reached, min(reached + 3, len(lattice.tokens)))
    yield fault(lattice.text, f"nothing cited bears out “… {words} …”", Check.ROLES)


def _between(said: frozenset[str], grounds: Grounds) -> frozenset[str]:
    """Return the dates and amounts that lie between two which are said: "ranges from … to …"."""
    ends = dict[frozenset[Iri], list[Measure]]()
    for fact in grounds.facts:
        if fact.iri in said:
            ends.setdefault(fact.predicates, []).extend(_measure(fact))
    return frozenset(
        fact.iri
        for fact in grounds.facts
        for measure in _measure(fact)
        if ends.get(fact.predicates)
        and min(ends[fact.predicates]) <= measure <= max(ends[fact.predicates])
    )


def _measure(fact: Fact) -> Iterator[Measure]:
    if isinstance(fact.value, Date):
        yield fact.value.key
    elif isinstance(fact.value, Quantity):
        yield (fact.value.amount,)
