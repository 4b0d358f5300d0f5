import asyncio
import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tertium.errors import (
    BadQueryError,
    LimitError,
    OverMemoryError,
    OverTimeError,
    SourceUnavailableError,
    TertiumError,
    TooBusyError,
    UnwritableError,
)
from tertium.store.directory import open_directory
from tertium.store.directory.manifest import Manifest
from tertium.workers import UPDATE_LIMITS, Changed, Limits, Update, Writer, applying, changing
from tertium.workers.telling import Failed, told_in
from tests.workers.standing import Fake, stand
from tests.workers.test_confining import Calls
from tests.workers.test_pool import DEADLY, HUGE

INSERT = Update(sparql="INSERT DATA { <urn:a> <urn:p> 3 }", modified="2026-11-23T12:00:00Z")
TINY = Limits(seconds=0.5)
LARGE = Limits(seconds=60)


def holds(store: Path, number: int) -> bool:
    return bool(open_directory(store).store.query(f"ASK {{ <urn:a> <urn:p> {number} }}"))


def make(store: Path, *updates: Update, limits: Limits = UPDATE_LIMITS) -> list[Changed]:
    async def work() -> list[Changed]:
        writer = Writer(store, limits=limits)
        return list(await asyncio.gather(*(writer.update(one) for one in updates)))

    return asyncio.run(work())


def test_an_update_is_made_and_recorded(tmp_path: Path) -> None:
    store = stand(tmp_path)
    before = Manifest.read(store)
    (changed,) = make(store, INSERT)
    after = Manifest.read(store)
    assert holds(store, 3)
    assert changed == Changed(after.version, before.triples + 1)
    assert (after.files[-1].name, after.files[-1].modified) == (
        "SPARQL update",
        "2026-11-23T12:00:00Z",
    )
    assert [path.name for path in store.glob("generation-*")] == ["generation-2"]


def test_updates_are_made_one_after_the_other(tmp_path: Path) -> None:
    store = stand(tmp_path)
    more = replace(INSERT, sparql="INSERT DATA { <urn:a> <urn:p> 4 }")
    versions = {changed.version for changed in make(store, INSERT, more)}
    assert len(versions) == 2
    assert holds(store, 3)
    assert holds(store, 4)


def test_what_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    store = stand(tmp_path)
    before = Manifest.read(store)
    with pytest.raises(BadQueryError, match="error at"):
        make(store, replace(INSERT, sparql=f"{INSERT.sparql} ; DELETE"))
    assert Manifest.read(store) == before
    assert [path.name for path in store.glob("generation-*")] == ["generation-1"]


@pytest.mark.parametrize(
    ("sparql", "limits", "error"),
    [
        ("INSERT", UPDATE_LIMITS, BadQueryError),
        (f"INSERT {{}} WHERE {DEADLY.sparql[4:]}", UPDATE_LIMITS, LimitError),
        (f"INSERT {{ <urn:a> <urn:p> ?n }} WHERE {{ {HUGE.sparql} }}", LARGE, OverMemoryError),
        ("INSERT { ?a ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", TINY, OverTimeError),
    ],
    ids=["no update", "deadly", "huge", "endless"],
)
def test_what_the_engine_does_not_survive_is_said(
    sparql: str, limits: Limits, error: type[TertiumError], tmp_path: Path
) -> None:
    triples = next(stand(tmp_path).glob("generation-*")) / "triples"
    with pytest.raises(error):
        changing.run(replace(INSERT, sparql=sparql), limits, triples)


def test_a_store_that_is_none_is_said_without_its_place(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises((SourceUnavailableError, UnwritableError)) as raised:
            make(folder, INSERT)
        assert str(tmp_path) not in str(raised.value)


def test_too_many_at_once_are_sent_away(tmp_path: Path) -> None:
    with pytest.raises(TooBusyError):
        make(tmp_path / "nowhere", *[INSERT] * 20)


def begun(store: Path) -> None:
    """Return as soon as a generation is being made, or is there."""
    while not [*store.glob("generation-2")]:
        pass


def test_an_update_that_nobody_waits_for_leaves_the_store_whole(tmp_path: Path) -> None:
    store = stand(tmp_path)

    async def work() -> None:
        making = asyncio.create_task(Writer(store).update(INSERT))
        await asyncio.to_thread(begun, store)
        making.cancel()
        with pytest.raises(asyncio.CancelledError):
            await making

    asyncio.run(work())
    make(store, replace(INSERT, sparql="INSERT DATA { <urn:a> <urn:p> 5 }"))
    assert holds(store, 5)


def test_a_change_is_told(tmp_path: Path) -> None:
    store = stand(tmp_path)
    limits = json.dumps(asdict(UPDATE_LIMITS))
    process = Fake.of(str(store), limits, asked=INSERT.written().encode())
    changing.main(process, Calls().kernel)
    assert isinstance(told_in(process.said.decode()), Changed)
    process = Fake.of(str(tmp_path), limits, asked=INSERT.written().encode())
    changing.main(process, Calls().kernel)
    assert isinstance(told_in(process.said.decode()), Failed)


def test_what_is_applied_says_only_what_went_wrong(tmp_path: Path) -> None:
    triples = next(stand(tmp_path).glob("generation-*")) / "triples"
    limits = json.dumps(asdict(UPDATE_LIMITS))

    def said(update: Update, folder: Path) -> bytes:
        process = Fake.of(str(folder), limits, asked=update.written().encode())
        applying.main(process, Calls().kernel)
        return process.said

    assert said(INSERT, triples) == b""
    assert b"BadQueryError" in said(replace(INSERT, sparql="INSERT"), triples)
    (tmp_path / "file").touch()
    assert b"UnwritableError" in said(INSERT, tmp_path / "file")


def test_memory_that_is_used_up_while_applying_is_said(tmp_path: Path) -> None:
    def engine(_folder: Path, _update: Update) -> None:
        raise MemoryError

    process = Fake.of(
        str(tmp_path), json.dumps(asdict(UPDATE_LIMITS)), asked=INSERT.written().encode()
    )
    applying.main(process, Calls().kernel, engine=engine)
    assert b"OverMemoryError" in process.said
