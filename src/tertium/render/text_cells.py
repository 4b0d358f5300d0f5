"""The values of a cell, and sentences, as texts for a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.segment import Segment
from rich.text import Text

from tertium.model.verdict import CellState, Relation
from tertium.render.escaping import isolated
from tertium.render.layout import Box, Item, Line, Passage, Standing

__all__ = ["MOST", "bullets", "cell", "passage", "relation"]

MOST: Final = 6
"""How many values a cell shows in a terminal; the other formats have more."""
_RELATION_STYLES: Final = {
    Relation.SAME.value: "green",
    Relation.OVERLAPPING.value: "cyan",
    Relation.RELATED.value: "cyan",
    Relation.DIFFERENT.value: "red",
    Relation.ONE_SIDED.value: "magenta",
    Relation.INCOMPLETE.value: "dim",
}


@dataclass(frozen=True, slots=True)
class _Bullets:
    """Texts one below the other, each behind its mark (a grid would be measured twice)."""

    items: tuple[tuple[str, Text], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for mark, text in self.items:
            for number, line in enumerate(text.wrap(console, options.max_width - 2)):
                yield Segment("  " if number else f"{mark} ")
                yield from line.render(console, end="\n")


def bullets(texts: Iterable[Text]) -> RenderableType:
    """Return texts as a list."""
    return _Bullets(tuple(("\u2022", text) for text in texts))


def passage(said: Passage) -> Text:
    """Return a sentence with its notes."""
    words = "".join(isolated(words.text) if words.entity else words.text for words in said.words)
    return Text.assemble(words, _marks(said.marks))


def relation(line: Line) -> Text:
    """Return the relation of a row, with its reason where that says more than the cells."""
    aside = f"\n{line.aside}" if line.aside else ""
    return Text.assemble((line.verdict, _RELATION_STYLES[line.relation]), (aside, "dim"))


def cell(box: Box, *, most: int = MOST) -> RenderableType:
    """Return a cell with at most so many values, and how many more there are."""
    if box.words:
        words = Text(box.words, style="dim" if box.state is CellState.NOT_STATED else "italic")
        return Group(words, _items(box, most)) if box.items else words
    return _items(box, most)


def _items(box: Box, most: int) -> RenderableType:
    if len(box.items) == 1:
        return _item(box.items[0])
    shown = box.items if len(box.items) <= most else box.items[: most - 1]
    listed = tuple(("\u2022", _item(item)) for item in shown)
    rest = box.rest(len(shown))
    return _Bullets((*listed, *((("\u2026", Text(rest, style="dim")),) if rest else ())))


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


def _marks(marks: tuple[str, ...]) -> tuple[str, str]:
    return (" " + "".join(marks) if marks else "", "dim")
