"""From a task to its page: the one way in which every engine makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING, TypeAlias

from tertium.api import Page
from tertium.api.paging import Wanted
from tertium.batch.addresses import address_of
from tertium.batch.citing import cited, modified
from tertium.batch.outcomes import Entry, Failed, Made, Outcome
from tertium.batch.rows import table_of
from tertium.errors import TertiumError
from tertium.render.json import line

if TYPE_CHECKING:
    from tertium.api import KnowledgeGraph
    from tertium.batch.folder import Folder
    from tertium.batch.outcomes import Task

__all__ = ["PageFiles", "Recipe", "make"]

PageFiles: TypeAlias = Callable[[Page, Entry, str], Mapping[str, bytes]]
"""What a site holds of a page, its entry and document, by the path below the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How pages are made: in which language, with what a reader wants, and with which files.

    `rows` says whether the values of the table are wanted, too; `updated` is the day that pages are
    of which have none of their own. It can be sent to other processes
    if `files` can. With `witnessed`, it is noted what pages rest on; then pages of a batch `before`
    are taken over as long as that is the same.
    """

    language: str = "en"
    wanted: Wanted = field(default_factory=Wanted)
    files: PageFiles | None = None
    rows: bool = False
    witnessed: bool = False
    before: Folder | None = None
    updated: str = ""


def make(kg: KnowledgeGraph, task: Task, recipe: Recipe) -> Outcome:
    """Return the page of a task, or why there is none; it never raises.

    The same graph, task and recipe give the same bytes, whoever makes it.
    """
    try:
        return _made(kg, task, recipe)
    except TertiumError as error:
        return Failed(task=task, error=type(error).__name__, message=str(error))
    except Exception as error:
        message = f"a bug of ours ({type(error).__name__}: {error})"
        return Failed(task=task, error="Bug", message=message)


def _made(kg: KnowledgeGraph, task: Task, recipe: Recipe) -> Made:
    wanted = recipe.wanted
    page = kg.compare(
        *task.names,
        language=recipe.language,
        view=wanted.view,
        facet=wanted.facet,
        rows=wanted.rows,
        ranks=wanted.ranks,
        at=wanted.at,
        sensitive=wanted.sensitive,
        length=wanted.length,
    )
    document = line(page.comparison, page.narrative)
    entry = _entry(task, page, recipe.updated)
    files = recipe.files(page, entry, document) if recipe.files else {}
    digest = _digest(document, files, page.comparison.graph.version)
    rows = table_of(page.comparison) if recipe.rows else ()
    known = replace(entry, digest=digest)
    return Made(task=task, entry=known, document=document, files=files, rows=rows)


def _entry(task: Task, page: Page, updated: str) -> Entry:
    summary = page.narrative.summary
    return Entry(
        number=task.number,
        address=address_of(tuple(one.iri for one in page.entities)),
        title=page.title,
        language=page.comparison.language,
        iris=tuple(one.iri for one in page.entities),
        labels=tuple(one.label for one in page.entities),
        descriptions=tuple(one.description for one in page.entities),
        abstract=summary[0].text if summary else "",
        digest="",
        modified=modified(page) or updated,
        sources=cited(page),
    )


def _digest(document: str, files: Mapping[str, bytes], graph: str) -> str:
    """Return the SHA-256 of a document and its pages as if their graph had no version.

    Quotation marks within texts are escaped, so that only a key looks like this; pages show the
    version, or how it begins. Other files have what the document has. Another Tertium may word
    them all otherwise.
    """
    without = document.replace(f'"version":"{graph}"', '"version":""', 1)
    told = sha256(f"{_tertium()}\0{without}".encode("utf-8", "surrogatepass"))
    for path in sorted(path for path in files if path.endswith(".html")):
        told.update(files[path].replace(graph.encode(), b"").replace(graph[:12].encode(), b""))
    return told.hexdigest()


@cache
def _tertium() -> str:
    """Return the version of Tertium; to look it up reads files."""
    return version("tertium")
