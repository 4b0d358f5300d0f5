"""A timeline as SVG."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from tertium.render.svg import NOTHING, Picture, Svg, caption, element, picture, width
from tertium.render.timeline.axis import Axis, Break, Tick
from tertium.render.timeline.dated import Dated, Opening
from tertium.render.timeline.setting import LEFT, RIGHT, Bar, Lane, Life, Timeline

__all__ = ["drawn", "said"]

_TOP: Final = 24.0
_NAME: Final = 34.0
"""How much room the name of an entity and the bar of its life take."""
_STEP: Final = 18.0
_HIGH: Final = 9.0
_COLOURS: Final = 6
"""So many colours there are; they come round again."""


def drawn(timeline: Timeline, title: str) -> Picture:
    """Return a timeline as SVG, named by a title; empty when nothing of it can be drawn."""
    scale = timeline.axis
    if scale is None:
        return NOTHING
    heights = [_NAME + _STEP * lane.lanes for lane in timeline.lanes]
    tops = list(accumulate(heights, initial=_TOP))
    lanes = enumerate(zip(timeline.lanes, tops[:-1], strict=True))
    return picture(
        *_scale(scale, tops[-1]),
        *(_lane(lane, top, place) for place, (lane, top) in lanes),
        kind="timeline",
        title=title,
        twin="The same is told in the list that follows.",
        height=tops[-1],
    )


def said(item: Dated) -> str:
    """Return a dated statement in words: when, what, and what is not known of it."""
    notes = [item.opening.value] if item.opening is not Opening.NONE else []
    notes += ["contested"] if item.contested else []
    aside = f" ({', '.join(notes)})" if notes else ""
    return f"{item.when}: {item.what}{aside}"


def _scale(scale: Axis, bottom: float) -> Iterator[Svg]:
    for tick in scale.ticks:
        yield _tick(tick, bottom)
    for cut in scale.breaks:
        yield _break(cut, bottom)


def _tick(tick: Tick, bottom: float) -> Svg:
    half = width(tick.label) / 2
    at = min(max(tick.at, LEFT + half), RIGHT - half)
    line = element(
        "line",
        x1=tick.at,
        y1=16,
        x2=tick.at,
        y2=bottom,
        stroke="currentColor",
        class_="grid",
        stroke_opacity="0.15",
    )
    return Svg(line + element("text", caption(tick.label), x=at, y=11, text_anchor="middle"))


def _break(cut: Break, bottom: float) -> Svg:
    middle = (cut.left + cut.right) / 2
    band = element(
        "rect",
        x=cut.left,
        y=16,
        width=cut.right - cut.left,
        height=bottom - 16,
        class_="cut",
        fill_opacity="0.08",
    )
    words = element("title", caption(f"{cut.years:,} years are left out"))
    return element(
        "g", words, band, element("text", Svg("⋯"), x=middle, y=12, text_anchor="middle")
    )


def _lane(lane: Lane, top: float, place: int) -> Svg:
    name = element("text", caption(lane.label), x=LEFT, y=top + 14, font_weight="bold")
    life = [_life(lane.life, top + 20)] if lane.life else []
    bars = [_bar(bar, top + _NAME + _STEP * bar.lane) for bar in lane.bars]
    return element("g", name, *life, *bars, class_=f"lane of-{place % _COLOURS}")


def _life(life: Life, top: float) -> Svg:
    sides = (life.left, -1, life.open_start), (life.right, 1, life.open_end)
    dots = [_fade(end, top, towards) for end, towards, is_open in sides if is_open]
    maybe = _stripe(life.left, max(life.left + 1, life.right), top, kind="may")
    left, right = life.sure
    sure = [_stripe(left, right, top, kind="sure")] if left < right else []
    return element("g", maybe, *sure, *dots, class_="life")


def _stripe(left: float, right: float, top: float, *, kind: str) -> Svg:
    opacity = "0.35" if kind == "may" else "0.85"
    return element(
        "rect", x=left, y=top, width=right - left, height=5, class_=kind, fill_opacity=opacity
    )


def _fade(end: float, top: float, towards: int) -> Svg:
    """Return dots behind an end that is not recorded."""
    dots = [
        element("circle", cx=end + towards * (6.0 + 6 * n), cy=top + 2.5, r=1.5, class_="open")
        for n in range(3)
    ]
    return Svg("".join(dots))


def _bar(bar: Bar, top: float) -> Svg:
    words = element("title", caption(said(bar.dated)))
    mark = " *" if bar.dated.contested else ""
    text = element("text", caption(bar.label + mark), x=bar.text_left, y=top + _HIGH)
    kind = "dated contested" if bar.dated.contested else "dated"
    return element("g", words, _shape(bar, top), text, class_=kind)


def _shape(bar: Bar, top: float) -> Svg:
    if bar.point:
        x, y, reach = (bar.left + bar.right) / 2, top + _HIGH / 2, 4.5
        return element(
            "path",
            d=f"M{x - reach:.1f} {y:.1f}l{reach} -{reach}l{reach} {reach}l-{reach} {reach}z",
            class_="point",
        )
    if bar.dated.opening is not Opening.NONE:
        return _taper(bar, top)
    faint = bar.sure is not None or bar.dated.sure is None
    whole = element(
        "rect",
        x=bar.left,
        y=top + 1,
        width=bar.right - bar.left,
        height=_HIGH - 2,
        rx=2,
        class_="may" if faint else "sure",
        fill_opacity="0.35" if faint else "0.75",
    )
    return Svg(whole + _certain(bar, top))


def _taper(bar: Bar, top: float) -> Svg:
    """Return a bar which ends in a tip, where an end is not recorded."""
    blunt, tip = bar.left, bar.right
    if bar.dated.opening is Opening.START:
        blunt, tip = tip, blunt
    above, middle, below = top + 1, top + _HIGH / 2, top + _HIGH - 1
    path = f"M{blunt:.1f} {above:.1f}L{tip:.1f} {middle:.1f}L{blunt:.1f} {below:.1f}z"
    return element("path", d=path, class_="may", fill_opacity="0.55")


def _certain(bar: Bar, top: float) -> Svg:
    """Return the part of a bar which is certain, if only a part is."""
    if bar.sure is None:
        return Svg("")
    left, right = bar.sure
    return element(
        "rect",
        x=left,
        y=top + 1,
        width=right - left,
        height=_HIGH - 2,
        class_="sure",
        fill_opacity="0.75",
    )
