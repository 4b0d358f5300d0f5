"""Which verb phrases are one: "was born" on a day and "was born in" a place."""

from collections.abc import Callable, Iterable

from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.narrate.messages import Part

__all__ = ["Frame", "bundled", "is_dated"]

Frame = Callable[[Statement], str]
"""The verb phrase of a statement, without its value."""


def bundled(parts: Iterable[Part], frame: Frame) -> tuple[tuple[Part, ...], ...]:
    """Return parts in groups, each of which is one verb phrase, the dated part first."""
    same = dict[str, Part]()
    for part in parts:
        same[frame(part[0])] = (*same.get(frame(part[0]), ()), *part)
    groups = list[tuple[Part, ...]]()
    for part in same.values():
        home = next((g for g in groups if _akin([*g, part], frame)), None)
        if home is None:
            groups.append((part,))
        else:
            groups[groups.index(home)] = (*home, part)
    return tuple(tuple(sorted(group, key=lambda part: not is_dated(part[0]))) for group in groups)


def is_dated(statement: Statement) -> bool:
    """Return whether the value of a statement is a date."""
    return isinstance(statement.value, Date)


def _akin(parts: list[Part], frame: Frame) -> bool:
    """Return whether the frames are the same, or continue that of a date."""
    statements = [part[0] for part in parts]
    frames = [frame(s) for s in statements]
    stem = next((frame(s) for s in statements if is_dated(s)), None)
    continued = stem is not None and all(f == stem or f.startswith(f"{stem} ") for f in frames)
    return continued or len(set(frames)) == 1
