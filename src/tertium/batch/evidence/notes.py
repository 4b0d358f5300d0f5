"""What was read for a page, by name, also what had been read for another before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tertium.batch.facts import Key, Noun
from tertium.store.sidecar.keys import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tertium.model.terms import Term

__all__ = ["Notes"]

_Found = TypeVar("_Found")

_Read: TypeAlias = "str | tuple[Term, ...]"
_Counted: TypeAlias = "tuple[str, _Read]"


class Notes:
    """What was read since the last page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._read: defaultdict[Noun, set[_Read]] = defaultdict(set)
        self._counted: set[_Counted] = set()

    def note(self, noun: Noun, items: Iterable[_Read]) -> None:
        """Note that something of several was read."""
        self._read[noun].update(items)

    def count(self, table: str, key: _Read) -> None:
        """Note that a statistic was read."""
        self._counted.add((table, key))

    def during(self, read: Callable[[], _Found]) -> tuple[_Found, Notes]:
        """Return what is read, and what was noted meanwhile, which is noted here, too."""
        apart = Notes()
        mine = self._read, self._counted
        self._read, self._counted = apart._read, apart._counted
        try:
            return read(), apart
        finally:
            self._read, self._counted = mine
            self.add(apart)

    def add(self, other: Notes) -> None:
        """Note what was noted elsewhere."""
        for noun, read in other._read.items():
            self._read[noun] |= read
        self._counted |= other._counted

    def take(self) -> tuple[Key, ...]:
        """Return what was noted, sorted, and begin anew."""
        found = [Key(noun.value, _item(one)) for noun, read in self._read.items() for one in read]
        found += [Key(Noun.COUNT.value, (table, *_item(one))) for table, one in self._counted]
        self._read.clear()
        self._counted.clear()
        return tuple(sorted(found))


def _item(read: _Read) -> tuple[str, ...]:
    return (read,) if isinstance(read, str) else tuple(map(written, read))
