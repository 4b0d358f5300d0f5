"""A map as SVG: coasts, a net of degrees, and spots with their names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from tertium.render.atlas.sheet import Sheet, Spot
from tertium.render.svg import LETTER, WIDE, Picture, Svg, caption, element, picture, width

__all__ = ["drawn", "told"]

_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60)
_LINES: Final = 8
_TURN: Final = 360.0
_HALF: Final = 180.0
_TENTHS: Final = 10.0
_COLOURS: Final = 6
_DOT: Final = 4.0

_Points = tuple[tuple[float, float], ...]


def told(spot: Spot) -> str:
    """Return in words what a place is to whom, and where it lies."""
    roles = "; ".join(f"{who}: {what}" if what else who for who, what in spot.said)
    latitude = _named(round(spot.latitude, 1), "N", "S")
    longitude = _named(round((spot.longitude + _HALF) % _TURN - _HALF, 1), "E", "W")
    return f"{roles} ({latitude}, {longitude})"


def drawn(sheet: Sheet, title: str) -> Picture:
    """Return a map as SVG, named by a title."""
    inside = element(
        "svg",
        element(
            "path",
            d=_coasts(sheet),
            class_="coast",
            fill="none",
            stroke="currentColor",
            stroke_opacity="0.45",
        ),
        x=0,
        y=0,
        width=WIDE,
        height=sheet.height,
    )
    return picture(
        *_net(sheet),
        inside,
        *_spots(sheet),
        kind="map",
        title=title,
        twin="The same is told in the list that follows.",
        height=sheet.height,
    )


@dataclass(frozen=True, slots=True)
class _Coast:
    """A coastline as longitudes and latitudes, and how far it reaches."""

    points: _Points
    west: float
    east: float
    south: float
    north: float

    def touches(self, sheet: Sheet, turn: float) -> bool:
        """Return whether some of it can lie on a sheet."""
        return (
            self.east + turn >= sheet.west
            and self.west + turn <= sheet.east
            and self.north >= sheet.south
            and self.south <= sheet.north
        )


@cache
def _land() -> tuple[_Coast, ...]:
    """Return the coastlines of the world."""
    text = (files("tertium.render.atlas") / "land.txt").read_text("ascii")
    return tuple(_coast(tuple(map(_point, line.split()))) for line in text.splitlines())


def _coast(points: _Points) -> _Coast:
    longitudes, latitudes = zip(*points, strict=True)
    return _Coast(points, min(longitudes), max(longitudes), min(latitudes), max(latitudes))


def _point(text: str) -> tuple[float, float]:
    longitude, _, latitude = text.partition(",")
    return int(longitude) / _TENTHS, int(latitude) / _TENTHS


def _coasts(sheet: Sheet) -> str:
    """Return the coastlines on a sheet as a path; of those beyond 180 degrees, too."""
    turns = [turn for turn in (-_TURN, 0.0, _TURN) if _meets(sheet, turn)]
    return "".join(
        _line(sheet, coast.points, turn)
        for turn in turns
        for coast in _land()
        if coast.touches(sheet, turn)
    )


def _meets(sheet: Sheet, turn: float) -> bool:
    return sheet.west <= _HALF + turn and sheet.east >= turn - _HALF


def _line(sheet: Sheet, coast: _Points, turn: float) -> str:
    """Return a coastline as a path, without what is far outside of the sheet."""
    told, joined = list[str](), False
    for pair in pairwise(coast):
        (one, south), (other, north) = pair
        is_seen = (
            abs(one - other) < _HALF
            and max(one, other) + turn >= sheet.west
            and min(one, other) + turn <= sheet.east
            and max(south, north) >= sheet.south
            and min(south, north) <= sheet.north
        )
        if is_seen:
            (x, y), (to_x, to_y) = (sheet.position(a + turn, b) for a, b in pair)
            start = "" if joined else f"M{x:.1f} {y:.1f}"
            told.append(f"{start}L{to_x:.1f} {to_y:.1f}")
        joined = is_seen
    return "".join(told)


def _net(sheet: Sheet) -> Iterator[Svg]:
    step = next((s for s in _STEPS if (sheet.east - sheet.west) / s <= _LINES), _STEPS[-1])
    for degree in _degrees(sheet.west, sheet.east, step):
        x, _ = sheet.position(degree, 0)
        turned = (degree + _HALF) % _TURN - _HALF
        yield _grid((x, x), (0, sheet.height))
        yield element(
            "text",
            caption(_named(turned, "E", "W")),
            x=x + 3,
            y=sheet.height - 4,
            class_="degree",
            fill_opacity="0.7",
        )
    for degree in _degrees(sheet.south, sheet.north, step):
        _, y = sheet.position(0, degree)
        yield _grid((0, WIDE), (y, y))
        yield element(
            "text",
            caption(_named(degree, "N", "S")),
            x=3,
            y=y - 3,
            class_="degree",
            fill_opacity="0.7",
        )


def _degrees(first: float, last: float, step: float) -> list[float]:
    start = int(first // step) + 1
    return [n * step for n in range(start, int(last // step) + 1)]


def _grid(x: tuple[float, float], y: tuple[float, float]) -> Svg:
    return element(
        "line",
        x1=x[0],
        x2=x[1],
        y1=y[0],
        y2=y[1],
        stroke="currentColor",
        stroke_opacity="0.15",
        class_="grid",
    )


def _named(degree: float, positive: str, negative: str) -> str:
    """Return a degree as it is written: 45° N."""
    return f"{abs(degree):g}° {positive if degree >= 0 else negative}" if degree else "0°"


def _spots(sheet: Sheet) -> Iterator[Svg]:
    """Yield dots with their names, each name where no other stands already."""
    taken = list[tuple[float, float, float, float]]()
    for spot in sheet.spots:
        x, y = sheet.position(spot.longitude, spot.latitude)
        wide = width(spot.label)
        places = [
            (x + left, y + below)
            for below in (4.0, -8.0, 16.0)
            for left in (_DOT + 3, -_DOT - 3 - wide)
        ]
        free = [place for place in places if _is_free(place, wide, taken)]
        words = list[Svg]()
        if free:
            left, base = free[0]
            taken.append((left, base - LETTER, left + wide, base + 2))
            words.append(element("text", caption(spot.label), x=left, y=base))
        dot = element("circle", cx=x, cy=y, r=_DOT, class_="spot")
        yield element(
            "g",
            element("title", caption(f"{spot.label}: {told(spot)}")),
            dot,
            *words,
            class_=f"of-{spot.owner % _COLOURS}",
        )


def _is_free(
    place: tuple[float, float], wide: float, taken: Sequence[tuple[float, float, float, float]]
) -> bool:
    left, base = place
    if left < 0 or left + wide > WIDE or base < LETTER:
        return False
    return not any(
        left < right and other < left + wide and base - LETTER < low and high < base + 2
        for other, high, right, low in taken
    )
