"""A timeline laid out: what stands where, before it is drawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.description import Description
from tertium.model.terms import Iri
from tertium.render.escaping import visible
from tertium.render.speech import ENGLISH, Speech
from tertium.render.svg import shortened, width
from tertium.render.timeline.axis import Axis, axis
from tertium.render.timeline.dated import Dated, Entry, Opening, chosen, dated, worded
from tertium.render.timeline.spans import Span

__all__ = ["LEFT", "RIGHT", "Bar", "Lane", "Life", "Timeline", "timeline"]

LEFT: Final = 8.0
RIGHT: Final = 952.0
_FADING: Final = 26.0
"""How far a bar fades out where an end is not recorded."""
_MOST: Final = 44
"""How many dates are shown, of all entities together, and at least so many of each."""
_LEAST: Final = 6
_LONGEST: Final = 46
_POINT: Final = 7.0
_SPACE: Final = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A dated statement on the axis: from where to where, how it is labelled, and in which lane.

    What is narrower than a sign is a point. `sure` is the part which is certain, if not all is.
    """

    dated: Dated
    left: float
    right: float
    sure: tuple[float, float] | None
    label: str
    text_left: float
    lane: int

    @property
    def point(self) -> bool:
        """Whether it is drawn as a sign at one place."""
        return self.right - self.left < _POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """From how an entity began to how it ended, as far as both are recorded.

    It is `sure` between the last beginning that is stated and the first end.
    """

    left: float
    right: float
    sure: tuple[float, float]
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """An entity with its bars, in so many lanes below its name."""

    entity: Iri
    label: str
    life: Life | None
    bars: tuple[Bar, ...]
    lanes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The dates of some entities: a picture, and the same as a list; `total` counts all there are.

    Without an axis nothing can be drawn, as all dates are too far away.
    """

    axis: Axis | None
    lanes: tuple[Lane, ...]
    told: tuple[tuple[str, Dated], ...]
    total: int


def timeline(comparison: Comparison, speech: Speech = ENGLISH) -> Timeline | None:
    """Return the timeline of a comparison, or nothing if it has no dates.

    Of many dates those which deserve it most are chosen: how each entity began and ended, then what
    stands high on the page. The same comparison gives the same picture.
    """
    found = dated(comparison)
    if not found:
        return None
    each = max(_LEAST, _MOST // len(comparison.entities))
    shares = {one.iri: _share(one.iri, found, each, speech=speech) for one in comparison.entities}
    spans = [span for share in shares.values() for span in _spans(share)]
    scale = axis(spans, LEFT, RIGHT - _FADING) if spans else None
    return Timeline(
        axis=scale,
        lanes=tuple(_lane(one, shares[one.iri], scale) for one in comparison.entities),
        told=tuple(_told(comparison.entities, shares)),
        total=len(found),
    )


def _share(iri: Iri, found: Iterable[Entry], most: int, *, speech: Speech) -> tuple[Dated, ...]:
    """Return so much of what is dated of an entity, in order of time."""
    kept = chosen((one for one in found if one.entity == iri), most)
    return tuple(sorted((worded(one, speech) for one in kept), key=lambda one: one.place))


def _spans(items: Sequence[Dated]) -> Iterator[Span]:
    """Yield when something is dated, and a whole life, which is nowhere cut."""
    known = [item.span for item in items if item.span]
    yield from known
    if known and any(item.begins or item.ends for item in items):
        yield reduce(or_, known)


def _told(
    entities: Sequence[Description], shares: Mapping[Iri, tuple[Dated, ...]]
) -> Iterator[tuple[str, Dated]]:
    """Yield what is shown, in order of time, with the name of whom it is said."""
    names = {one.iri: visible(one.label) for one in entities}
    items = [item for share in shares.values() for item in share]
    for item in sorted(items, key=lambda one: (*one.place, one.entity)):
        yield names[item.entity], item


def _lane(entity: Description, items: Sequence[Dated], scale: Axis | None) -> Lane:
    bars = tuple(_bars(items, scale)) if scale else ()
    return Lane(
        entity=entity.iri,
        label=visible(entity.label),
        life=_life(items, scale) if scale else None,
        bars=bars,
        lanes=max((bar.lane + 1 for bar in bars), default=0),
    )


def _life(items: Sequence[Dated], scale: Axis) -> Life | None:
    """Return the bar of a life; an open one reaches as far as what else is dated."""
    known = [item.span for item in items if item.span]
    begun = [item.span for item in items if item.begins and item.span]
    over = [item.span for item in items if item.ends and item.span]
    if not begun and not over:
        return None
    first, last = min(s.first for s in begun or known), max(s.last for s in over or known)
    sure = max((s.last for s in begun), default=first), min((s.first for s in over), default=last)
    return Life(
        left=scale.position(first),
        right=scale.position(max(first, last)),
        sure=(scale.position(sure[0]), scale.position(sure[1])),
        open_start=not begun,
        open_end=not over,
    )


def _bars(items: Sequence[Dated], scale: Axis) -> Iterator[Bar]:
    """Yield bars, each in the first lane in which it has room."""
    taken = list[float]()
    for item in items:
        if item.span is not None:
            left, right = _ends(item, item.span, scale)
            label = shortened(item.what, _LONGEST)
            text = right + _SPACE
            room = width(label)
            if text + room > RIGHT:  # no room behind it: the label stands before it
                text = max(LEFT, left - _SPACE - room)
            start = min(left, text)
            lane = next((n for n, end in enumerate(taken) if end < start), len(taken))
            taken[lane : lane + 1] = [max(right, text + room) + 2 * _SPACE]
            sure = _sure(item, scale)
            yield Bar(
                dated=item,
                left=left,
                right=right,
                sure=sure,
                label=label,
                text_left=text,
                lane=lane,
            )


def _ends(item: Dated, span: Span, scale: Axis) -> tuple[float, float]:
    left, right = scale.position(span.first), scale.position(span.last)
    if item.opening is Opening.END:
        return left, min(RIGHT, right + _FADING)
    return max(LEFT, left - _FADING) if item.opening is Opening.START else left, right


def _sure(item: Dated, scale: Axis) -> tuple[float, float] | None:
    if item.sure is None or item.sure == item.span:
        return None
    return scale.position(item.sure.first), scale.position(item.sure.last)
