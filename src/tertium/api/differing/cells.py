"""What changed in the cells of two tables, value by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.api.differing.parts import told, without
from tertium.model.change import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.differing.parts import Cell, Value

__all__ = ["cell_changes"]

_PARTS = ("label", "qualifiers", "references", "rank", "contested")


def cell_changes(where: str, old: Cell, new: Cell) -> Iterator[Change]:
    """Yield what changed in a cell; `where` says of whom and of what it is."""
    before = {value["statement"]: value for value in old["values"]}
    after = {value["statement"]: value for value in new["values"]}
    for iri in dict.fromkeys((*before, *after)):
        yield from _Held(where, iri, before.get(iri), after.get(iri)).changes()
    if old["state"] != new["state"]:
        yield Change(kind=ChangeKind.STATE, where=where, before=old["state"], after=new["state"])
    elif [*before] != [*after] and before.keys() == after.keys():
        orders = ("; ".join(_said(v) for v in cell["values"]) for cell in (old, new))
        yield Change(kind=ChangeKind.PLACE, where=where, before=next(orders), after=next(orders))
    elif without(old, "values") != without(new, "values") and before.keys() == after.keys():
        yield Change(
            kind=ChangeKind.PART,
            where=where,
            before=told(without(old, "values", "entity")),
            after=told(without(new, "values", "entity")),
        )


@dataclass(frozen=True, slots=True)
class _Held:
    """A statement in a cell, before and after."""

    where: str
    iri: str
    old: Value | None
    new: Value | None

    def changes(self) -> Iterator[Change]:
        if self.old is None or self.new is None:
            yield self._change(ChangeKind.VALUE, _said(self.old), _said(self.new))
            return
        old, new = self.old, self.new
        if without(old, *_PARTS) != without(new, *_PARTS):
            yield self._change(ChangeKind.VALUE, *_apart(old, new))
        elif old.get("label") != new.get("label"):
            yield self._change(ChangeKind.LABEL, _said(old), _said(new))
        if old["rank"] != new["rank"]:
            yield self._change(ChangeKind.RANK, old["rank"], new["rank"])
        if old["contested"] != new["contested"]:
            words = ("undisputed", "contested")
            yield self._change(ChangeKind.CONTEST, words[old["contested"]], words[new["contested"]])
        yield from self._listed(ChangeKind.QUALIFIER, _qualifiers(old), _qualifiers(new))
        yield from self._listed(ChangeKind.REFERENCE, _references(old), _references(new))

    def _listed(
        self, kind: ChangeKind, old: dict[str, str], new: dict[str, str]
    ) -> Iterator[Change]:
        """Yield what is gone from a list, and what is new in it; or that its order changed."""
        gone, come = ([old[k] for k in old if k not in new], [new[k] for k in new if k not in old])
        if gone or come:
            yield self._change(kind, "; ".join(gone), "; ".join(come))
        elif [*old] != [*new]:
            yield self._change(kind, "; ".join(old.values()), "; ".join(new.values()))

    def _change(self, kind: ChangeKind, before: str, after: str) -> Change:
        value = self.new or self.old
        of = "" if kind is ChangeKind.VALUE else f": {_said(value)}"
        return Change(
            kind=kind,
            where=f"{self.where}{of}",
            before=before,
            after=after,
            statements=(self.iri,),
        )


def _said(value: Value | None) -> str:
    return "" if value is None else told(value)


def _apart(old: Value, new: Value) -> tuple[str, str]:
    """Return two values in words that differ: where the label is the same, all that is told."""
    if _said(old) != _said(new):
        return _said(old), _said(new)
    rest = [[without(value, *_PARTS, "statement")] for value in (old, new)]
    return told(rest[0]), told(rest[1])


def _qualifiers(value: Value) -> dict[str, str]:
    return {
        _key(one): f"{one['property']['label']} {told(one['value'])}" for one in value["qualifiers"]
    }


def _references(value: Value) -> dict[str, str]:
    return {
        _key(one): ", ".join(filter(None, (one["source"]["label"], one["locator"], one["url"])))
        for one in value["references"]
    }


def _key(part: object) -> str:
    return told([part])
