"""The page in a terminal: plain text, or with styles for rich."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.composing import compose
from tertium.render.escaping import isolated
from tertium.render.layout import ACCOUNTS, Chapter, Layout
from tertium.render.text_cells import bullets, passage
from tertium.render.text_tables import tables

__all__ = ["WIDTH", "Screen", "plain", "render", "renderable"]

WIDTH: Final = 100


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the page as plain text, 100 columns wide."""
    return plain(comparison, narrative, width=WIDTH)


def plain(comparison: Comparison, narrative: Narrative, *, width: int) -> str:
    """Return the page as plain text of a width, without any style."""
    console = Console(
        file=StringIO(),
        width=width,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as capture:
        console.print(renderable(comparison, narrative))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def renderable(comparison: Comparison, narrative: Narrative) -> RenderableType:
    """Return the page for a rich console, which knows its width and colours."""
    return Screen(compose(comparison, narrative))


@dataclass(frozen=True, slots=True)
class Screen:
    """A page which fits the console: tables where there is room, else lists."""

    layout: Layout

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Yield the parts of the page, with an empty line between them."""
        for part in self._parts(options.max_width):
            yield part
            yield ""

    def _parts(self, width: int) -> Iterator[RenderableType]:
        page = self.layout
        yield Text(isolated(page.title), style="bold underline")
        yield Text("\n").join(_headings(page))
        if page.notice:
            yield Text(page.notice, style="yellow")
        yield from _chapter(page.summary)
        yield from _chronicle(page.relations)
        yield Text(page.signs["comparison"], style="bold")
        if page.selection:
            yield Text(page.selection, style="italic")
        for band in page.bands:
            yield from tables(page, band, width=width)
        if page.detail:
            yield Text(page.signs["detail"], style="bold")
        for chapter in page.detail:
            yield from _chapter(chapter, style="italic")
        yield from _accounts(page)
        if page.works:
            yield Text(page.signs["sources"], style="bold")
            yield _sources(page)
        yield Text(page.origin)
        yield Text(page.invitation)


def _headings(page: Layout) -> Iterator[Text]:
    for heading in page.headings:
        description = f": {isolated(heading.description)}" if heading.description else ""
        yield Text.assemble((isolated(heading.entity.text), "bold"), description)


def _chapter(chapter: Chapter, style: str = "bold") -> Iterator[RenderableType]:
    if chapter.passages:
        yield Text(chapter.heading, style=style)
        yield Text(" ").join(map(passage, chapter.passages))


def _chronicle(chapter: Chapter) -> Iterator[RenderableType]:
    if chapter.passages:
        yield Text(chapter.heading, style="bold")
        yield bullets(map(passage, chapter.passages))


def _accounts(page: Layout) -> Iterator[RenderableType]:
    if page.accounts:
        yield Text(ACCOUNTS, style="bold")
        yield bullets(
            Text.assemble((isolated(what), "bold"), " ", isolated(why))
            for what, why in page.accounts
        )


def _sources(page: Layout) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right")
    for work in page.works:
        address = f" <{work.address}>" if work.address else ""
        grid.add_row(Text(f"[{work.number}]"), Text(isolated(work.label) + address))
    return grid
