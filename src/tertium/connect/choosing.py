"""Which of many chains a reader wants to see."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from tertium.connect.network import Chain
from tertium.model.terms import Iri

__all__ = ["choose"]

_ALIKE: Final = 2
"""How many chains of one pattern are shown."""


def choose(found: Iterable[Chain], *, limit: int) -> tuple[Chain, ...]:
    """Return the best chains which tell something new, the shorter before the longer.

    Left out are a third chain of the same pattern, and a chain which goes round by the nodes of
    another: that A and C are connected by way of B says why they are by way of B and D.
    """
    chosen, told = list[Chain](), Counter[tuple[tuple[Iri, bool], ...]]()
    for chain in sorted(found, key=lambda chain: len(chain.nodes)):
        between = set(chain.between)
        if told[chain.pattern] < _ALIKE and not any(between > {*c.between} for c in chosen):
            told[chain.pattern] += 1
            chosen.append(chain)
    return tuple(sorted(chosen, key=_place)[:limit])


def _place(chain: Chain) -> tuple[bool, float, tuple[Iri, ...]]:
    return (len(chain.between) > 1, -chain.score, chain.nodes)
