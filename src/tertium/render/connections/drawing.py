"""Ladders of connections as SVG."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from tertium.render.connections.ladders import Edge, Ladder, Rung
from tertium.render.svg import (
    NOTHING,
    WIDE,
    Picture,
    Svg,
    caption,
    element,
    picture,
    shortened,
    width,
)

__all__ = ["drawn"]

_RAIL: Final = 150.0
_STEP: Final = 38.0
_GAP: Final = 16.0
_BOX: Final = 260.0
_HIGH: Final = 22.0
_TIP: Final = 7.0
_LEAST: Final = 0.6
_LINES: Final = 3


def drawn(ladders: Sequence[Ladder], title: str) -> Picture:
    """Return ladders as SVG, one below the other, named by a title; empty when there is none."""
    if not ladders:
        return NOTHING
    heights = [_STEP * len(ladder.rungs) + _GAP for ladder in ladders]
    tops = list(accumulate(heights, initial=4.0))
    parts = [_ladder(ladder, top) for ladder, top in zip(ladders, tops[:-1], strict=True)]
    return picture(
        *parts,
        kind="connections",
        title=title,
        twin="The same is told in the sentences that follow.",
        height=tops[-1],
    )


def _ladder(ladder: Ladder, top: float) -> Svg:
    high = _STEP * len(ladder.rungs)
    rungs = [_rung(rung, top + _STEP * (n + 0.5)) for n, rung in enumerate(ladder.rungs)]
    return element(
        "g",
        _rail(ladder.left.label, 4.0, top, high=high),
        _rail(ladder.right.label, WIDE - _RAIL - 4, top, high=high),
        *rungs,
    )


def _rail(label: str, left: float, top: float, *, high: float) -> Svg:
    """Return a tall box with a name on several lines."""
    box = element(
        "rect", x=left, y=top, width=_RAIL, height=high, rx=4, class_="end", fill_opacity="0.12"
    )
    lines = list(_lines(label, _RAIL - 12))
    first = top + high / 2 - (len(lines) - 1) * 7 + 4
    words = [
        element(
            "text",
            caption(line),
            x=left + _RAIL / 2,
            y=first + 14 * n,
            text_anchor="middle",
            font_weight="bold",
        )
        for n, line in enumerate(lines)
    ]
    return element("g", element("title", caption(label)), box, *words)


def _lines(label: str, room: float) -> Iterator[str]:
    """Yield a name cut into lines that fit; what is left over is cut visibly."""
    line, count = "", 1
    for word in label.split():
        longer = f"{line} {word}".strip()
        if line and width(longer) > room and count < _LINES:
            yield _fitting(line, room)
            line, count = word, count + 1
        else:
            line = longer
    yield _fitting(line, room)


def _fitting(label: str, room: float) -> str:
    """Return a label, cut so that it fits into some room."""
    wide = width(label)
    return label if wide <= room else shortened(label, max(1, int(len(label) * room / wide) - 1))


def _rung(rung: Rung, middle: float) -> Svg:
    """Return a line from rail to rail, with the entities between as boxes on it."""
    left, right, boxes = _RAIL + 4, WIDE - _RAIL - 4, len(rung.between)
    wide = min(_BOX, (right - left) * (1 - _LEAST) / max(1, boxes))
    step = (right - left - wide * boxes) / (boxes + 1)
    starts = [left + step * (n + 1) + wide * n for n in range(boxes)]
    stops = [left, *(x for start in starts for x in (start, start + wide)), right]
    lines = [
        _edge(edge, (start, end), middle, times=rung.times if boxes == 0 else 1)
        for edge, (start, end) in zip(rung.edges, list(pairwise(stops))[::2], strict=True)
    ]
    nodes = [
        _node(one.label, start, middle, wide=wide)
        for one, start in zip(rung.between, starts, strict=True)
    ]
    return element("g", *lines, *nodes)


def _edge(edge: Edge, span: tuple[float, float], middle: float, *, times: int) -> Svg:
    left, right = span
    said = f"{edge.label} \u00d7 {times}" if times > 1 else edge.label
    words = _fitting(said, right - left - 8)
    text = element("text", caption(words), x=(left + right) / 2, y=middle - 5, text_anchor="middle")
    arrow = _arrow(span, middle, forward=edge.forward)
    return element("g", element("title", caption(said)), arrow, text)


def _arrow(span: tuple[float, float], middle: float, *, forward: bool) -> Svg:
    left, right = span
    tip, back = (right, right - _TIP) if forward else (left, left + _TIP)
    path = f"M{tip:.1f} {middle:.1f}L{back:.1f} {middle - 4:.1f}L{back:.1f} {middle + 4:.1f}z"
    line = element(
        "line",
        x1=left,
        y1=middle,
        x2=right,
        y2=middle,
        stroke="currentColor",
        stroke_opacity="0.6",
        class_="edge",
    )
    return Svg(line + element("path", d=path, class_="tip"))


def _node(label: str, left: float, middle: float, *, wide: float) -> Svg:
    box = element(
        "rect",
        x=left,
        y=middle - _HIGH / 2,
        width=wide,
        height=_HIGH,
        rx=4,
        class_="node",
        fill_opacity="0.08",
        stroke="currentColor",
        stroke_opacity="0.4",
    )
    text = element(
        "text",
        caption(_fitting(label, wide - 10)),
        x=left + wide / 2,
        y=middle + 4,
        text_anchor="middle",
    )
    return element("g", element("title", caption(label)), box, text)
