"""Many values of one row in a few lines: who shares which, from where to where."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tertium.model.comparison import CommonKind, Row
from tertium.model.tally import Group, Spread, Tally
from tertium.model.terms import Iri
from tertium.model.verdict import CellState
from tertium.narrate.languages.en.words import say_list
from tertium.render.wording import STATES, say_label

__all__ = ["say_tally"]

_MOST: Final = 5
"""So many groups have a line of their own."""
_NAMED: Final = 3
"""So many comparands are named instead of counted."""


def say_tally(row: Row, labels: Mapping[Iri, str]) -> tuple[str, ...]:
    """Return the lines on a row of three or more comparands, none of fewer."""
    if row.tally is None:
        return ()
    return (
        *_groups(row.tally, len(row.cells)),
        *_meetings(row),
        *_spread(row.tally.spread, labels),
        *_absent(row, labels),
    )


def _groups(tally: Tally, total: int) -> Iterator[str]:
    by_holders: dict[tuple[Iri, ...], list[str]] = {}
    for group in tally.groups:
        if len(group.holders) > 1:
            by_holders.setdefault(group.holders, []).append(say_label(group.value))
    for holders, values in list(by_holders.items())[:_MOST]:
        yield f"{_share(len(holders), total)}: {_some(values)}"
    rest = sum(map(len, list(by_holders.values())[_MOST:]))
    if rest:
        yield f"and {rest} more {'value' if rest == 1 else 'values'} of several"
    alone = [group for group in tally.groups if len(group.holders) == 1]
    if alone and tally.spread is None and 2 * tally.having >= total:
        yield f"{len(alone)} {'value' if len(alone) == 1 else 'values'} recorded for one alone"


def _meetings(row: Row) -> Iterator[str]:
    for common in row.common:
        if common.kind is CommonKind.ANCESTOR:
            share = _share(len(common.holders), len(row.cells))
            yield f"{share} meet in {say_label(common.value)}"


def _spread(spread: Spread | None, labels: Mapping[Iri, str]) -> Iterator[str]:
    if spread is None or spread.least == spread.greatest:
        return
    yield f"from {_held(spread.least, labels)} to {_held(spread.greatest, labels)}"
    if spread.median is not None:
        yield f"median {say_label(spread.median)}"
    if spread.far:
        far = _some([_held(group, labels) for group in spread.far])
        yield f"beyond Tukey\u2019s fences: {far}"


def _absent(row: Row, labels: Mapping[Iri, str]) -> Iterator[str]:
    total = len(row.cells)
    for state in CellState:
        who = tuple(labels[cell.entity] for cell in row.cells if cell.state is state)
        if who and state is not CellState.VALUE:
            few = len(who) <= _NAMED and len(who) < total
            yield f"{STATES[state]}: {say_list(who) if few else _share(len(who), total)}"


def _held(group: Group, labels: Mapping[Iri, str]) -> str:
    who = [labels[iri] for iri in group.holders]
    named = say_list(tuple(who)) if len(who) <= _NAMED else f"{len(who)} of them"
    return f"{say_label(group.value)} ({named})"


def _share(part: int, total: int) -> str:
    return f"all {total}" if part == total else f"{part} of {total}"


def _some(words: Iterable[str]) -> str:
    named = tuple(words)
    if len(named) <= _MOST:
        return say_list(named)
    return f"{', '.join(named[:_MOST])} and {len(named) - _MOST} more"
