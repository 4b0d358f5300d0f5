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
from tertium.store.entity_json.terms import LABEL, RDF_TYPE, wikibase
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
    """What was fetched: entities, and names of how many neighbours, by how many requests.

    `unnamed` is how many more neighbours were asked for: there is no name of them in the wanted
    languages, or no such entity any more. `load` says what came of loading it all.
    """

    documents: tuple[Document, ...]
    neighbours: int
    unnamed: int
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
    before = fetcher.asked
    site = site_at(wanted.site, fetcher)
    errand = Errand(site, fetcher, wanted, tell)
    documents = errand.documents(names)
    known = {} if wanted.anew else _known(Path(into), site)
    found = errand.records(documents, known)
    records = tuple(record for record in found if record.adds_to(known))
    named = sum(record.is_named for record in found)
    with TemporaryDirectory() as folder:
        tasks = (
            *(written(document, Path(folder), site=site) for document in documents),
            *_names(records, documents, folder=Path(folder), site=site),
        )
        about = About(licence=_CC0 if site.address == WIKIDATA else "")
        report = load_into(Path(into), tasks, about=about)
    return FetchReport(
        documents=documents,
        neighbours=named,
        unnamed=errand.total - len(documents) - named,
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


def _known(store: Path, site: Site) -> dict[str, frozenset[str]]:
    """Return in which languages the entities of a site have names in a store already."""
    if not is_store_directory(store):
        return {}
    engine, start = open_directory(store).store.engine, site.iri("")
    known: dict[str, set[str]] = {}
    for kind in (wikibase("Item"), wikibase("Property")):
        for quad in engine.quads_for_pattern(None, RDF_TYPE, kind):
            known[str(quad.subject)] = set()
    for quad in engine.quads_for_pattern(None, LABEL, None):
        if isinstance(quad.object, ox.Literal) and str(quad.subject) in known:
            known[str(quad.subject)].add(quad.object.language or "")
    return {
        iri[1:-1].removeprefix(start): frozenset(tags)
        for iri, tags in known.items()
        if iri[1:].startswith(start)
    }
