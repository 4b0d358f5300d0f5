"""Why a row has its relation, and a cell its state, in short English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tertium.compare.holdings import Holding
from tertium.compare.kinds import classes_above, separated
from tertium.compare.kinship import Meeting
from tertium.compare.labels import class_name, gap_unit, label, moment, rounded, say_all
from tertium.compare.relate import Verdict
from tertium.model.comparison import Cell
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.measure import Measure, QuantityRatio
from tertium.model.schema import Property, Schema
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.model.verdict import CellState, Relation

__all__ = ["explained", "reason"]

_FEW: Final = 3
_WORTH: Final = Decimal("1.05")
"""A smaller ratio rounds to "1 times as much", which says nothing."""
_PAIR: Final = 2
_STATES: Final = {
    CellState.NONE: "it is stated that there is none for",
    CellState.UNKNOWN: "the value is stated to be unknown for",
    CellState.NOT_APPLICABLE: "the property does not apply to",
    CellState.NOT_STATED: "nothing is recorded for",
}


def reason(
    cells: Sequence[Cell],
    verdict: Verdict,
    names: Mapping[Iri, str],
    *,
    found: Measure | None = None,
    at: Date | None = None,
) -> str:
    """Return who has what, where values meet, and who has none, clause by clause.

    What was measured of quantities follows, or why nothing could be; `at` is the day on which
    nothing is recorded of those who have none.

    More than three values, and more than three of the comparands, are counted instead of named.
    Where something is shared, the rest is "recorded for one alone": that the others lack it is not
    known.
    """
    called = [names[cell.entity] for cell in cells]
    shared = verdict.relation is Relation.OVERLAPPING
    clauses = (
        *_having(verdict.held, called, shared=shared),
        *_meeting(verdict.met, called),
        *_measured(found or Measure(), names, same=verdict.relation is Relation.SAME),
        *_lacking(cells, called, f" as of {moment(at)}" if at else ""),
    )
    return "; ".join(clauses)


def explained(cell: Cell, predicate: Property, *, of: Description, schema: Schema) -> Cell:
    """Return the cell with what its state rests on; a value speaks for itself."""
    match cell.state:
        case CellState.VALUE:
            why = ""
        case CellState.NONE:
            why = f"it is stated that there is none{_according(cell.statements)}"
        case CellState.UNKNOWN:
            why = f"the value is stated to be unknown{_according(cell.statements)}"
        case CellState.NOT_APPLICABLE:
            why = _inapplicable(predicate, of, schema=schema)
        case _:
            why = f"the graph has no statement of this property for {of.label}"
    return replace(cell, why=why) if why else cell


def _according(statements: Iterable[Statement]) -> str:
    works = {r.source.iri: r.source.label for s in statements for r in s.references}
    if not works:
        return ", without a source"
    if len(works) > _FEW:
        return f" by {len(works)} sources"
    return f" by {say_all([works[iri] for iri in sorted(works)])}"


def _inapplicable(predicate: Property, of: Description, *, schema: Schema) -> str:
    kinds = classes_above(of.entity.types, schema)
    pairs = [
        separated(classes_above([iri], schema), kinds, schema=schema) for iri in predicate.domain
    ]
    apart = sorted({pair for pair in pairs if pair})
    domain = say_all([class_name(iri) or iri for iri in predicate.domain])
    declared = say_all([" and ".join(class_name(iri) or iri for iri in pair) for pair in apart])
    return (
        f"{predicate.label} cannot hold of {of.label}: its domain is {domain}, "
        f"and the ontology declares {declared} disjoint"
    )


def _having(held: Iterable[Holding], called: Sequence[str], *, shared: bool) -> Iterator[str]:
    by_holders: dict[tuple[int, ...], list[Value]] = {}
    for holding in held:
        by_holders.setdefault(holding.holders, []).append(holding.value)
    alone = {holders for holders in by_holders if len(holders) == 1}
    counted = len(alone) > _FEW
    for holders in sorted(by_holders, key=lambda positions: (-len(positions), positions)):
        who, what = _who(holders, called), _what(by_holders[holders])
        if holders in alone and counted:
            continue
        if shared and holders in alone:
            yield f"recorded for {who} alone: {what}"
        else:
            yield f"{who} {'have' if len(holders) > 1 else 'has'} {what}"
    if counted:
        own = sum(len(by_holders[holders]) for holders in alone)
        yield f"{own} values are each recorded for one alone"


def _meeting(met: Iterable[Meeting], called: Sequence[str]) -> Iterator[str]:
    by_holders: dict[tuple[int, ...], list[Value]] = {}
    for meeting in met:
        by_holders.setdefault(meeting.holders, []).append(meeting.ancestor)
    for holders, ancestors in by_holders.items():
        yield f"the values of {_who(holders, called)} meet in {_what(ancestors)}"


def _measured(found: Measure, names: Mapping[Iri, str], *, same: bool) -> Iterator[str]:
    """Yield how the greatest amount is to the least, of which dates; or why none can be told."""
    if found.incomparable:
        yield found.incomparable
    if found.quantities and found.quantities.difference and not same:
        yield from _compared(found.quantities, names[found.quantities.order[-1]])
    if found.quantities and any(found.quantities.dates):
        yield _dated(found.quantities, names)


def _compared(found: QuantityRatio, most: str) -> Iterator[str]:
    unit = f" {gap_unit(found.unit_label)}" if found.unit_label else ""
    more = f"{rounded(found.difference)}{unit} more"
    if found.ratio is not None and found.ratio >= _WORTH:
        more = f"{rounded(found.ratio)} times as much, {more}"
    yield f"{most} has {more}"


def _dated(found: QuantityRatio, names: Mapping[Iri, str]) -> str:
    days = [moment(day) if day else "no date" for day in found.dates]
    if len(set(days)) == 1:
        return f"the amounts are of {days[0]}"
    each = [f"{names[iri]}: {day}" for iri, day in zip(found.order, days, strict=True)]
    return f"the amounts are of different dates ({', '.join(each)})"


def _lacking(cells: Iterable[Cell], called: Sequence[str], when: str) -> Iterator[str]:
    states = [cell.state for cell in cells]
    for state, words in _STATES.items():
        if state in states:
            positions = tuple(i for i, found in enumerate(states) if found is state)
            silent = state is CellState.NOT_STATED
            yield f"{words} {_who(positions, called)}{when if silent else ''}"


def _who(positions: Sequence[int], called: Sequence[str]) -> str:
    if len(positions) == len(called) > 1:
        return "both" if len(called) == _PAIR else f"all {len(called)}"
    if len(positions) > _FEW:
        return f"{len(positions)} of {len(called)}"
    return say_all([called[position] for position in positions])


def _what(values: Sequence[Value]) -> str:
    if len(values) > _FEW:
        return f"{len(values)} values"
    return say_all([label(value) for value in values])
