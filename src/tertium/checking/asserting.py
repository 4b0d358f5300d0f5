"""Whether the cited facts say what a sentence says of somebody."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tertium.checking.amounts import Amount, measures
from tertium.checking.circumstances import dated
from tertium.checking.facts import Fact, Grounds
from tertium.checking.moments import Moment, agrees
from tertium.checking.state import Growth, State
from tertium.checking.words import Role
from tertium.model.dates import Date
from tertium.model.terms import Iri
from tertium.model.values import Value

__all__ = ["Matches", "all_asserted", "asserted", "is_figure", "is_key", "repeated"]

Matches = Callable[[Fact], bool]


def is_key(key: str) -> Matches:
    """Return whether a fact has what goes by a name as its value."""
    return lambda fact: fact.key == key


def asserted(state: State, grounds: Grounds, matches: Matches, *, key: str = "") -> Iterator[State]:
    """Yield the states in which the subject has a value, where the facts say so.

    Where the subject is still to be named, it is guessed.
    """
    if state.negative or state.lacking:
        return
    if state.who:
        yield from _said(state, grounds, matches, key=key)
    if not state.who or state.trailing:
        for one in sorted(grounds.subjects):
            guess = replace(state, who=frozenset({one}), guessed=True)
            yield from _said(guess, grounds, matches, key=key)


def is_figure(figure: Moment | Amount, side: Role | None = None) -> Matches:
    """Return whether a fact has a date or an amount as its value."""
    if isinstance(figure, Amount):
        return lambda fact: measures(figure, fact.value, side)
    return lambda fact: isinstance(fact.value, Date) and agrees(figure, fact.value)


def all_asserted(state: State, grounds: Grounds, keys: Iterable[str]) -> tuple[State, ...]:
    """Return the states in which the subject has each of some values."""
    states: tuple[State, ...] = (state,)
    for key in sorted(keys):
        states = tuple(
            after for one in states for after in asserted(one, grounds, is_key(key), key=key)
        )
    return states


def repeated(state: State, grounds: Grounds, one: Iri) -> Iterator[State]:
    """Yield what follows when another is said to have done the same."""
    states: tuple[State, ...] = (replace(state, who=frozenset({one}), also=False),)
    for fact in (grounds.facts[number] for number in sorted(state.claimed)):
        again = [replace(one, by=fact.predicates) for one in states]
        states = tuple(
            after
            for before in again
            for after in asserted(before, grounds, _is_value(fact.value), key=fact.key)
        )
    yield from states if state.claimed else ()


def _is_value(value: Value) -> Matches:
    return lambda fact: fact.value == value


def _said(state: State, grounds: Grounds, matches: Matches, *, key: str) -> Iterator[State]:
    told = set[int]()
    for one in state.who:
        found = set(_of(one, state, grounds, holds=matches, key=key))
        if not found:
            return
        told |= found
    facts = [grounds.facts[number] for number in sorted(told)]
    if any(all(holder not in f.holders for f in facts) for holder in state.holders):
        return
    if not all(dated((frozenset(told),), moment, grounds) for moment in state.ahead):
        return
    said = state.said | {fact.iri for fact in facts}
    new = replace(
        state,
        told=frozenset(told),
        claimed=state.claimed | told,
        said=said,
        growth=Growth.OVER,
        ahead=(),
    )
    yield replace(new, side=None, overlap=False, within=frozenset(), holding=False, idle=False)


def _of(one: Iri, state: State, grounds: Grounds, *, holds: Matches, key: str) -> Iterator[int]:
    for number, fact in enumerate(grounds.facts):
        if not fact.predicates & state.by:
            continue
        if state.holders and fact.holders and not fact.holders & state.holders:
            continue
        straight = fact.subject == one and holds(fact)
        crossed = bool(key) and fact.key == one and fact.subject == key
        if (crossed if state.turned else straight) or (fact.symmetric and crossed):
            yield number
