import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tertium.api import KnowledgeGraph
from tertium.batch import Form, Order, Progress, make_pages, renew_pages
from tertium.batch.evidence.before import Before
from tertium.batch.evidence.news import News
from tertium.batch.folder import Folder
from tertium.batch.site import Site
from tertium.errors import BadFolderError
from tests.batch.evidence.worlds import PAIRS, edited, opened, world

_EDITS, _MANY = 2, 60
_FORMS = frozenset({Form.HTML, Form.PARQUET})
_EX = "https://w3id.org/tertium/id/"
_SOME = PAIRS[1:6:2]


def _order(since: str = "last") -> Order:
    return Order(forms=_FORMS, since=since)


def _told(folder: Path) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return what each pair says, but for the version of its graph."""
    known = Before(Folder(folder))
    return {names: found.told for names in known.numbers if (found := known.find(names))}


def _changes(folder: Path) -> Mapping[tuple[str, ...], str]:
    lines = (folder / "changes.jsonl").read_text("utf-8").splitlines()
    return {tuple(line["names"]): line["change"] for line in map(json.loads, lines)}


def _files(folder: Path) -> Mapping[str, bytes]:
    """Return all files but those which tell a version, or what rests on one."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def old() -> KnowledgeGraph:
    return opened(world())


@pytest.fixture(scope="module")
def new() -> KnowledgeGraph:
    """The same, but that Pompey has another name."""
    return opened([line.replace('"Pompey"', '"Pompey the Great"') for line in world()])


@pytest.fixture
def folder(tmp_path: Path, old: KnowledgeGraph) -> Path:
    make_pages(old, _SOME, tmp_path / "out", order=_order())
    return tmp_path / "out"


def test_the_pages_rewritten_are_those_which_a_new_batch_makes_otherwise(
    tmp_path: Path, *, whole: bool
) -> None:
    random, lines = Random(80), world()
    pairs = PAIRS if whole else _SOME
    make_pages(opened(lines), pairs, tmp_path / "out")
    for number in range(_MANY if whole else _EDITS):
        kind, lines = edited(lines, random)
        before = _told(tmp_path / "out")
        graph = opened(lines)
        make_pages(graph, pairs, tmp_path / "all", order=Order(anew=True))
        renew_pages(graph, pairs, tmp_path / "out")
        after = _told(tmp_path / "all")
        assert _told(tmp_path / "out") == after, (number, kind)
        otherwise = {names for names in before if before[names] != after.get(names)}
        otherwise |= after.keys() - before.keys()
        assert _changes(tmp_path / "out").keys() == otherwise, (number, kind)


def test_what_changed_is_said_with_its_reasons(folder: Path, new: KnowledgeGraph) -> None:
    renewal = renew_pages(new, _SOME, folder, order=_order())
    assert renewal.news == News(looked_at=3, touched=2, rewritten=1)
    (line,) = map(json.loads, (folder / "changes.jsonl").read_text("utf-8").splitlines())
    assert line["title"] == "Julius Caesar vs. Pompey the Great"
    assert f"names, classes and other IRIs of <{_EX}pompey>" in [
        why["what"] for why in line["because"]
    ]


def test_pages_that_rest_on_the_same_stay_to_the_last_byte(
    folder: Path, new: KnowledgeGraph
) -> None:
    before = _files(folder / "site")
    renew_pages(new, _SOME, folder, order=_order())
    after = _files(folder / "site")
    assert before.keys() == after.keys()
    pages = {path for path in before if path.startswith("compare/")}
    assert {path for path in pages if before[path] != after[path]} == {
        path for path in pages if "pompey" in path
    }


def test_pairs_that_are_new_are_made_and_those_that_are_gone_removed(
    folder: Path, new: KnowledgeGraph
) -> None:
    renewal = renew_pages(new, [*_SOME[1:], PAIRS[0]], folder, order=_order())
    assert (renewal.news.added, renewal.news.removed, renewal.news.rewritten) == (1, 1, 0)
    paths = [path.stem for path in (folder / "site").rglob("*.json")]
    assert "ex-trotsky" in paths
    assert "ex-pompey" not in paths


def test_a_page_that_can_be_made_now_is_made_and_the_reverse(
    tmp_path: Path, old: KnowledgeGraph
) -> None:
    newcomer = f"<{_EX}newcomer> <http://lakes.example.org/ns#twinTown> <{_EX}caesar> ."
    pairs = [(f"{_EX}newcomer", f"{_EX}caesar")]
    make_pages(old, pairs, tmp_path)
    renewal = renew_pages(opened([*world(), newcomer]), pairs, tmp_path)
    assert (renewal.news.recovered, renewal.report.failed) == (1, 0)
    renewal = renew_pages(old, pairs, tmp_path)
    assert (renewal.news.failed, renewal.report.failed) == (1, 1)


def test_a_failure_that_says_something_else_is_news(tmp_path: Path, old: KnowledgeGraph) -> None:
    pairs = [("Pompejus Magnus", f"{_EX}caesar")]
    make_pages(old, pairs, tmp_path)
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    later = opened([*world(), f'<{_EX}x> {label} "Pompejus Magnus the Elder"@en .'])
    assert renew_pages(later, pairs, tmp_path).news.rewritten == 1
    lines = [line.replace('"Cedar"', '"Cedars"') for line in world()]
    other = opened([*lines, f'<{_EX}x> {label} "Pompejus Magnus the Elder"@en .'])
    renewal = renew_pages(other, pairs, tmp_path)
    assert (renewal.news, renewal.report.failed) == (News(looked_at=1), 1)


def test_a_next_batch_of_yet_another_graph_is_dropped(folder: Path, new: KnowledgeGraph) -> None:
    other = opened([line.replace('"Cedar"', '"Cedars"') for line in world()])
    with pytest.raises(Killed):
        renew_pages(other, _SOME, folder, order=replace(_order(), watch=_killed))
    renew_pages(new, _SOME, folder, order=_order())
    plan = json.loads((folder / "batch.json").read_bytes())
    assert plan["version"] == new.info.version


def test_a_folder_of_another_version_is_refused(folder: Path, new: KnowledgeGraph) -> None:
    with pytest.raises(BadFolderError, match="its pages are of version"):
        renew_pages(new, _SOME, folder, order=_order(since="0123456789"))


def test_the_beginning_of_a_version_is_enough(
    folder: Path, old: KnowledgeGraph, new: KnowledgeGraph
) -> None:
    order = _order(since=old.info.version[:12])
    assert renew_pages(new, _SOME, folder, order=order).news.rewritten == 1


def test_other_wishes_are_refused(folder: Path, new: KnowledgeGraph) -> None:
    with pytest.raises(BadFolderError, match="differ in the options and the formats"):
        renew_pages(new, _SOME, folder, order=Order(language="de"))


def test_a_folder_without_a_finished_batch_is_refused(tmp_path: Path, new: KnowledgeGraph) -> None:
    with pytest.raises(BadFolderError, match="no finished batch"):
        renew_pages(new, _SOME, tmp_path)


def test_without_evidence_all_is_made_again(
    tmp_path: Path, old: KnowledgeGraph, new: KnowledgeGraph
) -> None:
    make_pages(old, _SOME, tmp_path, order=Order(witnessed=False))
    assert renew_pages(new, _SOME, tmp_path).news == News(looked_at=3, touched=3, rewritten=1)
    assert renew_pages(new, _SOME, tmp_path).news == News(looked_at=3)


def test_whoever_did_not_see_the_end_of_it_is_told_again(
    folder: Path, old: KnowledgeGraph, new: KnowledgeGraph
) -> None:
    order = _order(since=old.info.version[:12])
    news = renew_pages(new, _SOME, folder, order=order).news
    changes = (folder / "changes.jsonl").read_bytes()
    assert renew_pages(new, _SOME, folder, order=order).news == news
    assert renew_pages(new, _SOME, folder, order=_order()).news == News(looked_at=len(_SOME))
    with pytest.raises(BadFolderError, match="its pages are of version"):
        renew_pages(new, _SOME, folder, order=_order(since="0123456789"))
    assert (folder / "changes.jsonl").read_bytes() == changes


@pytest.mark.parametrize("since", ["last", ""])
def test_a_switch_that_was_interrupted_is_told_by_the_same_command(
    folder: Path,
    old: KnowledgeGraph,
    new: KnowledgeGraph,
    monkeypatch: pytest.MonkeyPatch,
    since: str,
) -> None:
    order = _order(since=since or old.info.version)
    with monkeypatch.context() as patched:
        patched.setattr(Folder, "settle", _die_at_the_mark)
        with pytest.raises(Killed):
            renew_pages(new, _SOME, folder, order=order)
    assert (folder / "switch.json").exists()
    assert renew_pages(new, _SOME, folder, order=order).news.rewritten == 1
    assert list(_changes(folder).values()) == ["rewritten"]


def _die_at_the_mark(folder: Folder) -> bool:
    if (folder.path / "switch.json").exists():
        raise Killed
    return False


def test_the_day_of_a_site_moves_on_with_what_is_rewritten(
    tmp_path: Path, old: KnowledgeGraph, new: KnowledgeGraph
) -> None:
    site = Site(address="https://pages.example/", updated="2026-11-01")
    make_pages(old, _SOME, tmp_path, order=replace(_order(), site=site))
    later = replace(site, updated="2026-11-02")
    renew_pages(new, _SOME, tmp_path, order=replace(_order(), site=later))
    feed = (tmp_path / "site" / "feed.xml").read_text(encoding="utf-8")
    days = re.findall("<updated>(.{10})", feed.partition("<entry")[2])
    assert days == ["2026-11-02", *["2026-11-01"] * (len(_SOME) - 1)]
    assert "pompey" in feed.partition("</entry>")[0]


def test_files_that_somebody_took_away_are_made_again(folder: Path, new: KnowledgeGraph) -> None:
    names = {path.name for path in (folder / "site").rglob("*.ttl")}
    for path in (folder / "site").rglob("*.ttl"):
        path.unlink()
    assert renew_pages(new, _SOME, folder, order=_order()).news.rewritten == 1
    assert {path.name for path in (folder / "site").rglob("*.ttl")} == names


class Killed(BaseException):
    pass


def _killed(progress: Progress) -> None:
    if progress.done:
        raise Killed


def test_who_is_stopped_has_the_old_pages_and_goes_on(folder: Path, new: KnowledgeGraph) -> None:
    before = _files(folder)
    with pytest.raises(Killed):
        renew_pages(new, _SOME, folder, order=replace(_order(), watch=_killed))
    left = _files(folder)
    assert {path: left[path] for path in before} == before
    assert renew_pages(new, _SOME, folder, order=_order()).news.rewritten == 1
