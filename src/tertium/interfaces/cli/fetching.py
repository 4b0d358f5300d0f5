"""`tertium fetch`."""

import json as json_library
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tertium.interfaces.cli.console import emit
from tertium.interfaces.cli.options import JsonOption, QuietOption

if TYPE_CHECKING:
    from tertium.api.fetching import FetchReport
    from tertium.fetch.fetcher import Caching

__all__ = ["fetch"]

_WIKIDATA: Final = "https://www.wikidata.org"
_REFRESH: Final = "--refresh"
_DAY: Final = len("2026-11-23")


def fetch(
    identifiers: Annotated[
        list[str], typer.Argument(metavar="Q42…", help="Identifiers, IRIs or addresses of pages.")
    ],
    *,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="STORE",
            help="The store directory, made if need be.  [default: the graph `fetched`]",
            show_default=False,
        ),
    ] = None,
    revision: Annotated[
        list[str] | None,
        typer.Option("--revision", metavar="Q42=N", help="An older revision; may be repeated."),
    ] = None,
    language: Annotated[
        str,
        typer.Option("--language", metavar="TAGS", help="Languages of names: en,de."),
    ] = "en",
    classes: Annotated[
        int,
        typer.Option(
            "--classes", min=0, max=9, metavar="N", help="Fetch N steps of classes above values."
        ),
    ] = 2,
    site: Annotated[
        str, typer.Option("--site", metavar="URL", help="The address of a Wikibase.")
    ] = _WIKIDATA,
    refresh: Annotated[
        bool, typer.Option(_REFRESH, help="Ask again for what was fetched before.")
    ] = False,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask nobody: take what was fetched before.")
    ] = False,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Fetch entities of Wikidata, with names for all that they speak of.

    Compare them with `-g fetched`, or with `-g STORE`. What was fetched before is not asked for
    again. The environment variable TERTIUM_CONTACT must say who asks.
    """
    from tertium.api.caching import fetched_store, open_fetcher
    from tertium.api.fetching import Wanted, fetch_entities, revisions_of

    revisions = revisions_of(revision or ())
    wanted = Wanted(
        site=site,
        revisions=revisions,
        languages=tuple(tag.strip() for tag in language.split(",") if tag.strip()),
        classes=classes,
        anew=refresh,
    )
    names = dict.fromkeys((*identifiers, *revisions))
    started = time.monotonic()
    with open_fetcher(_caching(refresh=refresh, offline=offline)) as fetcher:
        with _progress(quiet=quiet) as tell:
            store = into or fetched_store()
            report = fetch_entities(fetcher, names, into=store, wanted=wanted, tell=tell)
        remarks = fetcher.remarks
    for remark in remarks:
        print(f"tertium: {remark}", file=sys.stderr)
    if json:
        emit(json_library.dumps(_document(report), ensure_ascii=False, indent=2) + "\n")
    elif not quiet:
        seconds = time.monotonic() - started
        emit("".join(f"{line}\n" for line in _lines(report, into, seconds)))


def _caching(*, refresh: bool, offline: bool) -> "Caching":
    from tertium.errors import BadParameterError
    from tertium.fetch.fetcher import Caching

    if refresh and offline:
        problem = "what is asked for again cannot be had offline"
        raise BadParameterError(_REFRESH, problem)
    if refresh:
        return Caching.RENEW
    return Caching.OFFLINE if offline else Caching.USE


def _document(report: "FetchReport") -> dict[str, object]:
    return {
        "entities": [
            {
                "asked": one.asked,
                "entity": one.revision.entity,
                "revision": one.revision.number,
                "retrieved": one.revision.retrieved,
                "url": one.revision.url,
                "cached": one.cached,
            }
            for one in report.documents
        ],
        "neighbours": report.neighbours,
        "unnamed": report.unnamed,
        "requests": report.requests,
        "version": report.load.version,
    }


def _lines(report: "FetchReport", into: Path | None, seconds: float) -> Iterator[str]:
    for one in report.documents:
        merged = f"{one.asked} is now " if one.asked != one.identifier else ""
        day = one.revision.retrieved[:_DAY]
        how = f"from the cache, fetched {day}" if one.cached else f"fetched {day}"
        yield f"{merged}{one.identifier}: revision {one.revision.number}, {how}"
    graph = into or "fetched"
    requests = "1 request" if report.requests == 1 else f"{report.requests:,} requests"
    unnamed = f" ({report.unnamed:,} have no name)" if report.unnamed else ""
    yield f"{report.neighbours:,} neighbours named{unnamed}; {requests} in {seconds:.1f} s"
    yield f"{'in' if report.load.files else 'already in'} the graph {graph}: use it with -g {graph}"


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("fetching")
        yield lambda done, total: bar.update(task, completed=done, total=total)
