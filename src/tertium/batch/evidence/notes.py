"""What was read for a page, by name, also what had been read for another before."""

from collections import defaultdict
from collections.abc import Iterable

from tertium.batch.facts import Key, Noun
from tertium.model.terms import Term
from tertium.store.sidecar.keys import written

__all__ = ["Notes"]

_Read = str | tuple[Term, ...]
_Counted = tuple[str, _Read]


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

    def take(self) -> tuple[Key, ...]:
        """Return what was noted, sorted, and begin anew."""
        found = [Key(noun.value, _item(one)) for noun, read in self._read.items() for one in read]
        found += [Key(Noun.COUNT.value, (table, *_item(one))) for table, one in self._counted]
        self._read.clear()
        self._counted.clear()
        return tuple(sorted(found))


def _item(read: _Read) -> tuple[str, ...]:
    return (read,) if isinstance(read, str) else tuple(map(written, read))
