"""Two batches set against each other, page by page."""

from __future__ import annotations

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from zstandard import ZstdDecompressor, ZstdError

from tertium.api.differing import changes
from tertium.errors import SourceUnavailableError
from tertium.model.change import Change, ChangeKind, Changes, PageVersion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tertium.api.differing.parts import Page

__all__ = ["batch_changes"]

_PAGES: Final = "pages.jsonl.zst"
_NONE: Final = PageVersion(title="", graph="", version="")
_Key = tuple[str, ...]


def batch_changes(old: Path, new: Path) -> Iterator[Changes]:
    """Yield what changed between the pages of two folders, page by page; also that nothing did.

    Pages belong together that compare the same entities. As long as both folders have them in the
    same order, only two are read at a time.

    Raises:
        SourceUnavailableError: when a folder holds no finished batch, or it cannot be read.

    """
    before: dict[_Key, Page] = {}
    after: dict[_Key, Page] = {}
    for pair in zip_longest(_pages(old), _pages(new)):
        for page, side, other in zip(pair, (before, after), (after, before), strict=True):
            if page is None:
                continue
            key = tuple(node["iri"] for node in page["entities"])
            if key not in other:
                side[key] = page
            elif side is before:
                yield changes(page, other.pop(key))
            else:
                yield changes(other.pop(key), page)
    yield from (_alone(page, new=False) for page in before.values())
    yield from (_alone(page, new=True) for page in after.values())


def _pages(folder: Path) -> Iterator[Page]:
    path = folder / _PAGES
    try:
        with path.open("rb") as file:
            stream = ZstdDecompressor().stream_reader(file, read_across_frames=True)
            rest = b""
            while chunk := stream.read(1 << 20):
                *lines, rest = (rest + chunk).split(b"\n")
                yield from map(_page, lines)
    except OSError as error:
        raise SourceUnavailableError(str(path), error.strerror or str(error)) from error
    except (ZstdError, ValueError) as error:
        raise SourceUnavailableError(str(path), "no pages of a batch") from error


def _page(line: bytes) -> Page:
    page: Page = json.loads(line.decode("utf-8", "surrogatepass"))
    return page


def _alone(page: Page, *, new: bool) -> Changes:
    graph = page["graph"]
    there = PageVersion(title=page["title"], graph=graph["id"], version=graph["version"])
    told = Change(
        kind=ChangeKind.PAGE,
        where="batch",
        before="" if new else page["title"],
        after=page["title"] if new else "",
    )
    old, now = (_NONE, there) if new else (there, _NONE)
    return Changes(old=old, new=now, changes=(told,))
