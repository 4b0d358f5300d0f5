"""Pairs what is to be linked with what came of it, in order, however many there are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tertium.model.link import Linking, LinkOutcome, LinkQuery

__all__ = ["Asking", "Linker", "paired", "unnamed"]

_Item = TypeVar("_Item")

Linker = Callable[[Iterable[LinkQuery]], Iterator[Linking]]
"""What links queries, one after the other, in order."""

Asking = Callable[[_Item], LinkQuery | Linking]
"""What makes a query of something; or says at once what comes of it."""


def paired(
    items: Iterable[_Item], ask: Asking[_Item], linker: Linker
) -> Iterator[tuple[_Item, Linking]]:
    """Yield each item with what came of it; no more are read ahead than the linker takes."""
    waiting: deque[tuple[_Item, Linking | None]] = deque()

    def queries() -> Iterator[LinkQuery]:
        for item in items:
            asked = ask(item)
            waiting.append((item, asked if isinstance(asked, Linking) else None))
            if isinstance(asked, LinkQuery):
                yield asked

    for linking in linker(queries()):
        yield from _settled(waiting)
        yield waiting.popleft()[0], linking
        yield from _settled(waiting)
    yield from _settled(waiting)


def unnamed(query: LinkQuery) -> LinkQuery | Linking:
    """Return a query; or that it has no name, if so."""
    if query.text.strip():
        return query
    return Linking(query=query, outcome=LinkOutcome.NONE, candidates=(), why="no name given")


def _settled(waiting: deque[tuple[_Item, Linking | None]]) -> Iterator[tuple[_Item, Linking]]:
    while waiting and (settled := waiting[0][1]) is not None:
        yield waiting.popleft()[0], settled
