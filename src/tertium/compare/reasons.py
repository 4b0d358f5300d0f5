"""Why a row has its relation, and a cell its state, in short English."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tertium.compare.holdings import Holding
from tertium.compare.kinds import classes_above, separated
from tertium.compare.kinship import Meeting
from tertium.compare.labels import class_name, label, say_all
from tertium.compare.relate import Verdict
from tertium.model.comparison import Cell
from tertium.model.description import Description
from tertium.model.schema import Property, Schema
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.model.verdict import CellState, Relation

__all__ = ["explained", "reason"]

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

    More than three values, and more than three of the comparands, are counted instead of named.
    Where something is shared, the rest is "recorded for one alone": that the others lack it is not
    known.
    """
    called = [names[cell.entity] for cell in cells]
    shared = verdict.relation is Relation.OVERLAPPING
    clauses = (
        *_having(verdict.held, called, shared=shared),
        *_meeting(verdict.met, called),
        *_lacking(cells, called),
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


def _lacking(cells: Iterable[Cell], called: Sequence[str]) -> Iterator[str]:
    states = [cell.state for cell in cells]
    for state, words in _STATES.items():
        if state in states:
            positions = tuple(i for i, found in enumerate(states) if found is state)
            yield f"{words} {_who(positions, called)}"


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
