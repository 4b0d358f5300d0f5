"""The page in Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.verdict import CellState
from tertium.render.composing import compose
from tertium.render.escaping import isolated
from tertium.render.layout import (
    ACCOUNTS,
    Band,
    Box,
    Chapter,
    Heading,
    Item,
    Layout,
    Line,
    Passage,
    Standing,
    Work,
)

__all__ = ["escaped", "render"]

_COLUMNS: Final = 4
"""How many properties stand side by side where entities stand one below the other."""
_MOST: Final = 20
_FEWER: Final = 6
"""How many values a cell has, and how many where there are many entities."""

_MARKS: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {mark: f"\\{mark}" for mark in "\\`*_[]|~$"}
)
_BLOCK: Final = re.compile(r"(?P<digits>\d*)(?P<mark>[#+.)=-])")
"""What would start a list, a heading or a rule at the beginning of a line."""


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return the page with numbered notes and a list of sources."""
    page = compose(comparison, narrative)
    return "\n\n".join(_parts(page)) + "\n"


def escaped(text: str) -> str:
    r"""Return the text with nothing left that Markdown or HTML would obey.

    >>> escaped("a|b <script> [x](y)")
    'a\\|b &lt;script&gt; \\[x\\](y)'
    """
    harmless = text.translate(_MARKS)
    start = _BLOCK.match(harmless)
    if start:
        harmless = f"{start['digits']}\\{harmless[start.start('mark') :]}"
    return isolated(harmless)


def _inside(text: str) -> str:
    """Return the text as `escaped` does, where it stands behind other text of the line."""
    return isolated(text.translate(_MARKS))


def _parts(page: Layout) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield "\n".join(map(_heading, page.headings))
    if page.notice:
        yield escaped(page.notice)
    yield from _chapter(page.summary, "##")
    yield from _chronicle(page.relations)
    yield f"## {page.signs['comparison']}"
    if page.selection:
        yield f"*{escaped(page.selection)}*"
    for band in page.bands:
        yield f"### {escaped(band.heading)}"
        yield from (_transposed if page.transposed else _upright)(band, page.signs)
        yield from _remarks(band)
    if page.detail:
        yield f"## {page.signs['detail']}"
    for chapter in page.detail:
        yield from _chapter(chapter, "###")
    if page.accounts:
        yield f"## {ACCOUNTS}"
        yield "\n".join(f"- **{escaped(what)}** {escaped(why)}" for what, why in page.accounts)
    if page.works:
        yield f"## {page.signs['sources']}"
        yield "\n".join(f"{work.number}. {_work(work)}" for work in page.works)
    yield escaped(page.origin)
    yield escaped(page.invitation)


def _heading(heading: Heading) -> str:
    description = f": {escaped(heading.description)}" if heading.description else ""
    return f"- **{escaped(heading.entity.text)}**{description}"


def _chapter(chapter: Chapter, mark: str) -> Iterator[str]:
    if chapter.passages:
        yield f"{mark} {escaped(chapter.heading)}"
        yield " ".join(map(_passage, chapter.passages))


def _chronicle(chapter: Chapter) -> Iterator[str]:
    if chapter.passages:
        yield f"## {escaped(chapter.heading)}"
        yield "\n".join(f"- {_passage(passage)}" for passage in chapter.passages)


def _passage(passage: Passage) -> str:
    first, *rest = (words.text for words in passage.words)
    return escaped(first) + "".join(map(_inside, rest)) + _marks(passage.marks)


def _marks(marks: tuple[str, ...]) -> str:
    return " " + "".join(marks) if marks else ""


def _upright(band: Band, signs: Mapping[str, str]) -> Iterator[str]:
    yield "\n".join(_table(band, signs))


def _table(band: Band, signs: Mapping[str, str]) -> Iterator[str]:
    first = band.lines[0]
    heads = [signs["property"], *(escaped(cell.entity.text) for cell in first.boxes)]
    if first.relation:
        heads.append(signs["relation"])
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from (_row(_cells(line)) for line in band.lines)


def _transposed(band: Band, signs: Mapping[str, str]) -> Iterator[str]:
    for block in band.blocks(_COLUMNS):
        yield "\n".join(_block(block, signs))
    if band.asides:
        yield "\n".join(map(_aside, band.asides))


def _block(lines: tuple[Line, ...], signs: Mapping[str, str]) -> Iterator[str]:
    """Yield the entities one below the other, under a row that sums them up."""
    yield _row([signs["entity"], *(escaped(line.predicate.text) for line in lines)])
    yield _row("---" for _ in (None, *lines))
    yield _row([f"*{signs['together']}*", *map(_verdict, lines)])
    for place, one in enumerate(lines[0].boxes):
        boxes = (_box(line.boxes[place], most=_FEWER) for line in lines)
        yield _row([f"**{escaped(one.entity.text)}**", *boxes])


def _verdict(line: Line) -> str:
    aside = f": {_inside(line.aside)}" if line.aside and not line.tally else ""
    return "<br>".join([f"*{line.verdict}*{aside}", *map(escaped, line.tally)])


def _aside(line: Line) -> str:
    """Return a line in which there is little, on one line."""
    told = (
        f"{escaped(box.entity.text)}: {', '.join(_items(box, _FEWER))}" for box in line.recorded
    )
    summed = "; ".join([*told, *map(escaped, line.tally)])
    return f"- **{escaped(line.predicate.text)}** (*{line.verdict}*): {summed}"


def _remarks(band: Band) -> Iterator[str]:
    """Yield why a property does not apply, for each cell; silence needs no reason."""
    why = [
        escaped(box.why)
        for line in band.lines
        for box in line.boxes
        if box.state is CellState.NOT_APPLICABLE
    ]
    if why:
        yield "\n".join(f"- *not applicable*: {words}" for words in why)


def _cells(line: Line) -> Iterator[str]:
    yield f"**{escaped(line.predicate.text)}**"
    yield from map(_box, line.boxes)
    if line.relation:
        yield _verdict(line)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _box(cell: Box, *, most: int = _MOST) -> str:
    words = [f"*{cell.words}*"] if cell.words else []
    return "<br>".join([*words, *_items(cell, most)])


def _items(cell: Box, most: int) -> Iterator[str]:
    shown = cell.items if len(cell.items) <= most else cell.items[: most - 1]
    yield from map(_item, shown)
    rest = cell.rest(len(shown))
    if rest:
        yield f"*{rest}*"


def _item(item: Item) -> str:
    dispute = f" \u2691 **contested**{escaped(item.dispute)}" if item.contested else ""
    value, circumstances = escaped(item.words.text), escaped(item.circumstances)
    if item.standing is Standing.DEPRECATED:
        value = f"~~{value.strip()}~~"
    if item.standing is Standing.OUTRANKED:
        circumstances += f" ({item.standing.value})"
    return value + circumstances + dispute + _marks(item.marks)


def _work(work: Work) -> str:
    label = escaped(work.label)
    return f"[{label}](<{work.address}>)" if work.address else label
