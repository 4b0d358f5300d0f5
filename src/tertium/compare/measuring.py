"""What can be computed of a row: shares, distances, ratios, overlaps."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from tertium.compare.equality import Twins, canonical
from tertium.compare.holdings import Holding, jaccard
from tertium.compare.quantity import ratio
from tertium.compare.time import distance, overlap
from tertium.model.comparison import Cell
from tertium.model.dates import Date, Interval
from tertium.model.measure import Measure, Overlap
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value
from tertium.model.verdict import CellState

__all__ = ["measure"]

_Key = tuple[int, int, int]
_NEVER: _Key = (0, 0, 0)
_STINTS: Final = 300
"""With so many stints of one value, and so many combinations of them, the rest is left out."""


def measure(cells: Sequence[Cell], held: Sequence[Holding], known: Twins) -> Measure | None:
    """Return what can be computed of a row; `None` when nothing can.

    Of a single cell nothing can. The Jaccard index, distances and ratios need a value in every
    cell, distances and ratios one single value in each. Overlaps are found for every value that
    two or more have, whether or not the others have one.
    """
    found = Measure(overlaps=tuple(_overlaps(cells, held)))
    if len(cells) > 1 and all(cell.state is CellState.VALUE for cell in cells):
        sole = _sole(cells, known)
        dates = {iri: value for iri, value in sole.items() if isinstance(value, Date)}
        amounts = {iri: value for iri, value in sole.items() if isinstance(value, Quantity)}
        found = Measure(
            jaccard=jaccard(held, len(cells)),
            dates=distance(dates) if len(dates) == len(cells) else None,
            quantities=ratio(amounts) if len(amounts) == len(cells) else None,
            overlaps=found.overlaps,
        )
    return None if found == Measure() else found


def _sole(cells: Iterable[Cell], known: Twins) -> Mapping[Iri, Value]:
    """Return the values of the cells which have only one."""
    values = {
        cell.entity: {canonical(s.value, known) for s in cell.statements if s.positive}
        for cell in cells
    }
    return {entity: found.pop() for entity, found in values.items() if len(found) == 1}


def _overlaps(cells: Sequence[Cell], held: Iterable[Holding]) -> Iterable[Overlap]:
    """Yield when each shared value held of all its holders, stint by stint."""
    for holding in held:
        if holding.shared:
            shared = {overlap(stints): None for stints in _at_once(holding.sides)}
            for interval in sorted(filter(None, shared), key=_place):
                yield Overlap(
                    value=holding.value, holders=holding.entities(cells), interval=interval
                )


def _at_once(sides: Iterable[Sequence[Statement]]) -> Sequence[tuple[Interval, ...]]:
    """Return a stint of each holder for all that overlap; of very many only the first."""
    found: list[tuple[Interval, ...]] = [()]
    for side in sides:
        stints = list({s.interval: None for s in side})[:_STINTS]
        met = ((*one, stint) for one in found for stint in stints if overlap((*one, stint)))
        found = list(islice(met, _STINTS))
    return found


def _place(interval: Interval) -> tuple[bool, _Key, bool, _Key]:
    start, end = interval.start, interval.end
    return (start is None, start.key if start else _NEVER, end is None, end.key if end else _NEVER)
