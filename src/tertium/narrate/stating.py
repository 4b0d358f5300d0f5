"""What is said of one comparand alone, and where the record is silent."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tertium.model.comparison import Cell, Row
from tertium.model.schema import OTHER_FACET
from tertium.model.verdict import CellState, Relation
from tertium.narrate.messages import Gap, Part, Side, Stated
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic

__all__ = ["gaps", "stating"]

_USUAL: Final = 0.1
"""The share of its peers that have a property which is usual."""
_LIST: Final = 3
"""How many things one sentence tells of one comparand."""
_SOME: Final = 2
_PAGES: Final = 2
_Told = tuple[Topic, Part]


def stating(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield what is left to say of each comparand, up to three things at a time."""
    untold = [t for t in topics if len(t.told) == 1 or t.row.relation is not Relation.SAME]
    for place in range(len(untold[0].told) if untold else 0):
        for page in range(_PAGES):
            start = page * _LIST
            parts = [(t, t.told[place][start : start + _LIST]) for t in untold]
            yield from _stated([told for told in parts if told[1]], place, page)


def _stated(parts: Sequence[_Told], place: int, page: int) -> Iterator[Planned]:
    for group in _packed(parts):
        first = group[0][0]
        yield Planned(
            message=Stated(Side(first.row.cells[place].entity, tuple(p for _, p in group))),
            order=(first.order, 3, page, place),
            tier=Tier.REST if page else min(map(_tier, group)),
            worth=max(topic.worth for topic, _ in group),
        )


def gaps(topics: Iterable[Topic], threshold: float) -> Iterator[Planned]:
    """Yield what is recorded of some and not of others, the most salient first."""
    incomplete = [t for t in topics if t.row.relation is Relation.INCOMPLETE and t.statements]
    for topic in sorted(incomplete, key=lambda topic: (-topic.row.salience, topic.order)):
        row = topic.row
        absent = tuple(cell.entity for cell in row.cells if _is_silent(cell))
        if absent and row.salience >= threshold and _is_usual(row):
            part = max(topic.told, key=_size)[:_SOME]
            side = Side(part[0].subject, (part,))
            yield Planned(
                message=Gap(side, row.predicate, absent, means=row.means, turned=row.turned),
                order=(topic.order, 4),
                tier=Tier.LEAD,
                worth=topic.worth,
            )


def _is_usual(row: Row) -> bool:
    """Return whether one expects the property of such things, as far as they have been counted.

    What only a few have on record is no gap where it is missing; nor is what no facet holds.
    """
    told = row.explanation.told if row.explanation else ()
    counted = [worth for worth in told if worth is not None and worth.size]
    usual = all(worth.holders >= worth.size * _USUAL for worth in counted)
    return usual and row.facet != OTHER_FACET


def _is_silent(cell: Cell) -> bool:
    return cell.state is CellState.NOT_STATED and not cell.crowded


def _packed(parts: Sequence[_Told]) -> Iterator[tuple[_Told, ...]]:
    """Yield lists alone, and single things up to three together."""
    pack: tuple[_Told, ...] = ()
    for topic, part in parts:
        if len(part) > 1:
            yield ((topic, part),)
            continue
        pack += ((topic, part),)
        if len(pack) == _LIST:
            yield pack
            pack = ()
    if pack:
        yield pack


def _tier(told: _Told) -> Tier:
    told_of_others = told[0].row.relation in {
        Relation.DIFFERENT,
        Relation.RELATED,
        Relation.OVERLAPPING,
    }
    return Tier.MORE if told_of_others else Tier.MAIN


def _size(part: Part) -> int:
    return len(part)
