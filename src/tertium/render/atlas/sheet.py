"""A sheet of a map: which part of the Earth it shows, and what lies where on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Entity
from tertium.render.escaping import visible
from tertium.render.svg import WIDE

__all__ = ["Sheet", "Spot", "sheet", "wanted"]

_MOST: Final = 28
_OF_ROW: Final = 4
"""So many places are asked for at most, and of a row; those of the rows that stand highest."""
_MARGIN: Final = 0.12
_LEAST: Final = 8.0
_ALONE: Final = 60.0
"""So many degrees a map shows at least: around one place more, to tell where that is."""
_ALL: Final = 360.0
_HALF: Final = 180.0
_QUARTER: Final = 90.0
_LOWEST: Final = 240.0
_HIGHEST: Final = 520.0
_NEAREST: Final = 0.15
"""The parallels are at most so much nearer together, as the poles are no place for such a map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the Earth, and what it is to whom."""

    place: Entity
    latitude: float
    longitude: float
    said: tuple[tuple[str, str], ...]
    owner: int

    @property
    def label(self) -> str:
        """What the place is called."""
        return visible(self.place.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A part of the Earth in degrees, with spots; longitudes may go on beyond 180."""

    west: float
    east: float
    south: float
    north: float
    spots: tuple[Spot, ...]

    @property
    def height(self) -> float:
        """How high it is drawn."""
        return (self.north - self.south) * self.scale / self.narrowing

    @property
    def scale(self) -> float:
        """How wide a degree of longitude is drawn."""
        return WIDE / (self.east - self.west)

    @property
    def narrowing(self) -> float:
        """How much nearer together the meridians are in its middle than on the equator."""
        return max(_NEAREST, cos(radians((self.north + self.south) / 2)))

    def position(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        y = (self.north - latitude) * self.scale / self.narrowing
        return (longitude - self.west) * self.scale, y


def wanted(comparison: Comparison) -> tuple[Iri, ...]:
    """Return what may be a place: the comparands, and the things which are values of rows."""
    found = [one.iri for one in comparison.entities]
    rows = sorted(comparison.rows, key=lambda row: -row.salience)
    for row in rows:
        values = (s.value.iri for s in row.evidence if isinstance(s.value, Entity))
        found += list(dict.fromkeys(values))[:_OF_ROW]
    return tuple(dict.fromkeys(found))[:_MOST]


def sheet(comparison: Comparison, points: Mapping[Iri, Coordinate]) -> Sheet | None:
    """Return the map of the places of which it is known where they lie; nothing without any."""
    spots = tuple(_spots(comparison, points))
    if not spots:
        return None
    west, east = _around([spot.longitude for spot in spots])
    latitudes = [spot.latitude for spot in spots]
    south, north = min(latitudes), max(latitudes)
    least = _LEAST if len(spots) > 1 else _ALONE
    wide = max(least, (east - west) * (1 + 2 * _MARGIN))
    high = max(least / 4, (north - south) * (1 + 2 * _MARGIN))
    middle = (west + east) / 2, (south + north) / 2
    return _fitted(middle, (min(_ALL, wide), high), _turned(spots, west))


def _spots(comparison: Comparison, points: Mapping[Iri, Coordinate]) -> Iterator[Spot]:
    """Yield the places, each once, with all that it is to the comparands."""
    said: dict[Iri, list[tuple[str, str]]] = {}
    known: dict[Iri, tuple[Entity, int]] = {}
    for number, one in enumerate(comparison.entities):
        if one.iri in points:
            known[one.iri] = one.entity, number
            said[one.iri] = [(visible(one.label), "")]
    for row in comparison.rows:
        for number, (cell, one) in enumerate(zip(row.cells, comparison.entities, strict=True)):
            for value in (s.value for s in cell.statements):
                if isinstance(value, Entity) and value.iri in points:
                    known.setdefault(value.iri, (value, number))
                    pair = (visible(one.label), visible(row.predicate.label))
                    said.setdefault(value.iri, []).append(pair)
    for iri, (place, owner) in known.items():
        point = points[iri]
        latitude, longitude = float(point.latitude), float(point.longitude)
        if abs(latitude) <= _QUARTER and abs(longitude) <= _ALL:
            pairs = tuple(dict.fromkeys(said[iri]))
            yield Spot(
                place=place,
                latitude=latitude,
                longitude=(longitude + _HALF) % _ALL - _HALF,
                said=pairs,
                owner=owner,
            )


def _around(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the shortest way around all longitudes, from west to east, over 180 if need be."""
    rest = sorted(set(longitudes))
    after = [*rest[1:], rest[0]]
    gaps = [((right - left) % _ALL or _ALL, right) for left, right in zip(rest, after, strict=True)]
    gap, west = max(gaps)
    return west, west + _ALL - gap


def _turned(spots: Sequence[Spot], west: float) -> tuple[Spot, ...]:
    """Return spots with longitudes that go on from the west."""
    return tuple(
        Spot(
            place=one.place,
            latitude=one.latitude,
            longitude=one.longitude + _ALL * (one.longitude < west),
            said=one.said,
            owner=one.owner,
        )
        for one in spots
    )


def _fitted(
    middle: tuple[float, float], size: tuple[float, float], spots: tuple[Spot, ...]
) -> Sheet:
    """Return a sheet around a point which is neither too low nor too high."""
    (x, y), (wide, high) = middle, size
    narrowing = max(_NEAREST, cos(radians(y)))
    wide = min(_ALL, max(wide, high / narrowing * WIDE / _HIGHEST))
    high = max(high, wide * narrowing * _LOWEST / WIDE)
    south = max(-_QUARTER, min(y - high / 2, _QUARTER - high))
    return Sheet(
        west=x - wide / 2,
        east=x + wide / 2,
        south=south,
        north=min(_QUARTER, south + high),
        spots=spots,
    )
