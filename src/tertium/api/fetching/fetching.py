"""From identifiers to a store with the entities, and with names for all that they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.api.fetching.errand import Errand, Wanted
from tertium.api.fetching.identifiers import identifier_of
from tertium.api.fetching.site import WIKIDATA, Site, site_at
from tertium.api.fetching.writing import written, written_names
from tertium.store.directory import is_store_directory, open_directory
from tertium.store.entity_json.terms import LABEL
from tertium.store.loading import About, load_into

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tertium.api.fetching.documents import Document
    from tertium.api.fetching.records import Record
    from tertium.fetch.fetcher import Fetcher
    from tertium.store.loading import LoadReport, Task

__all__ = ["FetchReport", "fetch_entities"]

_CC0: Final = "http://creativecommons.org/publicdomain/zero/1.0/"
_DEFAULTS: Final = Wanted()


def _tell_nobody(_done: int, _total: int) -> None:
    """Take no note of the progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """What was fetched: entities, names of how many neighbours, by how many requests.

    `load` says what came of loading it.
    """

    documents: tuple[Document, ...]
    neighbours: int
    requests: int
    load: LoadReport


def fetch_entities(
    fetcher: Fetcher,
    identifiers: Iterable[str],
    *,
    into: str | Path,
    wanted: Wanted = _DEFAULTS,
    tell: Callable[[int, int], None] = _tell_nobody,
) -> FetchReport:
    """Fetch entities with names for all that they speak of, and load them into a store directory.

    What the store says of an entity from before gives way to what is fetched. Either all of it is
    loaded or nothing. `tell` is told how many entities were fetched, of how many.

    Raises:
        BadIdentifierError: when a text names no entity.
        MissingEntityError: when the site has no such entity.
        NoContactError: when nobody has said who asks.
        SourceUnavailableError: when the site does not answer rightly, or cannot be reached.
        UnwritableError: when the store cannot be written.

    """
    names = tuple(dict.fromkeys(map(identifier_of, identifiers)))
    site, before = site_at(wanted.site, fetcher), fetcher.asked
    errand = Errand(site, fetcher, wanted, tell)
    documents = errand.documents(names)
    known = frozenset[str]() if wanted.anew else _named(Path(into), site)
    records = errand.records(documents, known)
    with TemporaryDirectory() as folder:
        tasks = (
            *(written(document, Path(folder), site=site) for document in documents),
            *_names(records, documents, folder=Path(folder), site=site),
        )
        about = About(licence=_CC0 if site.address == WIKIDATA else "")
        report = load_into(Path(into), tasks, about=about)
    return FetchReport(
        documents=documents,
        neighbours=len(records),
        requests=fetcher.asked - before,
        load=report,
    )


def _names(
    records: tuple[Record, ...], documents: Iterable[Document], *, folder: Path, site: Site
) -> Iterator[Task]:
    if records:
        whose = ", ".join(document.identifier for document in documents)
        name = f"{site.address}/w/api.php: {len(records):,} neighbours of {whose}"
        yield written_names(records, folder, site=site, name=name)


def _named(store: Path, site: Site) -> frozenset[str]:
    """Return the identifiers of what has a name in a store already."""
    if not is_store_directory(store):
        return frozenset()
    start = site.iri("")
    quads = open_directory(store).store.engine.quads_for_pattern(None, LABEL, None)
    named = (str(quad.subject.value) for quad in quads if isinstance(quad.subject, ox.NamedNode))
    return frozenset(iri.removeprefix(start) for iri in named if iri.startswith(start))
