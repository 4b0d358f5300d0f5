import json
import os
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.errors import (
    BadQueryError,
    BadStoreError,
    LimitError,
    NotAcceptableError,
    OverMemoryError,
    OverTimeError,
    RefusedError,
    SourceUnavailableError,
    TertiumError,
    UnwritableError,
)
from tertium.store.loading import load_into
from tertium.workers import LIMITS, Answered, Limits, Question
from tertium.workers.answering import answer_of
from tertium.workers.reader import Reader
from tertium.workers.serving import main, serve
from tertium.workers.telling import (
    Begun,
    Done,
    Failed,
    Told,
    asked,
    failed,
    told,
    told_in,
    unreadable,
)
from tertium.workers.wire import packed, read_message
from tests.store.loading.files import task
from tests.workers.standing import Fake, ask, stand
from tests.workers.test_confining import Calls

ALL = ask("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o")


def heard(said: bytes) -> list[Told]:
    stream = BytesIO(said)
    return [told_in(text) for text in iter(lambda: read_message(stream), None)]


def test_questions_are_answered_one_after_the_other(tmp_path: Path) -> None:
    answers = os.memfd_create("answers")
    arguments = (str(stand(tmp_path)), str(os.dup(answers)), json.dumps(asdict(LIMITS)))
    bad = replace(ALL, sparql="SELECT")
    process = Fake.of(*arguments, asked=packed(asked(ALL)) + packed(asked(bad)))
    main(process, Calls(allows=False).kernel)
    begun, done, failure = heard(process.said)
    assert begun == Begun(alone=False)
    assert done == Done("text/csv", 9, 2, truncated=False)
    assert isinstance(failure, Failed)
    assert os.pread(answers, 9, 0) == b"o\r\n1\r\n2\r\n"
    os.close(answers)


def test_a_worker_that_used_up_its_memory_ends(tmp_path: Path) -> None:
    def engine(*_: object) -> Answered:
        raise MemoryError

    process = Fake.of(asked=packed(asked(ALL)) * 2)
    serve(process, Reader(stand(tmp_path), LIMITS, engine=engine), BytesIO())
    assert heard(process.said) == [Failed("OverMemoryError", {"size": LIMITS.memory})]


def test_a_generation_that_is_removed_while_it_is_read_is_followed(tmp_path: Path) -> None:
    store = stand(tmp_path)

    def engine(read: ox.Store, question: Question, limits: Limits) -> Answered:
        if list(store.glob("generation-1")):
            load_into(store, [task(tmp_path, "more.nt", "<urn:a> <urn:p> <urn:b> .")])
            raise unreadable()
        return answer_of(read, question, limits)

    reader = Reader(store, LIMITS, engine=engine)
    assert reader.answer(ALL)[1] == b"o\r\nurn:b\r\n1\r\n2\r\n"


def test_a_new_generation_is_read_at_the_next_question(tmp_path: Path) -> None:
    store = stand(tmp_path)
    reader = Reader(store, LIMITS)
    assert reader.answer(ALL)[1] == b"o\r\n1\r\n2\r\n"
    load_into(store, [task(tmp_path, "more.nt", "<urn:a> <urn:p> <urn:b> .")])
    assert reader.answer(ALL)[1] == b"o\r\nurn:b\r\n1\r\n2\r\n"


def test_a_store_that_is_none_is_said_without_its_place(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "nowhere", LIMITS)
    reader.warm()
    message, body = reader.answer(ALL)
    assert isinstance(message, Failed)
    assert body == b""
    assert str(message.error()) == "the store cannot be read: its triples cannot be read"


def test_a_worker_that_began_without_a_store_reads_it_when_it_is_there(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "store", LIMITS)
    reader.warm()
    stand(tmp_path)
    assert reader.answer(ALL)[1] == b"o\r\n1\r\n2\r\n"


@pytest.mark.parametrize(
    "error",
    [
        BadQueryError("no"),
        LimitError("the query", "too long"),
        NotAcceptableError(("text/csv",)),
        OverMemoryError(1 << 30),
        OverTimeError(10),
        SourceUnavailableError("the store", "its triples cannot be read"),
        UnwritableError("the store", "the disk is full"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_arrives_as_it_was_told(error: TertiumError) -> None:
    message = told_in(told(failed(error)))
    assert isinstance(message, Failed)
    assert type(message.error()) is type(error)
    assert str(message.error()) == str(error)


def test_an_error_says_nothing_of_places() -> None:
    for error in (BadStoreError("/srv/store", "damaged"), UnwritableError("/srv/store", "full")):
        assert "/srv" not in str(failed(error).error())


def test_a_kind_of_limit_is_a_limit() -> None:
    assert type(failed(RefusedError("the query", "no")).error()) is LimitError


def test_an_answer_arrives_as_it_was_told() -> None:
    answer = Answered(media_type="text/csv", body=b"o", rows=0, truncated=False)
    message = told_in(told(Done.of(answer)))
    assert isinstance(message, Done)
    assert message.answer(b"o") == answer
