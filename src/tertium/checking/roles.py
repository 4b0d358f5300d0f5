"""Whether a sentence says of the right ones what the cited statements say of them."""

from collections.abc import Iterator

from tertium.checking.facts import Grounds
from tertium.checking.lattice import Lattice
from tertium.checking.sentence import Check, Failure, fault
from tertium.checking.state import State
from tertium.checking.steps import Steps

__all__ = ["role_failures"]

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
        for iri in sorted(wanted - best.said):
            yield fault(lattice.text, f"cites {iri} without saying it", Check.ROLES)
        return
    words = lattice.written(reached, min(reached + 3, len(lattice.tokens)))
    yield fault(lattice.text, f"nothing cited bears out “… {words} …”", Check.ROLES)
