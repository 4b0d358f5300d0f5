"""The names of columns: every one has one, and no two have the same."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from tertium.errors import UnknownColumnError

__all__ = ["column_names", "find_column", "name_beside"]


def column_names(heads: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns: what heads them, or their place, and numbers where they agree.

    >>> column_names([" name ", "", "name"])
    ('name', 'column 2', 'name (2)')

    """
    names: dict[str, None] = {}
    for place, head in enumerate(heads, start=1):
        names[name_beside(names, head.strip() or f"column {place}")] = None
    return tuple(names)


def name_beside(names: Collection[str], wanted: str) -> str:
    """Return a name for one more column.

    >>> name_beside(["score"], "score")
    'score (2)'

    """
    name, count = wanted, 1
    while name in names:
        count += 1
        name = f"{wanted} ({count})"
    return name


def find_column(table: str, columns: tuple[str, ...], wanted: str) -> str:
    """Return the name of the column that is meant: its name, in any case, or its place from 1.

    Raises:
        UnknownColumnError: when there is no such column, or more than one.

    """
    if wanted in columns:
        return wanted
    folded = wanted.strip().casefold()
    same = [name for name in columns if name.casefold() == folded]
    if len(same) == 1:
        return same[0]
    if folded.isdecimal() and 1 <= int(folded) <= len(columns):
        return columns[int(folded) - 1]
    names = {name.casefold(): name for name in reversed(columns)}
    close = tuple(names[near] for near in get_close_matches(folded, names, n=2))
    raise UnknownColumnError(table, wanted, columns=columns, close=close)
