"""What can be computed of a row: shares, distances, ratios, overlaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, TypeGuard

from tertium.compare.equality import Twins, canonical, equal
from tertium.compare.holdings import Holding, fineness, jaccard
from tertium.compare.quantity import incomparable, ratio
from tertium.compare.series import Chosen
from tertium.compare.time import distance, overlap
from tertium.model.comparison import Cell
from tertium.model.dates import Date, Interval
from tertium.model.measure import Measure, Overlap, QuantityRatio
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value
from tertium.model.verdict import CellState

__all__ = ["measure"]

_Key = tuple[int, int, int]
_NEVER: _Key = (0, 0, 0)
_TWO: Final = 2
"""Whether there are more values than one is all that is asked."""
_STINTS: Final = 300
"""With so many stints of one value, and so many combinations of them, the rest is left out."""


def measure(judged: Chosen, held: Sequence[Holding], known: Twins) -> Measure | None:
    """Return what can be computed of a row; `None` when nothing can.

    Of a single cell nothing can. The Jaccard index, distances and ratios need a value in every
    cell, distances and ratios one single value in each. Overlaps are found for every value that
    two or more have, whether or not the others have one.
    """
    cells = judged.cells
    found = Measure(overlaps=tuple(_overlaps(cells, held)))
    if len(cells) > 1 and all(cell.state is CellState.VALUE for cell in cells):
        sole = _sole(cells, known)
        dates = {iri: one for iri, one in sole.items() if _is_day(one)}
        amounts = {iri: one for iri, one in sole.items() if isinstance(one, Quantity)}
        all_amounts = amounts if len(amounts) == len(cells) else {}
        why = judged.incomparable or incomparable(tuple(all_amounts.values()))
        found = Measure(
            jaccard=None if why else jaccard(held, len(cells)),
            dates=distance(dates) if len(dates) == len(cells) else None,
            quantities=_ratio(all_amounts, judged),
            overlaps=found.overlaps,
            incomparable=why,
        )
    return None if found == Measure() else found


def _is_day(value: Value) -> TypeGuard[Date]:
    """Return whether it is a date, and one from which distances can be counted."""
    return isinstance(value, Date) and not (value.lower or value.upper)


def _ratio(amounts: Mapping[Iri, Quantity], judged: Chosen) -> QuantityRatio | None:
    found = ratio(amounts) if amounts else None
    if found is None or not judged.dates:
        return found
    return replace(found, dates=tuple(judged.dates.get(iri) for iri in found.order))


def _sole(cells: Iterable[Cell], known: Twins) -> Mapping[Iri, Value]:
    """Return the values of the cells which have only one, however often they say it."""
    values = {
        cell.entity: _distinct(
            {canonical(s.value, known): s.value for s in cell.statements if s.positive}
        )
        for cell in cells
    }
    return {entity: found[0] for entity, found in values.items() if len(found) == 1}


def _distinct(values: Mapping[Value, Value]) -> list[Value]:
    """Return the first two different values, the finer of those which are equal."""
    kept: list[Value] = []
    for value in sorted(values, key=fineness):
        if len(kept) < _TWO and not any(equal(value, one) for one in kept):
            kept.append(value)
    return [values[value] for value in kept]


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
