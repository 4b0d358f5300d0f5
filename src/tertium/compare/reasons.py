"""Why a row has its relation, in short English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from tertium.compare.holdings import Holding
from tertium.compare.kinship import Meeting
from tertium.compare.labels import label
from tertium.compare.relate import Verdict
from tertium.model.comparison import Cell
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.model.verdict import CellState, Relation

__all__ = ["reason"]

_FEW: Final = 3
_PAIR: Final = 2
_STATES: Final = {
    CellState.NONE: "it is stated that there is none for",
    CellState.UNKNOWN: "the value is stated to be unknown for",
    CellState.NOT_APPLICABLE: "the property does not apply to",
    CellState.NOT_STATED: "nothing is recorded for",
}


def reason(cells: Sequence[Cell], verdict: Verdict, names: Mapping[Iri, str]) -> str:
    """Return who has what, where values meet, and who has none, clause by clause.

    More than three values are counted instead of named. Where something is shared, the rest is
    "recorded for one alone": that the others lack it is not known.
    """
    called = [names[cell.entity] for cell in cells]
    shared = verdict.relation is Relation.OVERLAPPING
    clauses = (
        *_having(verdict.held, called, shared=shared),
        *_meeting(verdict.met, called),
        *_lacking(cells, called),
    )
    return "; ".join(clauses)


def _having(held: Iterable[Holding], called: Sequence[str], *, shared: bool) -> Iterator[str]:
    by_holders: dict[tuple[int, ...], list[Value]] = {}
    for holding in held:
        by_holders.setdefault(holding.holders, []).append(holding.value)
    for holders in sorted(by_holders, key=lambda positions: (-len(positions), positions)):
        who, what = _who(holders, called), _what(by_holders[holders])
        if shared and len(holders) == 1:
            yield f"recorded for {who} alone: {what}"
        else:
            yield f"{who} {'have' if len(holders) > 1 else 'has'} {what}"


def _meeting(met: Iterable[Meeting], called: Sequence[str]) -> Iterator[str]:
    by_holders: dict[tuple[int, ...], list[Value]] = {}
    for meeting in met:
        by_holders.setdefault(meeting.holders, []).append(meeting.ancestor)
    for holders, ancestors in by_holders.items():
        yield f"the values of {_who(holders, called)} meet in {_what(ancestors)}"


def _lacking(cells: Iterable[Cell], called: Sequence[str]) -> Iterator[str]:
    states = [cell.state for cell in cells]
    for state, words in _STATES.items():
        if state in states:
            positions = tuple(i for i, found in enumerate(states) if found is state)
            yield f"{words} {_who(positions, called)}"


def _who(positions: Sequence[int], called: Sequence[str]) -> str:
    if len(positions) == len(called) > 1:
        return "both" if len(called) == _PAIR else f"all {len(called)}"
    return _list([called[position] for position in positions])


def _what(values: Sequence[Value]) -> str:
    if len(values) > _FEW:
        return f"{len(values)} values"
    return _list([label(value) for value in values])


def _list(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
