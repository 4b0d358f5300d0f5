"""What changed in a table, row by row, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from tertium.api.differing.cells import cell_changes
from tertium.api.differing.parts import told, without
from tertium.model.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tertium.api.differing.parts import Page, Row

__all__ = ["STATISTICS", "row_changes"]

STATISTICS: Final = "statistics of the graph: nothing that the row shows has changed"
_OWN: Final = ("property", "cells", "salience")


def row_changes(old: Page, new: Page) -> Iterator[Change]:
    """Yield what changed in the rows of two pages, in the order of the new; last what is gone."""
    before, after = _by_property(old["rows"]), _by_property(new["rows"])
    labels = {node["iri"]: node["label"] for node in (*old["entities"], *new["entities"])}
    moved = _moved([*before], [*after])
    for iri in dict.fromkeys((*after, *before)):
        yield from _Pair(before.get(iri), after.get(iri), labels).changes(moved=iri in moved)


def _by_property(rows: Sequence[Row]) -> Mapping[str, Row]:
    return {row["property"]["iri"]: row for row in rows}


def _moved(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """Return what stands elsewhere among what both lists have."""
    both = {*old} & {*new}
    left, right = ([iri for iri in some if iri in both] for some in (old, new))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return frozenset(both.difference(*(left[b.a : b.a + b.size] for b in blocks)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row before and after."""

    old: Row | None
    new: Row | None
    labels: Mapping[str, str]

    def changes(self, *, moved: bool) -> Iterator[Change]:
        if self.old is None or self.new is None:
            yield from (self._come_or_gone(row) for row in (self.old, self.new) if row)
            return
        cells = tuple(self._in_cells(self.old, self.new))
        yield from cells
        reasons = tuple(dict.fromkeys(one.said for one in cells)) or (STATISTICS,)
        for change in self._in_row(self.old, self.new, moved=moved):
            yield replace(change, because=reasons)

    def _come_or_gone(self, row: Row) -> Change:
        values = [value for cell in row["cells"] for value in cell["values"]]
        said = f"{row['relation']}: {row['reason']}"
        return Change(
            kind=ChangeKind.ROW,
            where=row["property"]["label"],
            before=said if self.new is None else "",
            after=said if self.old is None else "",
            statements=tuple(dict.fromkeys(value["statement"] for value in values)),
        )

    def _in_cells(self, old: Row, new: Row) -> Iterator[Change]:
        now = {cell["entity"]: cell for cell in new["cells"]}
        for cell in old["cells"]:
            if cell["entity"] in now:
                whose = self.labels[cell["entity"]]
                where = f"{new['property']['label']} of {whose}"
                yield from cell_changes(where, cell, now[cell["entity"]])

    def _in_row(self, old: Row, new: Row, *, moved: bool) -> Iterator[Change]:
        where = new["property"]["label"]
        if old["property"] != new["property"]:
            names = old["property"]["label"], new["property"]["label"]
            yield Change(kind=ChangeKind.LABEL, where=where, before=names[0], after=names[1])
        if without(old, *_OWN) != without(new, *_OWN):
            before, after = _verdicts(old, new)
            yield Change(kind=ChangeKind.VERDICT, where=where, before=before, after=after)
        if old["salience"] != new["salience"]:
            weights = f"{old['salience']}", f"{new['salience']}"
            yield Change(kind=ChangeKind.SALIENCE, where=where, before=weights[0], after=weights[1])
        if moved:
            yield Change(kind=ChangeKind.PLACE, where=where, before="elsewhere", after="here")


def _verdicts(old: Row, new: Row) -> tuple[str, str]:
    """Return what two rows conclude: the reason, or where that is the same, the rest."""
    said = [f"{row['relation']}: {row['reason']}" for row in (old, new)]
    if said[0] == said[1]:
        left, right = without(old, *_OWN), without(new, *_OWN)
        names = [name for name in left | right if left.get(name) != right.get(name)]
        said = [told({name: row.get(name) for name in names}) for row in (left, right)]
    return said[0], said[1]
