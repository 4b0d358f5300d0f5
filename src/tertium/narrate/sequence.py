"""What a message has chosen by weight, in the order of time in which it is told."""

from dataclasses import replace

from tertium.narrate.messages import Contrast, Gap, Message, Relationship, Side, Stated
from tertium.narrate.topics import by_time

__all__ = ["chronological"]


def chronological(message: Message) -> Message:
    """Return the message with each part in order of time, as it is told."""
    match message:
        case Contrast():
            return replace(message, sides=tuple(map(_ordered, message.sides)))
        case Stated() | Gap() | Relationship():
            return replace(message, side=_ordered(message.side))
        case _:
            return message


def _ordered(side: Side) -> Side:
    return replace(side, parts=tuple(map(by_time, side.parts)))
