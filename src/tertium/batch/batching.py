"""Many pages, from where their pairs come from to the folder that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from tertium.api.extras import require
from tertium.api.paging import Wanted
from tertium.batch.assembling import Report, assemble
from tertium.batch.folder import Folder
from tertium.batch.local import LocalEngine
from tertium.batch.making import Recipe
from tertium.batch.pairing import Given, Pairs
from tertium.batch.planning import (
    PER_PART,
    Form,
    Plan,
    digested,
    options_of,
    parts_of,
    write_tasks,
)
from tertium.batch.recording import Record
from tertium.batch.site import Site, page_files
from tertium.errors import BadFolderError
from tertium.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.batch.planning import Part

__all__ = ["LAST", "Engine", "Job", "Order", "Progress", "make_pages", "with_graph"]

LAST: Final = "last"
"""Whatever version the pages in a folder are of."""


class Engine(Protocol):
    """Who makes parts."""

    def made(
        self, parts: Iterable[Part], recipe: Recipe, folder: Folder
    ) -> Iterator[tuple[Part, Record]]:
        """Yield parts when they are whole, with what is on record of them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a batch is: pages made or failed, of how many, and how many were there before."""

    done: int
    total: int
    failed: int
    already: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of the pages of a batch.

    `wanted` is as for a single page, `forms` what is written beside the documents, `site` what the
    site is called and where it will be. So many pages are put on record `together`: what was begun
    of them is made again after an interruption. With `anew`, what is in the folder is removed.
    Pages that are `witnessed` can be brought up to date one by one, `since` the version that they
    are of.
    """

    language: str = "en"
    wanted: Wanted = field(default_factory=Wanted)
    forms: frozenset[Form] = frozenset()
    site: Site = field(default_factory=Site)
    together: int = PER_PART
    anew: bool = False
    witnessed: bool = True
    since: str = LAST
    watch: Callable[[Progress], None] | None = None


def make_pages(
    graph: KnowledgeGraph,
    pairs: Pairs | Iterable[Sequence[str]],
    folder: str | Path,
    *,
    order: Order | None = None,
    engine: Engine | None = None,
) -> Report:
    """Make the pages of many pairs, and return how many there are.

    What is there already, of the same graph, pairs and wishes, is not made again: who is stopped,
    however, goes on with the same call. A page that cannot be made is listed in `failures.jsonl`;
    if another time it might be, as when a server was away, the same call tries again.
    By default one process works; `LocalEngine(graph, 4)` has four. A script that wants several does
    its work under `if __name__ == "__main__":`, as they read it, too.

    Raises:
        BadDateError: when the day wanted is no date.
        BadFolderError: when the folder holds another batch, or other things.
        MissingExtraError: when rows are wanted as Parquet, and pyarrow is not installed.
        UnwritableError: when the folder cannot be written, or is full.

    >>> import tempfile, tertium
    >>> pairs = [("Joseph Stalin", "Leon Trotsky"), ("Leon Trotsky", "Joseph Stalin")]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     make_pages(tertium.open(), pairs, folder).pages
    1

    """
    wanted = order or Order()
    _ = wanted.wanted.day
    if Form.PARQUET in wanted.forms:
        require("pyarrow", extra="parquet")
    source = pairs if isinstance(pairs, Pairs) else Given(pairs)
    place = Folder(Path(folder))
    with place.alone():
        job = Job(graph, place, with_graph(wanted, graph))
        plan = job.planned(source)
        return Report.read(place) or job.made(plan, engine or LocalEngine(graph))


def with_graph(order: Order, graph: KnowledgeGraph) -> Order:
    """Return an order whose site knows its graph and language."""
    return replace(order, site=replace(order.site, graph=graph.info, language=order.language))


@dataclass(frozen=True, slots=True)
class Job:
    """A batch: of which graph, where, what is wanted of it, and the folder of the one before."""

    graph: KnowledgeGraph
    folder: Folder
    order: Order
    before: Folder | None = None

    def planned(self, pairs: Pairs) -> Plan:
        """Return the plan, which is in the folder from now on.

        What follows from the graph alone is not looked for again.
        """
        before = None if self.order.anew else Plan.read(self.folder)
        if before is None:
            self.folder.clear()  # what is there without a plan is of no batch
            pages, digest = write_tasks(self.folder, pairs.named(self.graph))
            plan = self._plan(pairs, pages, digest)
            plan.write(self.folder)
            return plan
        known = bool(pairs.asked) and pairs.asked == before.asked
        told = (before.pages, before.tasks) if known else digested(pairs.named(self.graph))
        if differences := self._plan(pairs, *told).differences(before):
            problem = f"it has another batch, which differs in {', '.join(differences)}"
            raise BadFolderError(str(self.folder.path), problem)
        return before

    def made(self, plan: Plan, engine: Engine) -> Report:
        """Make what is not there yet, and put everything together."""
        tally, missing = _Tally(plan.pages, self.order.watch), set[int]()
        for number in range(plan.parts):
            if record := Record.whole(self.folder, number):
                tally.count(record)
            else:
                missing.add(number)
        tally.begin()
        parts = parts_of(self.folder, self.order.together)
        left = (part for part in parts if part.number in missing)
        for _, record in engine.made(left, self._recipe, self.folder):
            tally.add(record)
        site = self.order.site if Form.HTML in self.order.forms else None
        return replace(assemble(self.folder, plan, site), already=tally.already)

    @property
    def _recipe(self) -> Recipe:
        forms = self.order.forms
        return Recipe(
            language=self.order.language,
            wanted=self.order.wanted,
            files=partial(page_files, site=self.order.site) if Form.HTML in forms else None,
            rows=Form.PARQUET in forms,
            witnessed=self.order.witnessed and isinstance(self.graph.reader.store, OxigraphStore),
            before=self.before,
            updated=self.order.site.updated,
        )

    def _plan(self, pairs: Pairs, pages: int, digest: str) -> Plan:
        info, site = self.graph.info, self.order.site
        return Plan(
            graph=info.id,
            version=info.version,
            asked=dict(pairs.asked),
            options=options_of(self.order.language, self.order.wanted)
            | {"name": site.name, "address": site.address, "shapes": self._shapes},
            forms=tuple(sorted(form.value for form in self.order.forms)),
            pages=pages,
            parts=-(-pages // self.order.together),
            tasks=digest,
            updated=site.updated,
            made_by=version("tertium"),
        )

    @property
    def _shapes(self) -> str:
        return " ".join(sorted(shape.value for shape in self.graph.reader.shapes))


@dataclass(slots=True)
class _Tally:
    """How far a batch is, as it is told to whoever watches."""

    total: int
    watch: Callable[[Progress], None] | None
    already: int = 0
    done: int = 0
    failed: int = 0

    def begin(self) -> None:
        self.already = self.done
        self._tell()

    def add(self, record: Record) -> None:
        self.count(record)
        self._tell()

    def count(self, record: Record) -> None:
        self.failed += len(record.failures)
        self.done += len(record.entries) + len(record.failures)

    def _tell(self) -> None:
        if self.watch:
            self.watch(
                Progress(done=self.done, total=self.total, failed=self.failed, already=self.already)
            )
