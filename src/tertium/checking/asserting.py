"""Whether the cited facts say what a sentence says of somebody."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tertium.checking.circumstances import dated
from tertium.checking.facts import Fact, Grounds
from tertium.checking.state import Growth, State
from tertium.model.terms import Iri

__all__ = ["Matches", "asserted", "is_key", "repeated"]

Matches = Callable[[Fact], bool]


def is_key(key: str) -> Matches:
    """Return whether a fact has what goes by a name as its value."""
    return lambda fact: fact.key == key


def asserted(
    state: State, grounds: Grounds, matches: Matches, *, key: str = ""
) -> Iterator[State]:
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


def repeated(state: State, grounds: Grounds, one: Iri) -> Iterator[State]:
    """Yield what follows when another is said to have done the same."""
    again = replace(state, who=frozenset({one}), also=False)
    for value, key in dict.fromkeys(
        (grounds.facts[i].value, grounds.facts[i].key) for i in sorted(state.told)
    ):
        yield from asserted(again, grounds, lambda fact, v=value: fact.value == v, key=key)  # type: ignore


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
    new = replace(state, told=frozenset(told), said=said, growth=Growth.OVER, ahead=())
    yield replace(new, side=None, within=frozenset(), holding=False, idle=False)


def _of(
    one: Iri, state: State, grounds: Grounds, *, holds: Matches, key: str
) -> Iterator[int]:
    for number, fact in enumerate(grounds.facts):
        if not fact.predicates & state.by:
            continue
        if state.holders and fact.holders and not fact.holders & state.holders:
            continue
        straight = fact.subject == one and holds(fact)
        crossed = bool(key) and fact.key == one and fact.subject == key
        if (crossed if state.turned else straight) or (fact.symmetric and crossed):
            yield number
