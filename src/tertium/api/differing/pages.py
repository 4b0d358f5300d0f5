"""Two versions of a page: what changed from one to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.differing.parts import read_page, told, without
from tertium.api.differing.rows import row_changes
from tertium.api.differing.sentences import sentence_changes
from tertium.model.change import Change, ChangeKind, Changes, PageVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.differing.parts import Node
    from tertium.api.differing.parts import Page as _Page
    from tertium.api.page import Page

__all__ = ["changes", "diff"]

_TOLD: Final = ("rows", "relations", "narrative", "entities", "graph", "title")


def diff(old: Page | str, new: Page | str) -> Changes:
    """Return which claims changed from one version of a page to the next, and why.

    Versions are pages or their JSON. Nothing changed when only the version of the graph did.

    Raises:
        BadPageError: when a text is no comparison document.

    >>> import tertium
    >>> page = tertium.open().compare("Joseph Stalin", "Leon Trotsky")
    >>> tertium.diff(page, page.to_json()).same
    True

    """
    one, other = (read_page(it if isinstance(it, str) else it.to_json()) for it in (old, new))
    return changes(one, other)


def changes(old: _Page, new: _Page) -> Changes:
    """Return what changed between two comparison documents, which are well-formed."""
    found = [*_heads(old, new), *row_changes(old, new)]
    found += sentence_changes(old, new, found)
    found += _rest(old, new)
    if not found and _lasting(old) != _lasting(new):
        found = [Change(kind=ChangeKind.PART, where="page", before="as it was", after="as it is")]
    return Changes(old=_version(old), new=_version(new), changes=tuple(found))


def _heads(old: _Page, new: _Page) -> Iterator[Change]:
    """Yield what changed in who is compared."""
    before = {node["iri"]: node for node in old["entities"]}
    after = {node["iri"]: node for node in new["entities"]}
    for iri in dict.fromkeys((*before, *after)):
        left, right = before.get(iri), after.get(iri)
        if left != right:
            words = _apart(left, right)
            yield Change(kind=ChangeKind.ENTITY, where=iri, before=words[0], after=words[1])
    if [*before] != [*after] and before.keys() == after.keys():
        orders = [" vs. ".join(some) for some in (before, after)]
        yield Change(kind=ChangeKind.PLACE, where="page", before=orders[0], after=orders[1])


def _apart(left: Node | None, right: Node | None) -> tuple[str, str]:
    """Return two versions of an entity in words that differ: by its label, else by the rest."""
    labels = tuple("" if one is None else one["label"] for one in (left, right))
    if labels[0] != labels[1]:
        return labels[0], labels[1]
    mine, theirs = without(left), without(right)
    names = [name for name in mine | theirs if mine.get(name) != theirs.get(name)]
    told_of = [told({name: one.get(name) for name in names}) for one in (mine, theirs)]
    return told_of[0], told_of[1]


def _rest(old: _Page, new: _Page) -> Iterator[Change]:
    """Yield what changed in neither rows nor sentences."""
    graphs = [without(page["graph"], "version") for page in (old, new)]
    if graphs[0] != graphs[1]:
        yield _part("graph", graphs[0], graphs[1])
    before, after = without(old, *_TOLD), without(new, *_TOLD)
    for name in before | after:
        if before.get(name) != after.get(name):
            yield _part(name, before.get(name), after.get(name))


def _part(name: str, old: object, new: object) -> Change:
    """Return a change of a part; of a list, that which is gone from it and new in it."""
    if isinstance(old, list) and isinstance(new, list):
        gone, come = (
            [one for one in old if one not in new],
            [one for one in new if one not in old],
        )
        old, new = (gone, come) if gone or come else (old, new)
    return Change(kind=ChangeKind.PART, where=name, before=told(old), after=told(new))


def _lasting(page: _Page) -> dict[str, object]:
    return {**without(page), "graph": without(page["graph"], "version")}


def _version(page: _Page) -> PageVersion:
    graph = page["graph"]
    return PageVersion(title=page["title"], graph=graph["id"], version=graph["version"])
