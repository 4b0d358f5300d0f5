"""The page in Markdown (CommonMark with tables)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
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


def _parts(page: Layout) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield "\n".join(map(_heading, page.headings))
    yield from _chapter(page.summary, "##")
    yield from _chronicle(page.relations)
    yield "## Comparison"
    for band in page.bands:
        yield f"### {escaped(band.heading)}"
        yield "\n".join(_table(band))
    if page.detail:
        yield "## Further detail"
    for chapter in page.detail:
        yield from _chapter(chapter, "###")
    if page.accounts:
        yield f"## {ACCOUNTS}"
        yield "\n".join(f"- **{escaped(what)}** {escaped(why)}" for what, why in page.accounts)
    if page.works:
        yield "## Sources"
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
    return "".join(escaped(words.text) for words in passage.words) + _marks(passage.marks)


def _marks(marks: tuple[str, ...]) -> str:
    return " " + "".join(marks) if marks else ""


def _table(band: Band) -> Iterator[str]:
    first = band.lines[0]
    heads = ["Property", *(escaped(cell.entity.text) for cell in first.boxes)]
    if first.relation:
        heads.append("Relation")
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from (_row(_cells(line)) for line in band.lines)


def _cells(line: Line) -> Iterator[str]:
    yield f"**{escaped(line.predicate.text)}**"
    yield from map(_box, line.boxes)
    if line.relation:
        aside = f": {escaped(line.aside)}" if line.aside else ""
        yield f"*{line.relation}*{aside}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _box(cell: Box) -> str:
    words = [f"*{cell.words}*"] if cell.words else []
    return "<br>".join([*words, *map(_item, cell.items)])


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
