"""Whether a sentence denies only what is stated not to be, or not recorded; and who holds what."""

from collections.abc import Iterator
from typing import Final

from tertium.checking.edges import Named, Worded
from tertium.checking.facts import Grounds
from tertium.checking.lattice import Lattice
from tertium.checking.sentence import Check, Failure, fault
from tertium.checking.words import Role

__all__ = ["negation_failures"]


_DENIALS: Final = {Role.NEGATIVE, Role.CONCORD, Role.NOBODY}


def negation_failures(lattice: Lattice, grounds: Grounds) -> Iterator[Failure]:
    """Yield denials without ground, and judgements without their holder."""
    roles = set(_roles(lattice))
    if roles & _DENIALS and not any(fact.none for fact in grounds.facts):
        if not grounds.gaps:
            yield fault(lattice.text, "it denies what is only not stated", Check.NEGATION)
        elif Role.LACKING not in roles:
            problem = "it does not say that nothing is recorded"
            yield fault(lattice.text, problem, Check.NEGATION)
    named = {r.key for edges in lattice.edges for _, r in edges if isinstance(r, Named)}
    for fact in grounds.facts:
        if fact.holders and not fact.holders & named:
            problem = f"it does not say who holds {fact.iri}"
            yield fault(lattice.text, problem, Check.HOLDER)


def _roles(lattice: Lattice) -> Iterator[Role]:
    """Yield what the listed words do which are no part of a longer stretch."""
    place = 0
    while place < len(lattice.tokens):
        edges = lattice.edges[place]
        longest = max((end for end, _ in edges), default=place + 1)
        yield from (r.role for end, r in edges if end == longest and isinstance(r, Worded))
        place = longest
