"""What a row amounts to, and what is common in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tertium.compare.holdings import Holding
from tertium.compare.kinship import Meeting, meetings
from tertium.model.comparison import Cell, Common, CommonKind
from tertium.model.hierarchy import Hierarchy
from tertium.model.schema import Schema
from tertium.model.verdict import CellState, Relation

__all__ = ["Verdict", "relate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The relation of a row, who has what, and where values meet that differ."""

    relation: Relation
    held: tuple[Holding, ...] = ()
    met: tuple[Meeting, ...] = ()

    def common(self, cells: Sequence[Cell]) -> tuple[Common, ...]:
        """Return the values of two or more comparands and the ancestors, with holders.

        Values are named whatever the relation is: when one of three comparands is silent, the
        other two may still agree.
        """
        shared = (holding for holding in self.held if holding.shared)
        return tuple(
            Common(value=holding.value, holders=holding.entities(cells)) for holding in shared
        ) + tuple(
            Common(
                value=meeting.ancestor,
                kind=CommonKind.ANCESTOR,
                holders=tuple(cells[position].entity for position in meeting.holders),
            )
            for meeting in self.met
        )


def relate(
    cells: Sequence[Cell], held: tuple[Holding, ...], *, hierarchy: Hierarchy, schema: Schema
) -> Verdict:
    """Return the verdict on a row.

    | states | relation |
    |---|---|
    | one cell only | same: nothing can differ |
    | all value | same, overlapping, related or different, by the values |
    | all none | same |
    | some value, some not stated, whatever the rest | incomplete |
    | some value, the rest none, unknown or not applicable | one-sided |
    | no value, not all none: all unknown, unknown and none, none and not stated | incomplete |

    All value: same when each value is held by all, overlapping when some value is held by two or
    more, related when values of two or more meet in an informative ancestor, else different. An
    unknown next to a value in one cell is left out of account, as is a none which contradicts it.
    """
    states = {cell.state for cell in cells}
    if len(cells) == 1 or states == {CellState.NONE}:
        return Verdict(relation=Relation.SAME, held=held)
    if states == {CellState.VALUE}:
        return _compare(held, count=len(cells), hierarchy=hierarchy, schema=schema)
    if CellState.VALUE in states and CellState.NOT_STATED not in states:
        return Verdict(relation=Relation.ONE_SIDED, held=held)
    return Verdict(relation=Relation.INCOMPLETE, held=held)


def _compare(
    held: tuple[Holding, ...], *, count: int, hierarchy: Hierarchy, schema: Schema
) -> Verdict:
    if all(len(holding.holders) == count for holding in held):
        return Verdict(relation=Relation.SAME, held=held)
    if any(holding.shared for holding in held):
        return Verdict(relation=Relation.OVERLAPPING, held=held)
    met = meetings(held, hierarchy=hierarchy, schema=schema)
    relation = Relation.RELATED if met else Relation.DIFFERENT
    return Verdict(relation=relation, held=held, met=met)
