"""What a verb phrase does to what is understood."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tertium.checking.asserting import all_asserted, asserted, is_figure
from tertium.checking.edges import Framed
from tertium.checking.facts import Fact, Grounds
from tertium.checking.state import Growth, State
from tertium.model.terms import Iri
from tertium.model.values import SomeValue

__all__ = ["framed", "is_none", "stated"]


def framed(state: State, form: Framed, grounds: Grounds) -> Iterator[State]:
    """Yield the ways to understand a verb phrase, or a part or label of one."""
    if form.after and not form.after & state.by:
        return
    if form.closing:
        if _closes(state, form, grounds):
            yield state
        return
    if state.waiting and not form.noun:
        return
    if state.negative:
        yield from _denied(state, form, grounds)
        return
    yield from _begun(state, form, grounds)


def _begun(state: State, form: Framed, grounds: Grounds) -> Iterator[State]:
    """Yield the state behind a verb, with the values that came before it."""
    new = replace(
        state,
        by=form.predicates,
        turned=form.turned,
        growth=Growth.OVER,
        told=frozenset(),
        waiting=frozenset(),
        antecedent=frozenset(),
    )
    keys = state.waiting or (state.antecedent if state.who else frozenset())
    if state.antecedent and not state.who:
        new = replace(new, who=frozenset(map(Iri, state.antecedent)))
    yield from all_asserted(new, grounds, keys)
    if form.noun and state.figures:
        *rest, figure = state.figures
        yield from asserted(replace(new, figures=tuple(rest)), grounds, is_figure(figure))
    yield from stated(new, grounds, _is_some)


def _closes(state: State, form: Framed, grounds: Grounds) -> bool:
    told = [grounds.facts[number] for number in state.told]
    return bool(form.predicates & state.by) and all(f.predicates & form.predicates for f in told)


def _denied(state: State, form: Framed, grounds: Grounds) -> Iterator[State]:
    """Yield what "no" and a property may mean: that there is none, or that none is recorded."""
    new = replace(state, by=form.predicates, growth=Growth.OVER, told=frozenset())
    for one in stated(new, grounds, is_none):
        yield replace(one, negative=False)
    yield replace(new, lacking=form.predicates)


def stated(state: State, grounds: Grounds, holds: Callable[[Fact], bool]) -> Iterator[State]:
    """Yield the state in which a fact of this kind is told of every subject, if there are such."""
    told = {
        number
        for number, fact in enumerate(grounds.facts)
        if fact.subject in state.who and fact.predicates & state.by and holds(fact)
    }
    facts = [grounds.facts[number] for number in told]
    if facts and {fact.subject for fact in facts} == state.who:
        said = state.said | {fact.iri for fact in facts}
        yield replace(state, told=frozenset(told), said=said, idle=False)


def is_none(fact: Fact) -> bool:
    """Return whether a fact is that there is no value."""
    return fact.none


def _is_some(fact: Fact) -> bool:
    return isinstance(fact.value, SomeValue)
