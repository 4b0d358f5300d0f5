"""A batch brought up to date: pages are made again where what they rest on has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertium.batch.assembling import Report
from tertium.batch.batching import LAST, Job, Order, with_graph
from tertium.batch.evidence.news import News, write_changes
from tertium.batch.folder import Folder
from tertium.batch.local import LocalEngine
from tertium.batch.pairing import Given, Pairs
from tertium.batch.planning import Plan
from tertium.errors import BadFolderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.batch.batching import Engine

__all__ = ["Renewal", "renew_pages"]

_LEAST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What became of a batch that was brought up to date, and what is new in it."""

    report: Report
    news: News


def renew_pages(
    graph: KnowledgeGraph,
    pairs: Pairs | Iterable[Sequence[str]],
    folder: str | Path,
    *,
    order: Order | None = None,
    engine: Engine | None = None,
) -> Renewal:
    """Bring the pages in a folder up to date with a graph, and return what is new.

    The order says `since` which version of the graph, by its beginning or as `last`. What
    every page rests on is asked again of the graph; a page is made again when any of it has
    changed, and replaced when it then says anything else. Pairs that are new are made, those which
    are gone are removed. The pages are the old ones until all are ready; who is stopped goes on
    with the same call. `changes.jsonl` lists what changed, and why.

    Raises:
        BadFolderError: when the folder has no finished batch of this version and these wishes.
        UnwritableError: when the folder cannot be written, or is full.

    """
    place, source = Folder(Path(folder)), pairs if isinstance(pairs, Pairs) else Given(pairs)
    with place.alone() as finished:
        wanted, before = with_graph(order or Order(), graph), _finished(place)
        told = _told(place, wanted.since, finished=finished)
        if told is None:
            _check(place, before, wanted.since)
        job = Job(graph, place.next, wanted, before=place)
        plan = _planned(job, source, before)
        there = None if plan.differences(before) else Report.read(place)
        if there:
            place.next.remove()
            return Renewal(report=there, news=told or News(looked_at=plan.pages))
        _check(place, before, wanted.since)
        report = Report.read(place.next) or job.made(plan, engine or LocalEngine(graph))
        news = write_changes(place, place.next, before.version)
        place.switch()
        return Renewal(report=report, news=news)


def _told(place: Folder, since: str, *, finished: bool) -> News | None:
    """Return what an earlier call for the same did, whose end its caller may not have seen."""
    if since == LAST:
        return News.read(place, "") if finished else None
    return News.read(place, since)


def _finished(place: Folder) -> Plan:
    """Return the plan of the batch in a folder.

    Raises:
        BadFolderError: when there is none, or it is not finished.

    """
    before = Plan.read(place)
    if before is None or not place.done.exists():
        problem = "there is no finished batch in it to be brought up to date"
        raise BadFolderError(str(place.path), problem)
    return before


def _check(place: Folder, before: Plan, since: str) -> None:
    """Refuse a folder whose pages are not those that somebody thinks they are."""
    known = since == LAST or (len(since) >= _LEAST and before.version.startswith(since))
    if not known:
        problem = f"its pages are of version {before.version}, not {since}"
        raise BadFolderError(str(place.path), problem)


def _planned(job: Job, source: Pairs, before: Plan) -> Plan:
    """Return the plan of the next batch; one that was begun of yet another graph is dropped."""
    job.folder.path.mkdir(exist_ok=True)
    try:
        plan = job.planned(source)
    except BadFolderError:
        plan = replace(job, order=replace(job.order, anew=True)).planned(source)
    found = plan.differences(before)
    if unlike := [one for one in found if one in ("the options", "the formats")]:
        problem = f"its pages differ in {' and '.join(unlike)}"
        raise BadFolderError(str(job.folder.before.path), problem)
    return plan
