"""The page in a terminal: plain text, or with styles for rich."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.verdict import CellState, Relation
from tertium.render.composing import compose
from tertium.render.escaping import isolated
from tertium.render.layout import (
    ACCOUNTS,
    Band,
    Box,
    Chapter,
    Item,
    Layout,
    Line,
    Passage,
    Standing,
)

__all__ = ["WIDTH", "Screen", "plain", "render", "renderable"]

WIDTH: Final = 100
_NARROWEST: Final = 20
_MARGIN: Final = (0, 2)
_RELATION_STYLES: Final = {
    Relation.SAME.value: "green",
    Relation.OVERLAPPING.value: "cyan",
    Relation.RELATED.value: "cyan",
    Relation.DIFFERENT.value: "red",
    Relation.ONE_SIDED.value: "magenta",
    Relation.INCOMPLETE.value: "dim",
}


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


_MOST: Final = 6
"""How many values a cell shows in a terminal; the other formats have them all."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A page which fits the console: a table where there is room, else a list."""

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
        yield from _chapter(page.summary)
        yield from _chronicle(page.relations)
        yield Text("Comparison", style="bold")
        for band in page.bands:
            yield _table(band, width) if _fits(page, width) else _list(band)
        if page.detail:
            yield Text("Further detail", style="bold")
        for chapter in page.detail:
            yield from _chapter(chapter, style="italic")
        if page.accounts:
            yield Text(ACCOUNTS, style="bold")
            yield _bullets(
                Text.assemble((isolated(what), "bold"), " ", isolated(why))
                for what, why in page.accounts
            )
        if page.works:
            yield Text("Sources", style="bold")
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
        yield Text(" ").join(map(_passage, chapter.passages))


def _chronicle(chapter: Chapter) -> Iterator[RenderableType]:
    if chapter.passages:
        yield Text(chapter.heading, style="bold")
        yield _bullets(map(_passage, chapter.passages))


@dataclass(frozen=True, slots=True)
class _Bullets:
    """Texts one below the other, each behind its mark (a grid would be measured twice)."""

    items: tuple[tuple[str, Text], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for mark, text in self.items:
            for number, line in enumerate(text.wrap(console, options.max_width - 2)):
                yield Segment("  " if number else f"{mark} ")
                yield from line.render(console, end="\n")


def _bullets(texts: Iterable[Text]) -> _Bullets:
    return _Bullets(tuple(("\u2022", text) for text in texts))


def _passage(passage: Passage) -> Text:
    words = "".join(isolated(words.text) if words.entity else words.text for words in passage.words)
    return Text.assemble(words, _marks(passage.marks))


def _marks(marks: tuple[str, ...]) -> tuple[str, str]:
    return (" " + "".join(marks) if marks else "", "dim")


def _fits(page: Layout, width: int) -> bool:
    columns = len(page.headings)
    return (width - 2 * _edge(width)) // columns >= _NARROWEST


def _edge(width: int) -> int:
    return max(12, width * 18 // 100)


def _column(band: Band, width: int) -> int:
    """Return how wide a comparand's column is, so that rich need not measure the cells."""
    first = band.lines[0]
    edges = 2 if first.relation else 1
    gaps = 3 * (len(first.boxes) + edges) - 1
    return (width - edges * _edge(width) - gaps) // len(first.boxes)


def _table(band: Band, width: int) -> RenderableType:
    table = Table(
        box=box.HORIZONTALS, show_lines=True, show_edge=False, expand=True, header_style="bold"
    )
    table.add_column(Text(band.heading), width=_edge(width))
    for cell in band.lines[0].boxes:
        table.add_column(Text(isolated(cell.entity.text)), width=_column(band, width))
    if band.lines[0].relation:
        table.add_column("Relation", width=_edge(width))
    for line in band.lines:
        label = Text(isolated(line.predicate.text))
        table.add_row(label, *map(_box, line.boxes), *_relation(line))
    return table


def _relation(line: Line) -> Iterator[Text]:
    if line.relation:
        aside = f"\n{line.aside}" if line.aside else ""
        yield Text.assemble((line.relation, _RELATION_STYLES[line.relation]), (aside, "dim"))


def _list(band: Band) -> RenderableType:
    parts: list[RenderableType] = [Text(band.heading, style="bold underline")]
    for line in band.lines:
        aside = f": {line.aside}" if line.aside else ""
        word = f" ({line.relation}{aside})" if line.relation else ""
        parts.append(Text.assemble((isolated(line.predicate.text), "bold"), (word, "dim")))
        for cell in line.boxes:
            parts.append(Padding(Text(isolated(cell.entity.text) + ":"), _MARGIN))
            parts.append(Padding(_box(cell), (0, 0, 0, 4)))
    return Group(*parts)


def _box(cell: Box) -> RenderableType:
    if cell.words:
        words = Text(cell.words, style="dim" if cell.state is CellState.NOT_STATED else "italic")
        return Group(words, _items(cell)) if cell.items else words
    return _items(cell)


def _items(cell: Box) -> RenderableType:
    if len(cell.items) == 1:
        return _item(cell.items[0])
    shown = cell.items if len(cell.items) <= _MOST else cell.items[: _MOST - 1]
    bullets = _bullets(map(_item, shown))
    if len(shown) == len(cell.items):
        return bullets
    rest = Text(f"and {len(cell.items) - len(shown)} more", style="dim")
    return _Bullets((*bullets.items, ("\u2026", rest)))


def _item(item: Item) -> Text:
    style = "strike" if item.standing is Standing.DEPRECATED else ""
    standing = f" ({item.standing.value})" if item.standing.value else ""
    dispute = (f" \u2691 contested{item.dispute}" if item.contested else "", "yellow")
    return Text.assemble(
        (isolated(item.words.text), style),
        item.circumstances,
        (standing, "dim"),
        dispute,
        _marks(item.marks),
    )


def _sources(page: Layout) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right")
    for work in page.works:
        address = f" <{work.address}>" if work.address else ""
        grid.add_row(Text(f"[{work.number}]"), Text(isolated(work.label) + address))
    return grid
