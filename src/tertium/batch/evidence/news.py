"""What is new in a batch, page by page, and what in the graph it follows from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Self

from tertium.api.differing import changes
from tertium.batch.evidence.before import Before
from tertium.batch.evidence.telling import said
from tertium.batch.outcomes import Failed
from tertium.model.change import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.batch.evidence.before import Known
    from tertium.batch.folder import Folder

__all__ = ["News", "write_changes"]

_Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How many pages were looked at, rested on something changed, and were written.

    `rewritten` say something else than before, `added` and `removed` came and went with their
    pairs; `failed` could be made before, `recovered` could not.
    """

    looked_at: int = 0
    touched: int = 0
    rewritten: int = 0
    added: int = 0
    removed: int = 0
    failed: int = 0
    recovered: int = 0

    @classmethod
    def read(cls, folder: Folder, since: str) -> Self | None:
        """Return what was new in a batch since a version, by its beginning, if that was asked."""
        if not folder.news.exists():
            return None
        told = json.loads(folder.news.read_bytes())
        return cls(**told["news"]) if told["since"].startswith(since) else None


@dataclass(frozen=True, slots=True)
class _Page:
    """A pair before and now."""

    names: _Names
    old: Known | None
    new: Known | None

    @property
    def became(self) -> str:
        """What became of it, by the name of what counts it; empty when it is as it was."""
        if self.old is None or self.new is None:
            return "added" if self.old is None else "removed"
        if self.old.failed != self.new.failed:
            return "failed" if self.new.failed else "recovered"
        return "" if self.old.told == self.new.told else "rewritten"

    @property
    def why(self) -> list[dict[str, str]]:
        """What it rests on that has another answer now, in words, with both answers.

        What is only read now, or is not read any more, follows from that.
        """
        if self.old is None or self.new is None:
            return []
        before, now = (dict(one.evidence.facts) for one in (self.old, self.new))
        return [
            {"what": said(key), "before": before[key], "now": now[key]}
            for key in sorted(before.keys() & now)
            if before[key] != now[key]
        ]

    @property
    def touched(self) -> bool:
        """Whether anything it rested on has changed."""
        return bool(self.old and self.new and self.old.evidence.facts != self.new.evidence.facts)

    def told(self, statements: tuple[str, ...]) -> dict[str, object]:
        """Return it as a line of the list of changes, with the statements that these are about."""
        known = self.new or self.old
        entry = None if known is None or isinstance(known.found, Failed) else known.found
        return {
            "names": list(self.names),
            "title": entry.title if entry else "",
            "address": entry.address if entry else "",
            "change": self.became,
            "statements": list(statements),
            "because": self.why,
        }


_COUNTED: Final = ("rewritten", "added", "removed", "failed", "recovered")


def write_changes(old: Folder, new: Folder, since: str) -> News:
    """List into the new folder what its pages changed for since a version; return how many did."""
    counts = dict.fromkeys((*_COUNTED, "looked_at", "touched"), 0)
    with new.writing(new.changes) as path, path.open("w", encoding="utf-8") as file:
        before, after = Before(old), Before(new)
        for page in _pages(before, after):
            counts["looked_at"] += page.new is not None
            counts["touched"] += page.touched
            if page.became:
                counts[page.became] += 1
                told = page.told(_statements(page, before, after))
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
    news = News(**counts)
    told = {"since": since, "news": asdict(news)}
    new.write(new.news, (json.dumps(told, indent=2) + "\n").encode())
    return news


def _statements(page: _Page, old: Before, new: Before) -> tuple[str, ...]:
    """Return the statements which a page has otherwise than before, sorted."""
    if page.became != "rewritten":
        return ()
    left, right = (one.document(page.names) for one in (old, new))
    if not (left and right):
        return ()
    found = changes(json.loads(left), json.loads(right))
    kinds = {ChangeKind.SENTENCE, ChangeKind.CONNECTION}
    return tuple(sorted({iri for one in found if one.kind not in kinds for iri in one.statements}))


def _pages(old: Before, new: Before) -> Iterator[_Page]:
    for names in new.numbers:
        yield _Page(names, old.find(names), new.find(names))
    for names in old.numbers:
        if names not in new.numbers:
            yield _Page(names, old.find(names), None)
