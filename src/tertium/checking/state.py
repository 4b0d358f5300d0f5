"""What has been understood of a sentence so far."""

from dataclasses import dataclass
from enum import Enum, auto

from tertium.checking.amounts import Amount
from tertium.checking.facts import Gap, Grounds
from tertium.checking.moments import Moment
from tertium.checking.words import Role
from tertium.model.terms import Iri

__all__ = ["Growth", "State", "current"]


class Growth(Enum):
    """Whether the next name joins the subject, replaces it, or begins another."""

    OVER = auto()
    FRESH = auto()
    NAMES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One way to understand the words up to a place.

    `who` is the subject, `by` the properties of the verb, `told` the facts asserted last (by their
    numbers), `claimed` those of the clause, `said` the statements told so far. `waiting` are values
    and `figures` dates and numbers before their noun, `ahead` dates before their verb; `antecedent`
    is what "which" stands for; `lacking` the properties of which nothing is recorded for somebody
    yet to be named. `idle` is a subject of which nothing has been said; `within` are the facts with
    the date before, to which the end of an interval must belong.
    """

    who: frozenset[Iri] = frozenset()
    growth: Growth = Growth.OVER
    idle: bool = False
    guessed: bool = False
    trailing: bool = False
    by: frozenset[Iri] = frozenset()
    turned: bool = False
    told: frozenset[int] = frozenset()
    claimed: frozenset[int] = frozenset()
    said: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    ahead: tuple[Moment, ...] = ()
    figures: tuple[Moment | Amount, ...] = ()
    holders: frozenset[str] = frozenset()
    holding: bool = False
    negative: bool = False
    lacking: frozenset[Iri] = frozenset()
    antecedent: frozenset[str] = frozenset()
    also: bool = False
    side: Role | None = None
    within: frozenset[int] = frozenset()
    overlap: bool = False

    def settled(self, grounds: Grounds) -> bool:
        """Return whether nothing is left open, so that a clause may end."""
        missing = {Gap(Iri(one), p) for one in self.who for p in self.lacking}
        found = not self.lacking or bool(missing & grounds.gaps)
        open_ends = (
            self.waiting
            or self.figures
            or self.ahead
            or self.guessed
            or (self.idle and not self.lacking)
        )
        return found and not open_ends


def current(state: State, grounds: Grounds) -> tuple[frozenset[int], ...]:
    """Return the facts to which circumstances belong, by number, for each subject those of it."""
    told = [grounds.facts[number] for number in sorted(state.told)]
    if not state.who or state.turned:
        return (state.told,) if told else ()
    values = {(fact.value, fact.predicates) for fact in told}
    return tuple(
        frozenset(
            number
            for number, fact in enumerate(grounds.facts)
            if (fact.subject == one and (fact.value, fact.predicates) in values)
            or (fact in told and fact.key == one)
        )
        for one in sorted(state.who)
    )
