"""What the comparands are: the first sentence of a page."""

from collections.abc import Iterable, Iterator
from typing import Final

from tertium.narrate.kinds import is_people
from tertium.narrate.messages import Contrast, Message, Shared, Side, Stated
from tertium.narrate.sharing import agreements
from tertium.narrate.topics import Topic, only

__all__ = ["introducing"]

_MOST: Final = 3
"""How many things one sentence says that somebody is."""
_PAIR: Final = 2


def introducing(topics: Iterable[Topic]) -> Iterator[Message]:
    """Yield what all are, by the first property that defines them in which they agree.

    Of one comparand alone, what it is; of several who are nothing in common, what each is.
    """
    known = [topic for topic in map(_telling, topics) if _is_complete(topic)]
    everyone = len(known[0].told) if known else 0
    if everyone == 1:
        (part,) = known[0].told
        yield Stated(Side(part[0].subject, (part[:_MOST],)))
        return
    for topic in known:
        found = [one for one in agreements(topic) if len(one.statements) == everyone]
        if found:
            yield Shared(tuple(found[:_MOST]), everyone=True, among=everyone)
            return
    if known and everyone == _PAIR:
        yield Contrast(sides=tuple(Side(p[0].subject, (p[:1],)) for p in known[0].told))


def _telling(topic: Topic) -> Topic:
    """Return a topic without what every reader knows: that somebody is a human being."""
    (told,) = only([topic], lambda s: not is_people(s.value))
    return told


def _is_complete(topic: Topic) -> bool:
    """Return whether there is something positive to tell of every comparand."""
    return all(part and part[0].positive for part in topic.told)
