"""An axis of years: cut where nothing happens for long, with ticks at round years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise, takewhile
from typing import Final

from tertium.render.timeline.spans import Span

__all__ = ["Axis", "Break", "Piece", "Tick", "axis"]

_LONG: Final = 150.0
"""So many years without anything are cut out, unless what happens lasts longer."""
_MOST_BREAKS: Final = 3
_GAP: Final = 44.0
"""How wide the sign is where the axis is cut."""
_NARROWEST: Final = 90.0
_APART: Final = 32.0
_LETTER: Final = 7.0
"""How far ticks are apart at least: so much, and so much for each letter of a year."""
_STEPS: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A year under which there is a line, and how it is written."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where the axis is cut, and how many years are left out."""

    left: float
    right: float
    years: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Years without a cut, and where they are drawn."""

    span: Span
    left: float
    right: float

    def position(self, year: float) -> float:
        """Return where a year is drawn."""
        share = (year - self.span.first) / self.span.length
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Axis:
    """Pieces from left to right, with ticks."""

    pieces: tuple[Piece, ...]

    def position(self, year: float) -> float:
        """Return where a year is drawn; what is left out stands at the end of what is before."""
        before = [piece for piece in self.pieces if piece.span.first <= year]
        return (before[-1] if before else self.pieces[0]).position(year)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where it is cut."""
        return tuple(
            Break(one.right, other.left, round(other.span.first - one.span.last))
            for one, other in pairwise(self.pieces)
        )

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round years on it, from left to right."""
        return tuple(tick for piece in self.pieces for tick in _ticks(piece))


def axis(spans: Sequence[Span], left: float, right: float) -> Axis:
    """Return an axis on which all spans have a place; there must be one."""
    whole = _clusters(spans)
    wide = right - left - _GAP * (len(whole) - 1)
    floor = min(_NARROWEST, wide / len(whole))
    total = sum(span.length for span in whole)
    pieces, at = list[Piece](), left
    for span in whole:
        end = at + floor + (wide - floor * len(whole)) * (span.length / total)
        pieces.append(Piece(span, at, end))
        at = end + _GAP
    return Axis(tuple(pieces))


def _clusters(spans: Iterable[Span]) -> list[Span]:
    """Return what is shown, without the longest gaps, in whole years."""
    merged = list(_merged(spans))
    busy = sum(span.length for span in merged)
    gaps = sorted(
        (pair for pair in pairwise(merged) if _between(pair) > max(busy, _LONG)), key=_between
    )
    cut = set(gaps[-_MOST_BREAKS:])
    found = [merged[0]]
    for pair in pairwise(merged):
        if pair in cut:
            found.append(pair[1])
        else:
            found[-1] |= pair[1]
    return found


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, rounded to whole years, as one where they meet."""
    rest = sorted(Span(float(one.first // 1), float(-(-one.last // 1))) for one in spans)
    current = rest[0]
    for span in rest[1:]:
        if span.first > current.last:
            yield current
            current = span
        current |= span
    yield current


def _between(pair: tuple[Span, Span]) -> float:
    return pair[1].first - pair[0].last


def _ticks(piece: Piece) -> Iterator[Tick]:
    step = _step(piece)
    first = int(piece.span.first // step)
    rounds = takewhile(lambda one: _year(one) <= piece.span.last, (step * n for n in count(first)))
    years = [_year(one) for one in rounds if one and _year(one) >= piece.span.first]
    for year in years or [int(piece.span.first)]:
        yield Tick(piece.position(year), _written(year))


def _step(piece: Piece) -> int:
    """Return how many years from one tick to the next: 1, 2 or 5 times a power of ten."""
    letters = max(len(_written(int(year))) for year in (piece.span.first, piece.span.last))
    least = piece.span.length * (_APART + _LETTER * letters) / (piece.right - piece.left)
    power = 1
    while True:
        for one in _STEPS:
            if one * power >= least:
                return one * power
        power *= 10


def _year(rounded: int) -> int:
    """Return the astronomical year of a year as people count: before 1 comes 1 BCE."""
    return rounded if rounded > 0 else rounded + 1


def _written(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year:,} BCE"
