"""A message before it is told: with less in it where it is too long, and in order of time."""

from dataclasses import replace

from tertium.narrate.messages import (
    Contrast,
    Gap,
    Message,
    Part,
    Relationship,
    Shared,
    Side,
    Stated,
)
from tertium.narrate.topics import by_time

__all__ = ["chronological", "shorter"]


def chronological(message: Message) -> Message:
    """Return the message with each part in order of time, as it is told."""
    match message:
        case Contrast():
            return replace(message, sides=tuple(map(_ordered, message.sides)))
        case Stated() | Gap() | Relationship():
            return replace(message, side=_ordered(message.side))
        case _:
            return message


def shorter(message: Message) -> Message | None:
    """Return the message with a value or a part less, or None if it has no more to spare.

    Of opinions nothing is left out: that would silence a side.
    """
    match message:
        case Shared() if len(message.agreements) > 1:
            return replace(message, agreements=message.agreements[:-1])
        case Contrast() if any(map(_spare, message.sides)):
            return replace(message, sides=_shortened(message.sides))
        case Contrast(brief=False):
            return replace(message, brief=True)
        case Stated() | Gap() | Relationship() if _spare(message.side):
            return replace(message, side=_shortened((message.side,))[0])
        case _:
            return None


def _spare(side: Side) -> int:
    return len(side.statements) - 1


def _shortened(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Take the last thing, which weighs least, from each side that has most."""
    most = max(map(_spare, sides))
    return tuple(
        replace(side, parts=_less(side.parts)) if _spare(side) == most else side for side in sides
    )


def _less(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    *first, last = parts
    return (*first, last[:-1]) if len(last) > 1 else tuple(first)


def _ordered(side: Side) -> Side:
    return replace(side, parts=tuple(map(by_time, side.parts)))
