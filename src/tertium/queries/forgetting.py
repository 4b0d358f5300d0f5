"""What was read is remembered, but not all of it for ever."""

from collections.abc import Hashable, MutableMapping
from itertools import islice
from typing import Final, TypeVar

__all__ = ["forget"]

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_MOST: Final = 100_000
"""So many things are remembered: some hundred megabytes at most."""


def forget(memory: MutableMapping[_Key, _Value], *, most: int = _MOST) -> None:
    """Forget the older half of what is remembered, if it is more than that.

    >>> memory = {"one": "1", "two": "2", "three": "3", "four": "4"}
    >>> forget(memory, most=3)
    >>> list(memory)
    ['three', 'four']
    """
    if len(memory) > most:
        for key in tuple(islice(memory, len(memory) // 2)):
            del memory[key]
