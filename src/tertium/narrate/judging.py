"""What is held of the comparands, by whom, and who disputes it."""

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.narrate.messages import Opinion, Part, View
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic

__all__ = ["judging", "views"]

_PLACE: Final = 5
_PAIR: Final = 2
Views = tuple[View, ...]


def judging(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield judgements: disputed ones by themselves, the others in pairs."""
    for topic in topics:
        sides = [views(part) for part in topic.told]
        for number, opinions in enumerate(_opinions(sides)):
            for place, opinion in enumerate(opinions):
                yield Planned(
                    message=opinion,
                    order=(topic.order, _PLACE, number, place),
                    tier=Tier(min(number, Tier.REST)),
                    worth=topic.worth,
                )


def views(part: Part) -> Views:
    """Return judgements with all their holders, the best documented first."""
    held = dict[Value, list[Statement]]()
    for statement in part:
        if statement.holders:
            held.setdefault(statement.value, []).append(statement)
    return tuple(View(tuple(statements)) for statements in held.values())


def _opinions(sides: list[Views]) -> Iterator[tuple[Opinion, ...]]:
    """Yield opinions round by round, one of each comparand in a round."""
    disputed = [tuple(view for view in side if view.disputed) for side in sides]
    undisputed = [tuple(view for view in side if not view.disputed) for side in sides]
    first = _against(undisputed)
    if first:
        yield first
    told = {view for opinion in first for view in opinion.views}
    calm = [tuple(view for view in side if view not in told) for side in undisputed]
    yield from _rounds(disputed, 1)
    yield from _rounds(calm, _PAIR)


def _rounds(sides: list[Views], size: int) -> Iterator[tuple[Opinion, ...]]:
    for start in range(0, max(map(len, sides), default=0), size):
        cut = (side[start : start + size] for side in sides)
        yield tuple(Opinion(views) for views in cut if views)


def _against(sides: list[Views]) -> tuple[Opinion, ...]:
    """Return the weightiest views of two comparands that differ, set against each other."""
    if len(sides) != _PAIR:
        return ()
    pairs = sorted(product(*map(enumerate, sides)), key=_place)
    differing = (
        (first, second)
        for (_, first), (_, second) in pairs
        if first.lead.value != second.lead.value
    )
    return tuple(Opinion(pair) for pair in islice(differing, 1))


def _place(pair: tuple[tuple[int, View], ...]) -> tuple[int, list[Iri]]:
    return (sum(place for place, _ in pair), sorted(view.lead.iri for _, view in pair))
