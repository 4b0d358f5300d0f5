"""From one understanding of a sentence to the next, stretch by stretch."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from tertium.checking.amounts import Amount
from tertium.checking.asserting import all_asserted, asserted, is_figure, is_key, repeated
from tertium.checking.circumstances import counted, dated, measured, overlapping, part_of
from tertium.checking.edges import Counted, Dated, Framed, Grouped, Lasting, Named, Reading
from tertium.checking.facts import Gap, Grounds
from tertium.checking.framing import framed
from tertium.checking.lengths import lasts
from tertium.checking.listed import listed
from tertium.checking.moments import Moment
from tertium.checking.state import Growth, State, current
from tertium.checking.words import Role
from tertium.model.terms import Iri

__all__ = ["Steps"]


@dataclass(frozen=True, slots=True)
class Steps:
    """How words change what is understood, given the grounds of a sentence."""

    grounds: Grounds

    def after(self, state: State, reading: Reading) -> Iterator[State]:
        """Yield every way to understand a stretch; none when nothing bears it out."""
        match reading:
            case Named():
                yield from self._named(state, reading.key)
            case Grouped():
                yield from self._grouped(state, reading.keys)
            case Framed():
                yield from framed(state, reading, self.grounds)
            case Dated():
                side = Role.START if reading.opens else state.side
                yield from self._dated(replace(state, side=side), reading.moment)
            case Counted():
                yield from self._counted(state, reading.amount)
            case Lasting():
                if lasts(reading.amount, reading.unit, self.grounds):
                    yield state
            case _:
                yield from listed(state, reading.role, self.grounds)

    def _named(self, state: State, key: str) -> Iterator[State]:
        yield from self._subject(state, Iri(key))
        if state.by:
            yield from asserted(state, self.grounds, is_key(key), key=key)
        if state.who:
            yield replace(state, waiting=state.waiting | {key}, growth=Growth.OVER)
        if part_of(current(state, self.grounds), key, self.grounds):
            yield replace(state, growth=Growth.OVER, side=None, idle=False)
        if state.holding:
            yield replace(state, holders=state.holders | {key})

    def _subject(self, state: State, one: Iri) -> Iterator[State]:
        joins = state.growth is Growth.NAMES
        who = state.who | {one} if joins else frozenset({one})
        if state.waiting or (state.idle and state.growth is Growth.OVER):
            return
        if state.guessed:
            if one in state.who:
                yield replace(state, guessed=False, trailing=True)
        elif state.also:
            yield from repeated(state, self.grounds, one)
        elif not state.lacking or any(Gap(one, p) in self.grounds.gaps for p in state.lacking):
            claimed = state.claimed if joins else frozenset[int]()
            new = replace(state, who=who, growth=Growth.NAMES, holding=False, idle=True)
            yield replace(new, claimed=claimed)

    def _grouped(self, state: State, keys: frozenset[str]) -> Iterator[State]:
        yield replace(state, who=frozenset(map(Iri, keys)), growth=Growth.OVER)
        if state.by:
            yield from all_asserted(state, self.grounds, keys)

    def _dated(self, state: State, moment: Moment) -> Iterator[State]:
        groups = current(state, self.grounds)
        if state.by:
            yield from asserted(state, self.grounds, is_figure(moment))
        find = overlapping if state.overlap else partial(dated, groups)
        found = find(moment, self.grounds, side=state.side)
        if state.side is Role.END and state.within:
            found &= state.within
        if found:
            yield replace(state, growth=Growth.OVER, side=None, within=found, idle=False)
        if state.who:
            yield replace(state, figures=(*state.figures, moment))
        if not groups:
            yield replace(state, growth=Growth.OVER, side=None, ahead=(*state.ahead, moment))

    def _counted(self, state: State, amount: Amount) -> Iterator[State]:
        groups = current(state, self.grounds)
        if state.by:
            until = Role.END if state.side is Role.START else None
            for one in asserted(state, self.grounds, is_figure(amount, state.side)):
                yield replace(one, side=until)
        if state.who:
            yield replace(state, figures=(*state.figures, amount))
        day = Moment(day=int(amount.number)) if amount.number in range(1, 32) else None
        if measured(groups, amount, self.grounds) or counted(amount, state.who, self.grounds):
            yield state
        elif day and state.side is Role.START and dated(groups, day, self.grounds, side=state.side):
            yield replace(state, side=None)
        if state.lacking and amount.number == len(self.grounds.gaps):
            yield replace(state, who=frozenset(gap.entity for gap in self.grounds.gaps))
