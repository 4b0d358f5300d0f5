import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import pytest

import tertium
from tertium.api import KnowledgeGraph, Page
from tertium.api.paging import Wishes
from tertium.batch import LocalEngine, Made, Order, Task, make_pages
from tertium.batch.folder import Folder
from tertium.batch.local import PageWork, PartWork, Reopening
from tertium.batch.making import Recipe, make
from tertium.batch.planning import Part
from tertium.errors import BadFolderError
from tests.batch.conftest import GRAPH, PEOPLE
from tests.batch.folders import documents, failures


class Deadly(KnowledgeGraph):
    """Kills the process that compares somebody."""

    def compare(self, *entities: str, language: str = "en", **wishes: Unpack[Wishes]) -> Page:
        if self.resolve(PEOPLE[3]) in entities:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().compare(*entities, language=language, **wishes)


def reopened() -> KnowledgeGraph:
    return tertium.open(GRAPH)


def deadly() -> KnowledgeGraph:
    kg = reopened()
    return Deadly(kg.reader, info=kg.info, sidecar=kg.sidecar, opening=deadly)


def other() -> KnowledgeGraph:
    return tertium.open(GRAPH.with_name("plain.ttl"))


@pytest.fixture
def collecting() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def opened_by(kg: KnowledgeGraph, opening: object) -> KnowledgeGraph:
    assert callable(opening)
    return KnowledgeGraph(kg.reader, info=kg.info, sidecar=kg.sidecar, opening=opening)


def test_a_page_that_kills_its_process_is_the_only_one_lost(
    kg: KnowledgeGraph, pairs: list[tuple[str, str]], tmp_path: Path
) -> None:
    lost = [number for number, pair in enumerate(pairs) if PEOPLE[3] in pair][:1]
    some = pairs[: lost[0] + 2]
    engine = LocalEngine(opened_by(kg, deadly), 2)
    report = make_pages(kg, some, tmp_path, order=Order(together=2, witnessed=False), engine=engine)
    assert failures(tmp_path) == [(number, "Died") for number in lost]
    assert report.pages == len(documents(tmp_path)) == len(some) - len(lost)


@pytest.mark.usefixtures("collecting")
def test_what_other_processes_do_is_what_this_one_does(kg: KnowledgeGraph, tmp_path: Path) -> None:
    task = Task(number=0, names=PEOPLE[:2])
    again = Reopening(reopened, kg.info.version, str(tmp_path))
    record = PartWork(again, Recipe(), Folder(tmp_path))()(Part(0, (task,)))
    outcome = PageWork(again, Recipe())()(task)
    assert outcome == make(kg, task, Recipe())
    assert isinstance(outcome, Made)
    assert record.entries == (outcome.entry,)


def test_a_graph_that_has_changed_meanwhile_ends_the_batch(
    kg: KnowledgeGraph, pairs: list[tuple[str, str]], tmp_path: Path
) -> None:
    with pytest.raises(BadFolderError, match="has changed"):
        make_pages(kg, pairs, tmp_path, engine=LocalEngine(opened_by(kg, other), 2))
    with pytest.raises(BadFolderError, match="has changed"):
        Reopening(other, kg.info.version, str(tmp_path))()
