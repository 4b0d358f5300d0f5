"""Entries and sites for tests, without a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from tertium.api import Page
from tertium.batch import Entry
from tertium.batch.addresses import address_of
from tertium.batch.site import Site, page_files, site_files
from tertium.model.terms import Iri
from tertium.render.json import line
from tests.render.hostility import hostile
from tests.render.pages import every_kind, pair

__all__ = ["Links", "dead_links", "entry", "many", "pages", "site_of", "whole_site"]

WD = "http://www.wikidata.org/entity/"
Things = Sequence[tuple[str, str]]


def entry(number: int, things: Things, *, modified: str = "", said: str = "") -> Entry:
    """Return the entry of a page that compares things, each an IRI with its label."""
    iris = tuple(Iri(iri) for iri, _ in things)
    labels = tuple(label for _, label in things)
    return Entry(
        number=number,
        address=address_of(iris),
        title=" vs. ".join(labels),
        language="en",
        iris=iris,
        labels=labels,
        descriptions=("",) * len(things),
        abstract=said,
        digest="",
        modified=modified,
        sources=(("example.org", "https://creativecommons.org/publicdomain/zero/1.0/"),),
    )


def many(count: int, *, hub: bool = False) -> Iterator[Entry]:
    """Yield entries of pairs; with a hub, all of them compare the same thing with another."""
    for number in range(count):
        first = 0 if hub else 2 * number + 1
        pair = [(f"{WD}Q{one}", f"Thing {one:05}") for one in (first, 2 * number + 2)]
        yield entry(number, pair)


def pages() -> Iterator[tuple[Page, Entry]]:
    """Yield a page of every kind, one that attacks, and one that has next to nothing."""
    for number, made in enumerate((every_kind(), hostile(), pair())):
        page = Page(*made)
        things = [(f"{one.iri}-{number}", one.label) for one in page.entities]
        yield page, entry(number, things, said=page.title)


def site_of(entries: Iterable[Entry], address: str = "", updated: str = "") -> Mapping[str, str]:
    """Return the files of a site besides its pages."""
    files = site_files(entries, Site(address=address, updated=updated))
    return {path: content.decode() for path, content in files}


def whole_site(site: Site) -> Mapping[str, bytes]:
    """Return all files of the site of `pages`; no path comes twice."""
    found: dict[str, bytes] = {}
    entries = []
    for page, one in pages():
        found |= page_files(page, one, line(page.comparison, page.narrative), site=site)
        entries.append(one)
    for path, content in site_files(entries, site):
        assert path not in found
        found[path] = content
    return found


class Links(HTMLParser):
    """The addresses to which a page leads or which it reads, and the places in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: list[str] = []
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.places += [found["id"] or ""] if "id" in found else []
        self.targets += [str(found[name]) for name in ("href", "src") if name in found]


def dead_links(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return which pages of a site lead to files or places that are not in it."""
    read = {path: Links(files[path].decode()) for path in files if path.endswith(".html")}
    return [
        (path, target)
        for path, links in read.items()
        for target in links.targets
        if not urlsplit(target).scheme and not _leads(path, target, read, files)
    ]


def _leads(path: str, target: str, read: Mapping[str, Links], files: Mapping[str, bytes]) -> bool:
    parts = urlsplit(target)
    file = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
    place = unquote(parts.fragment)
    return file in files and (not place or place in read[file].places)
