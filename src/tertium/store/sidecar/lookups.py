"""A table as a mapping: looked up when asked, and remembered for a while."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from sqlite3 import Connection

__all__ = ["Lookup", "Table"]

_K = TypeVar("_K")
_V = TypeVar("_V", bound=float)

_REMEMBERED: Final = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[_K]):
    """How a mapping is kept: what finds one row, what lists all, and how keys are written.

    `one` asks for the number of a key, `every` for the columns of all keys and their numbers.
    """

    one: str
    every: str
    columns: Callable[[_K], tuple[str, ...]]
    key: Callable[[tuple[str, ...]], _K]


class Lookup(Mapping[_K, _V]):
    """Numbers by key, read from a table when they are asked for."""

    def __init__(self, connection: Connection, table: Table[_K]) -> None:
        """Keep the place of the table; nothing is read yet."""
        self._connection = connection
        self._table = table
        self._remembered: Callable[[_K], _V | None] = lru_cache(_REMEMBERED)(self._found)

    def __getitem__(self, key: _K) -> _V:
        """Return the number of a key."""
        number = self._remembered(key)
        if number is None:
            raise KeyError(key)
        return number

    def __iter__(self) -> Iterator[_K]:
        """Yield all keys, in the order of their columns."""
        return (self._table.key(row[:-1]) for row in self._connection.execute(self._table.every))

    def __len__(self) -> int:
        """Return how many keys there are."""
        return sum(1 for _ in self)

    def _found(self, key: _K) -> _V | None:
        columns = self._table.columns(key)
        row: tuple[_V] | None = self._connection.execute(self._table.one, columns).fetchone()
        return row[0] if row else None
