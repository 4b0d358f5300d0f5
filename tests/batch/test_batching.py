import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Unpack

import pyarrow.parquet as pq
import pytest

import tertium
from tertium.api import KnowledgeGraph, Page
from tertium.api.paging import Wanted, Wishes
from tertium.batch import Form, Given, LocalEngine, OfClass, Order, Progress, make_pages
from tertium.errors import (
    BadDateError,
    BadFolderError,
    SourceUnavailableError,
    UnwritableError,
)
from tests.batch.conftest import GRAPH, PEOPLE
from tests.batch.folders import documents, failures, sums

EVERYTHING = Order(forms=frozenset({Form.HTML, Form.PARQUET}), together=2)
PLAIN = Order(together=2)
KILLED = """
import tertium
from itertools import combinations
from pathlib import Path
from tertium.batch import LocalEngine, make_pages
from tests.batch.conftest import GRAPH, PEOPLE
from tests.batch.test_batching import EVERYTHING
if __name__ == "__main__":
    kg = tertium.open(GRAPH)
    make_pages(kg, combinations(PEOPLE, 2), {folder!r}, order=EVERYTHING, engine=LocalEngine(kg, 2))
"""
Pairs = Sequence[tuple[str, str]]


@pytest.fixture(scope="module")
def whole_batch(kg: KnowledgeGraph, pairs: Pairs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch") / "whole"
    make_pages(kg, pairs, folder, order=EVERYTHING)
    return folder


def kill_at(records: int, folder: Path) -> None:
    """Begin a batch, and kill all its processes when so many parts are on record."""
    script = KILLED.replace("{folder!r}", repr(str(folder)))
    program = folder.parent / "program.py"
    program.write_text(script, encoding="utf-8")
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "PYTHONPATH": path}
    with Popen(
        [sys.executable, str(program)], start_new_session=True, env=environment, stderr=DEVNULL
    ) as process:
        while len([*folder.glob("parts/*.json")]) < records and process.poll() is None:
            os.sched_yield()
        os.killpg(process.pid, signal.SIGKILL)


def test_each_document_is_that_of_the_page(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path
) -> None:
    lines = documents(whole_batch)
    assert len(lines) == len(pairs)
    again = json.dumps(json.loads(lines[0]), ensure_ascii=False, indent=2) + "\n"
    assert again == kg.compare(*pairs[0]).to_json()


def test_the_rows_are_those_of_the_data_frame(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path
) -> None:
    rows = [
        row
        for path in sorted(whole_batch.glob("rows/*"))
        for row in pq.read_table(path).to_pylist()
    ]
    frame = kg.compare(*pairs[-1]).to_dataframe(long=True)
    mine = [row for row in rows if row["page"] == len(pairs) - 1]
    assert [row["statement"] for row in mine] == [*frame["statement"]]
    assert [row["value"] for row in mine] == [*frame["value"]]
    assert set(frame.columns) < set(mine[0])


def test_a_killed_batch_goes_on_as_if_nothing_had_been(
    pairs: Pairs, whole_batch: Path, tmp_path: Path, *, whole: bool
) -> None:
    kg = tertium.open(GRAPH)
    for seed in range(5 if whole else 1):
        folder = tmp_path / str(seed)
        for records in sorted(random.Random(seed).sample(range(3), 1 + 2 * whole)):
            kill_at(records, folder)
        make_pages(kg, pairs, folder, order=EVERYTHING)
        assert sums(folder) == sums(whole_batch)


def test_a_finished_batch_is_not_made_again(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path
) -> None:
    before = sums(whole_batch)
    report = make_pages(kg, pairs, whole_batch, order=EVERYTHING)
    assert (report.pages, report.already) == (len(pairs), len(pairs))
    assert sums(whole_batch) == before


def test_a_part_whose_files_are_not_whole_is_made_again(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "torn"
    seen: list[Progress] = []

    def stop(now: Progress) -> None:
        seen.append(now)
        if now.done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_pages(kg, pairs, folder, order=replace(EVERYTHING, watch=stop))
    assert [now.done for now in seen] == [0, 2, 4]
    record = json.loads((folder / "parts" / "000000.json").read_bytes())
    torn = next(path for path in record["files"] if path.endswith(".html"))
    (folder / torn).write_text("half", encoding="utf-8")
    (folder / "parts" / "000001.json").write_text("{", encoding="utf-8")
    report = make_pages(kg, pairs, folder, order=EVERYTHING)
    assert report.already == 0
    assert sums(folder) == sums(whole_batch)


def test_another_batch_is_refused_unless_it_may_be_removed(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    make_pages(kg, pairs[:1], tmp_path, order=PLAIN)
    with pytest.raises(BadFolderError, match=r"differs in the pairs$"):
        make_pages(kg, pairs, tmp_path, order=PLAIN)
    with pytest.raises(BadFolderError, match="differs in the options"):
        make_pages(kg, pairs[:1], tmp_path, order=replace(PLAIN, wanted=Wanted(rows=3)))
    anew = replace(PLAIN, anew=True, together=1)
    assert make_pages(kg, pairs[:2], tmp_path, order=anew).already == 0
    assert len(documents(tmp_path)) == 2
    with pytest.raises(BadFolderError, match="differs in how many pages are made together"):
        make_pages(kg, pairs[:2], tmp_path, order=PLAIN)


def test_a_folder_of_other_things_is_refused(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadFolderError, match=r"letters\.txt"):
        make_pages(kg, pairs, tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableError):
        make_pages(kg, pairs, tmp_path / "file" / "folder")
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "batch.lock").mkdir()
    with pytest.raises(UnwritableError, match="directory"):
        make_pages(kg, pairs, tmp_path / "batch")


@pytest.mark.parametrize("name", ["site", "parts", "new", "next", "batch.new"])
def test_folders_of_others_are_left_alone_whatever_they_are_called(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "thesis.txt").write_text("mine", encoding="utf-8")
    for order in (PLAIN, replace(PLAIN, anew=True)):
        with pytest.raises(BadFolderError, match=f"other files, such as {name}"):
            make_pages(kg, pairs, tmp_path, order=order)
    assert (tmp_path / name / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_parts_without_a_plan_are_of_no_batch(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "left"
    shutil.copytree(whole_batch, folder)
    (folder / "batch.json").unlink()
    (folder / "done.json").unlink()
    assert make_pages(kg, pairs, folder, order=EVERYTHING).already == 0
    assert sums(folder) == sums(whole_batch)


def test_documents_that_were_left_when_all_was_done_are_removed(
    kg: KnowledgeGraph, pairs: Pairs, whole_batch: Path
) -> None:
    before = sums(whole_batch)
    (whole_batch / "parts" / "000000.jsonl.zst").write_bytes(b"left")
    make_pages(kg, pairs, whole_batch, order=EVERYTHING)
    assert sums(whole_batch) == before


def test_another_reading_of_the_graph_is_another_batch(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    make_pages(kg, pairs[:1], tmp_path, order=PLAIN)
    with pytest.raises(BadFolderError, match="differs in the options"):
        make_pages(tertium.open(GRAPH, shape="plain"), pairs[:1], tmp_path, order=PLAIN)
    plan = tmp_path / "batch.json"
    made_by = json.dumps({**json.loads(plan.read_bytes()), "made_by": "0.0.1"})
    plan.write_text(made_by, encoding="utf-8")
    with pytest.raises(BadFolderError, match="differs in the version of Tertium"):
        make_pages(kg, pairs[:1], tmp_path, order=PLAIN)


class Away(KnowledgeGraph):
    """A graph whose server is away for a while."""

    away = True

    def compare(self, *entities: str, language: str = "en", **wishes: Unpack[Wishes]) -> Page:
        if self.away and self.resolve(PEOPLE[3]) in entities:
            raise SourceUnavailableError(str(GRAPH), "busy")
        return super().compare(*entities, language=language, **wishes)


def test_what_may_have_passed_is_tried_again(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    graph = Away(kg.reader, info=kg.info, sidecar=kg.sidecar)
    order = replace(PLAIN, witnessed=False)
    report = make_pages(graph, pairs, tmp_path / "one", order=order)
    assert set(report.failures) == {"SourceUnavailableError"}
    graph.away = False
    report = make_pages(graph, pairs, tmp_path / "one", order=order)
    assert (report.failed, report.already > 0) == (0, True)
    make_pages(kg, pairs, tmp_path / "other", order=order)
    assert sums(tmp_path / "one") == sums(tmp_path / "other")


def test_a_plan_that_cannot_be_read_is_told(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    (tmp_path / "batch.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadFolderError, match="is no plan"):
        make_pages(kg, pairs, tmp_path)


def test_a_folder_is_filled_by_one_batch_at_a_time(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    def begin_another(_now: Progress) -> None:
        with pytest.raises(BadFolderError, match="another batch is filling it"):
            make_pages(kg, pairs[:1], tmp_path)

    make_pages(kg, pairs[:1], tmp_path, order=replace(PLAIN, watch=begin_another))


def test_failures_are_listed_with_what_was_asked(kg: KnowledgeGraph, tmp_path: Path) -> None:
    asked = [(PEOPLE[0], "Nobody At All"), PEOPLE[:2], (PEOPLE[0], PEOPLE[0]), (PEOPLE[0],)]
    report = make_pages(kg, Given(asked), tmp_path, order=PLAIN)
    assert failures(tmp_path) == [
        (0, "UnknownEntityError"),
        (2, "SelfComparisonError"),
        (3, "TooFewEntitiesError"),
    ]
    assert (report.pages, report.failed) == (1, 3)
    assert len(documents(tmp_path)) == 1


def test_a_day_that_is_none_is_no_reason_to_begin(
    kg: KnowledgeGraph, pairs: Pairs, tmp_path: Path
) -> None:
    with pytest.raises(BadDateError):
        make_pages(kg, pairs, tmp_path, order=Order(wanted=Wanted(at="soon")))
    assert not [*tmp_path.iterdir()]


def test_pairs_that_follow_from_the_graph_are_not_looked_for_again(
    kg: KnowledgeGraph, tmp_path: Path
) -> None:
    people = OfClass(kind="tt:Person", limit=1)
    assert make_pages(kg, people, tmp_path).pages == 1
    (tmp_path / "tasks.jsonl").unlink()
    assert make_pages(kg, people, tmp_path).already == 1
    with pytest.raises(BadFolderError, match="the pairs"):
        make_pages(kg, OfClass(kind="tt:Person"), tmp_path)


def test_a_batch_of_nothing_is_whole(kg: KnowledgeGraph, tmp_path: Path) -> None:
    assert make_pages(kg, [], tmp_path).pages == 0
    assert documents(tmp_path) == []


def test_the_processes_of_a_graph_that_cannot_be_opened_again_are_one(
    pairs: Pairs, tmp_path: Path
) -> None:
    import rdflib

    kg = tertium.open(GRAPH, rdflib.Graph())
    assert make_pages(kg, pairs[:1], tmp_path, engine=LocalEngine(kg, 8)).pages == 1
