"""What was made once and may be wanted again, as far as there is room."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

__all__ = ["Shelf"]

_T = TypeVar("_T")


class Shelf(Generic[_T]):
    """Things by keys; those which nobody wanted for the longest time make room for others.

    Threads may share it.
    """

    def __init__(self, room: int) -> None:
        """Begin empty, with room for so many bytes."""
        self._room = room
        self._taken = 0
        self._things: OrderedDict[Hashable, tuple[_T, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> _T | None:
        """Return a thing, if it is there."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: _T, *, size: int) -> None:
        """Keep a thing of so many bytes, unless it would take more than half of the room."""
        if size > self._room // 2:
            return
        with self._lock:
            if key in self._things:
                self._taken -= self._things.pop(key)[1]
            self._things[key] = thing, size
            self._taken += size
            while self._taken > self._room:
                self._taken -= self._things.popitem(last=False)[1][1]

    @property
    def taken(self) -> int:
        """How many bytes are taken."""
        return self._taken
