"""What a word of the closed lists does to what is understood."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tertium.checking.asserting import all_asserted
from tertium.checking.circumstances import ranked
from tertium.checking.facts import Grounds
from tertium.checking.framing import is_none, stated
from tertium.checking.state import Growth, State
from tertium.checking.words import Role

__all__ = ["listed"]

_FEW = 2


def listed(state: State, role: Role, grounds: Grounds) -> Iterator[State]:
    """Yield the ways to understand a listed word."""
    match role:
        case Role.SPLIT:
            if state.settled(grounds):
                yield _split(state)
        case Role.NEGATIVE if state.lacking or state.negative:
            return  # two denials would say the reverse
        case Role.NEGATIVE | Role.CONCORD:
            yield replace(state, negative=True)
            yield from _unsaid(state, grounds)
        case Role.MORE | Role.LESS:
            if ranked(state.who, state.by, grounds, more=role is Role.MORE):
                yield state
        case _ if role in _MANY:
            yield from _MANY[role](state, grounds)
        case _:
            yield _marked(state, role)


def _held(state: State) -> State:
    holders = frozenset(map(str, state.who))
    return replace(state, holders=holders, who=frozenset(), growth=Growth.OVER, idle=False)


def _marked(state: State, role: Role) -> State:
    match role:
        case Role.HELD_AFTER:
            return _held(state)
        case Role.HELD_BEFORE:
            return replace(state, holders=frozenset(), holding=True)
        case Role.ALSO:
            return replace(state, also=True)
        case Role.START | Role.END:
            within = state.within if role is Role.END else frozenset[int]()
            return replace(state, side=role, within=within)
        case Role.OVERLAP:
            return replace(state, overlap=True, within=frozenset())
        case _:
            return state


def _split(state: State) -> State:
    return replace(
        state,
        growth=Growth.OVER,
        idle=False,
        claimed=frozenset(),
        holders=frozenset(),
        holding=False,
        negative=False,
        lacking=frozenset(),
        antecedent=frozenset(),
        side=None,
        within=frozenset(),
    )


def _everyone(state: State, grounds: Grounds) -> Iterator[State]:
    if len(state.who) >= _FEW:
        yield state
    for group in (frozenset(grounds.comparands), grounds.subjects):
        if len(group) >= _FEW:
            yield replace(state, who=group, growth=Growth.FRESH, idle=True)
    yield replace(state, growth=Growth.FRESH)


def _nobody(state: State, grounds: Grounds) -> Iterator[State]:
    yield from (replace(one, negative=True) for one in _everyone(state, grounds))


def _relative(state: State, grounds: Grounds) -> Iterator[State]:
    keys = frozenset(grounds.facts[i].key for i in state.told) - {""}
    if keys:
        new = replace(state, antecedent=keys, who=frozenset(), by=frozenset())
        yield replace(new, growth=Growth.OVER)
    if state.who and not state.told:
        yield replace(state, growth=Growth.OVER)


def _unsaid(state: State, grounds: Grounds) -> Iterator[State]:
    """Yield what a denial says of a property just named: none recorded, or that there is none."""
    if state.by and state.who and not state.told:
        yield replace(state, negative=True, lacking=state.by)
        yield from stated(state, grounds, is_none)


def _converse(state: State, grounds: Grounds) -> Iterator[State]:
    """Yield the state in which what was told holds the other way round as well."""
    back = {(fact.key, fact.subject) for fact in (grounds.facts[n] for n in state.told)}
    told = {
        number
        for number, fact in enumerate(grounds.facts)
        if (fact.subject, fact.key) in back and fact.predicates & state.by
    }
    if len(told) == len(back):
        said = state.said | {grounds.facts[number].iri for number in told}
        yield replace(state, told=state.told | told, said=said)


def _mutual(state: State, grounds: Grounds) -> Iterator[State]:
    """Yield the state in which each of a group has the others as value."""
    states: tuple[State, ...] = (state,) if len(state.who) >= _FEW else ()
    for one in sorted(state.who):
        states = tuple(
            replace(after, told=before.told | after.told, who=state.who)
            for before in states
            for after in all_asserted(
                replace(before, who=frozenset({one})), grounds, state.who - {one}
            )
        )
    yield from states


_MANY: Final[Mapping[Role, Callable[[State, Grounds], Iterator[State]]]] = {
    Role.EVERYONE: _everyone,
    Role.NOBODY: _nobody,
    Role.RELATIVE: _relative,
    Role.MUTUAL: _mutual,
    Role.CONVERSE: _converse,
}
"""The words which may be understood in more ways than one."""
