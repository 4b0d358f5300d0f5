"""Names linked by several processes, each of which opens the graph for itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from tertium.api.crew import Crew, Died
from tertium.errors import LimitError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from tertium.model.link import Linking, LinkQuery

__all__ = ["Links", "LinksNames", "linked"]

_TOGETHER: Final = 200
"""So many names are handed over at once."""
_WHAT: Final = "the work of several processes"


class Links(Protocol):
    """Whoever links names, in order."""

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int) -> Iterator[Linking]:
        """Yield which entity is meant by each of many names."""
        ...


_Names: TypeAlias = "tuple[LinkQuery, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksNames:
    """Opens a graph, in whichever process, and returns what links some names to it."""

    opening: Callable[[], Links]
    limit: int

    def __call__(self) -> Callable[[_Names], tuple[Linking, ...]]:
        """Return what links names."""
        graph = self.opening()
        return lambda names: tuple(graph.link_all(names, limit=self.limit))


def linked(
    queries: Iterable[LinkQuery], opening: LinksNames, *, processes: int
) -> Generator[Linking]:
    """Yield which entity is meant by each of many names, in order; they are read as needed.

    Raises:
        LimitError: when a process dies.

    """
    rest = iter(queries)
    batches = iter(lambda: tuple(islice(rest, _TOGETHER)), ())
    crew = Crew[_Names, "tuple[Linking, ...]"](opening=opening, processes=processes)
    answers = crew.answers(batches)
    try:
        for _, found in answers:
            if isinstance(found, Died):
                raise LimitError(_WHAT, f"a process ended (exit code {found.code})")
            yield from found
    finally:
        answers.close()
