"""What is held of the comparands, by whom, and who disputes it."""

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from tertium.model.statement import Statement
from tertium.model.values import Value
from tertium.narrate.messages import Opinion, Part, View
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic

__all__ = ["judging", "views"]

_PLACE: Final = 5
_PAIR: Final = 2


def judging(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield judgements: disputed ones by themselves, the others in pairs."""
    for topic in topics:
        sides = [views(part) for part in topic.told]
        for place, opinion in enumerate(_opinions(sides)):
            yield Planned(
                message=opinion,
                order=(topic.order, _PLACE, place),
                tier=Tier(min(place // len(sides), Tier.REST)),
                worth=topic.worth,
            )


def views(part: Part) -> tuple[View, ...]:
    """Return judgements with all their holders, the best documented first."""
    held = dict[Value, list[Statement]]()
    for statement in part:
        if statement.holders:
            held.setdefault(statement.value, []).append(statement)
    return tuple(View(tuple(statements)) for statements in held.values())


def _opinions(sides: list[tuple[View, ...]]) -> Iterator[Opinion]:
    disputed = [tuple(view for view in side if view.disputed) for side in sides]
    undisputed = [tuple(view for view in side if not view.disputed) for side in sides]
    first = _against(undisputed)
    yield from first
    told = {view for opinion in first for view in opinion.views}
    calm = [tuple(view for view in side if view not in told) for side in undisputed]
    for place in range(max(map(len, disputed), default=0)):
        yield from (Opinion(side[place : place + 1]) for side in disputed if side[place:])
    for place in range(0, max(map(len, calm), default=0), _PAIR):
        yield from (Opinion(side[place : place + _PAIR]) for side in calm if side[place:])


def _against(sides: list[tuple[View, ...]]) -> tuple[Opinion, ...]:
    """Return the weightiest views of two comparands that differ, set against each other."""
    if len(sides) != _PAIR:
        return ()
    pairs = sorted(product(*map(enumerate, sides)), key=lambda pair: pair[0][0] + pair[1][0])
    differing = (
        (first, second)
        for (_, first), (_, second) in pairs
        if first.lead.value != second.lead.value
    )
    return tuple(Opinion(pair) for pair in islice(differing, 1))
