"""Pages made on this machine, by one process or by several."""

from __future__ import annotations

import gc
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api import KnowledgeGraph
from tertium.api.crew import Crew, Died
from tertium.batch.evidence.making import maker
from tertium.batch.outcomes import Failed
from tertium.batch.recording import write_part
from tertium.errors import BadFolderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tertium.batch.folder import Folder
    from tertium.batch.making import Recipe
    from tertium.batch.outcomes import Outcome, Task
    from tertium.batch.planning import Part
    from tertium.batch.recording import Record

__all__ = ["LocalEngine", "PageWork", "PartWork", "Reopening"]

_REMEMBERED: Final = 400
"""So many descriptions are kept by a process: pairs of a class come by their first thing."""
_DIED: Final = "the process that made it ended (exit code {})"


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Makes pages by processes of this machine.

    A graph that cannot be opened again, such as one of rdflib, is asked by this process alone, and
    so is any if one process is wanted; then a page that kills the process kills the batch.
    """

    graph: KnowledgeGraph
    processes: int = 1

    def made(
        self, parts: Iterable[Part], recipe: Recipe, folder: Folder
    ) -> Iterator[tuple[Part, Record]]:
        """Yield parts when they are whole.

        A part of which a process died is made again page by page; the page that kills a process
        is a failure.

        Raises:
            LimitError: when processes die before they begin.
            UnwritableError: when the folder cannot be written, or is full.

        """
        opening = self.graph.opening
        if opening is None or self.processes == 1:
            made = maker(self.graph, recipe)
            yield from (
                (part, _written(made, part, recipe=recipe, folder=folder)) for part in parts
            )
            return
        again = Reopening(opening, self.graph.info.version, str(folder.path))
        yield from self._by_crew(parts, PartWork(again, recipe, folder))

    def _by_crew(self, parts: Iterable[Part], work: PartWork) -> Iterator[tuple[Part, Record]]:
        dead: list[Part] = []
        with closing(Crew(opening=work, processes=self.processes).answers(parts)) as answers:
            for part, record in answers:
                if isinstance(record, Died):
                    dead.append(part)
                else:
                    yield part, record
        yield from self._one_by_one(dead, PageWork(work.opening, work.recipe), work.folder)

    def _one_by_one(
        self, parts: Iterable[Part], work: PageWork, folder: Folder
    ) -> Iterator[tuple[Part, Record]]:
        tasks = (task for part in parts for task in part.tasks)
        with closing(Crew(opening=work, processes=self.processes).answers(tasks)) as answers:
            for part in parts:
                found = (_outcome(*answer) for answer in islice(answers, len(part.tasks)))
                yield part, write_part(folder, part, found, rows=work.recipe.rows)


@dataclass(frozen=True, slots=True)
class Reopening:
    """Opens a graph in another process, in the version that it had."""

    opening: Callable[[], object]
    version: str
    folder: str

    def __call__(self) -> KnowledgeGraph:
        """Return the graph.

        Raises:
            BadFolderError: when it is another version by now.

        """
        graph = self.opening()
        if not isinstance(graph, KnowledgeGraph) or graph.info.version != self.version:
            raise BadFolderError(self.folder, "the graph has changed since the batch began")
        graph.remember(_REMEMBERED)
        gc.disable()  # pages are made of what is soon forgotten: once for each part is enough
        gc.freeze()
        return graph


@dataclass(frozen=True, slots=True)
class PartWork:
    """What makes whole parts in another process; called there, it opens the graph."""

    opening: Callable[[], KnowledgeGraph]
    recipe: Recipe
    folder: Folder

    def __call__(self) -> Callable[[Part], Record]:
        """Return what makes a part, and returns what is on record of it."""
        made = maker(self.opening(), self.recipe)

        def work(part: Part) -> Record:
            record = _written(made, part, recipe=self.recipe, folder=self.folder)
            gc.collect()
            return record

        return work


@dataclass(frozen=True, slots=True)
class PageWork:
    """What makes single pages in another process, for one of them may kill it."""

    opening: Callable[[], KnowledgeGraph]
    recipe: Recipe

    def __call__(self) -> Callable[[Task], Outcome]:
        """Return what makes a page."""
        return maker(self.opening(), self.recipe)


def _written(
    made: Callable[[Task], Outcome], part: Part, *, recipe: Recipe, folder: Folder
) -> Record:
    return write_part(folder, part, map(made, part.tasks), rows=recipe.rows)


def _outcome(task: Task, found: Outcome | Died) -> Outcome:
    if isinstance(found, Died):
        return Failed(task=task, error="Died", message=_DIED.format(found.code))
    return found
