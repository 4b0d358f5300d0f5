"""The rows of a facet in a terminal: as tables where there is room, else as a list."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tertium.render.escaping import isolated
from tertium.render.layout import Band, Layout, Line
from tertium.render.text_cells import bullets, cell, relation

__all__ = ["tables"]

_NARROWEST: Final = 20
_MARGIN: Final = (0, 2)
_FEWER: Final = 4
"""How many values a cell has where entities stand one below the other."""
_PAIR: Final = 2


def tables(page: Layout, band: Band, *, width: int) -> Iterator[RenderableType]:
    """Yield the rows of a facet in the form that fits the width."""
    columns = (width - _edge(width)) // _NARROWEST
    if page.transposed and columns >= _PAIR:
        for block in band.blocks(columns):
            yield _transposed(band.heading, block, width=width, together=page.signs["together"])
        if band.asides:
            yield _list(Band(band.heading, band.asides))
    elif not page.transposed and _fits(page, width):
        yield _table(band, width, page.signs["relation"])
    else:
        yield _list(band)


def _fits(page: Layout, width: int) -> bool:
    return (width - 2 * _edge(width)) // len(page.headings) >= _NARROWEST


def _edge(width: int) -> int:
    return max(12, width * 18 // 100)


def _column(width: int, *, columns: int, edges: int) -> int:
    """Return how wide a column is, so that rich need not measure the cells."""
    gaps = 3 * (columns + edges) - 1
    return (width - edges * _edge(width) - gaps) // columns


def _grid() -> Table:
    return Table(
        box=box.HORIZONTALS, show_lines=True, show_edge=False, expand=True, header_style="bold"
    )


def _add(table: Table, heading: Text, *, width: int) -> None:
    """Add a column in which a long word, or a script without spaces, is folded and not cut."""
    table.add_column(heading, width=width, overflow="fold")


def _table(band: Band, width: int, verdict: str) -> RenderableType:
    first = band.lines[0]
    edges = 2 if first.relation else 1
    column = _column(width, columns=len(first.boxes), edges=edges)
    table = _grid()
    _add(table, Text(band.heading), width=_edge(width))
    for one in first.boxes:
        _add(table, Text(isolated(one.entity.text)), width=column)
    if first.relation:
        _add(table, Text(verdict), width=_edge(width))
    for line in band.lines:
        label = Text(isolated(line.predicate.text))
        last = [_verdict(line)] if line.relation else []
        table.add_row(label, *map(cell, line.boxes), *last)
    return table


def _transposed(title: str, lines: Sequence[Line], *, width: int, together: str) -> RenderableType:
    """Return the entities one below the other, under a row that sums them up."""
    column = _column(width, columns=len(lines), edges=1)
    table = _grid()
    _add(table, Text(title), width=_edge(width))
    for line in lines:
        _add(table, Text(isolated(line.predicate.text)), width=column)
    table.add_row(Text(together, style="italic"), *map(_verdict, lines))
    for place, one in enumerate(lines[0].boxes):
        boxes = (cell(line.boxes[place], most=_FEWER) for line in lines)
        table.add_row(Text(isolated(one.entity.text), style="bold"), *boxes)
    return table


def _verdict(line: Line) -> RenderableType:
    if not line.tally:
        return relation(line)
    return Group(relation(line), bullets(Text(words, style="dim") for words in line.tally))


def _list(band: Band) -> RenderableType:
    parts: list[RenderableType] = [Text(band.heading, style="bold underline")]
    for line in band.lines:
        aside = f": {line.aside}" if line.aside else ""
        word = f" ({line.verdict}{aside})" if line.relation else ""
        parts.append(Text.assemble((isolated(line.predicate.text), "bold"), (word, "dim")))
        if line.tally:
            summed = bullets(Text(words, style="dim") for words in line.tally)
            parts.append(Padding(summed, _MARGIN))
        for one in line.recorded if line.sparse else line.boxes:
            parts.append(Padding(Text(isolated(one.entity.text) + ":"), _MARGIN))
            parts.append(Padding(cell(one), (0, 0, 0, 4)))
    return Group(*parts)
