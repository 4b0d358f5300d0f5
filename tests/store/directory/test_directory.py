import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tertium.errors import BadStoreError
from tertium.store.directory import (
    MANIFEST,
    Check,
    check,
    is_store_directory,
    open_directory,
    repair,
)
from tertium.store.directory.layout import locked
from tertium.store.directory.manifest import KeptFile, Load, Manifest
from tertium.store.directory.provenance import provenance
from tertium.store.loading import load_into
from tertium.store.sidecar import open_sidecar
from tests.store.loading.files import TRIPLE, task


@pytest.fixture
def wd(tmp_path: Path) -> Path:
    load_into(tmp_path / "wd", [task(tmp_path, "a.nt", TRIPLE)])
    return tmp_path / "wd"


def problems(wd: Path) -> list[Check]:
    return [one for one in check(wd) if one.problem]


def test_a_store_directory_is_told_by_its_record(wd: Path, tmp_path: Path) -> None:
    assert is_store_directory(wd)
    assert not is_store_directory(tmp_path)
    assert not is_store_directory(tmp_path / "nowhere")


def test_a_sound_store_has_no_problem(wd: Path) -> None:
    assert [one.subject for one in check(wd)] == [
        *("record", "ontology", "triples", "statistics", "leftovers")
    ]
    assert not problems(wd)


def test_the_record_is_kept_as_it_is(wd: Path, tmp_path: Path) -> None:
    manifest = Manifest.read(wd)
    manifest.write(tmp_path)
    assert Manifest.read(tmp_path) == manifest
    assert (tmp_path / MANIFEST).read_bytes() == (wd / MANIFEST).read_bytes()
    assert json.loads((wd / MANIFEST).read_bytes())["version"] == manifest.version


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "{", '{"format": 1}', '{"format": 1, "loads": [{}]}', "\udcff"]
)
def test_a_damaged_record_is_named(text: str, wd: Path) -> None:
    (wd / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(BadStoreError, match="is damaged"):
        open_directory(wd)
    assert [one.subject for one in problems(wd)] == ["record"]


def test_a_folder_without_record_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(BadStoreError, match=r"there is no tertium\.json"):
        open_directory(tmp_path)


def test_damaged_triples_are_found(wd: Path) -> None:
    for file in (wd / "generation-1" / "triples").glob("MANIFEST*"):
        file.write_bytes(b"?")
    with pytest.raises(BadStoreError, match="its triples cannot be read"):
        open_directory(wd)
    assert problems(wd) == [Check("triples", "cannot be read")]


def test_another_number_of_triples_is_found(wd: Path) -> None:
    count = Manifest.read(wd).triples
    text = (wd / MANIFEST).read_text()
    (wd / MANIFEST).write_text(text.replace(f'"triples": {count}', '"triples": 5'))
    assert problems(wd) == [Check("triples", f"there are {count}, not 5")]


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_missing_or_damaged_statistics_are_found_and_counted_anew(
    content: bytes | None, wd: Path
) -> None:
    sidecar = wd / "generation-1" / "sidecar.sqlite"
    sidecar.unlink()
    if content is not None:
        sidecar.write_bytes(content)
    assert [one.subject for one in problems(wd)] == ["statistics"]
    repair(wd)
    assert not problems(wd)


def test_names_of_an_older_format_are_found_and_indexed_anew(wd: Path) -> None:
    file = wd / "generation-1" / "sidecar.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE fact SET value = '1' WHERE name = 'format'")
        connection.execute("DROP TABLE folding")
    assert [one.subject for one in problems(wd)] == ["statistics"]
    repair(wd)
    assert open_sidecar(file, Manifest.read(wd).version).names.alike("background")


def test_leftovers_are_found_and_removed(wd: Path) -> None:
    (wd / "generation-7" / "triples").mkdir(parents=True)
    (wd / f"{MANIFEST}.new").write_text("{")
    (found,) = problems(wd)
    assert found == Check("leftovers", f"of a killed load: generation-7, {MANIFEST}.new")
    repair(wd)
    assert not problems(wd)


def test_nothing_is_repaired_while_a_load_is_running(wd: Path) -> None:
    with locked(wd), pytest.raises(BadStoreError, match="another load"):
        repair(wd)


def test_provenance_names_files_and_their_licence() -> None:
    iri, words = "urn:licence", "free for all"
    files = (
        KeptFile("a.nt", "0", "1", 5, licence=iri, modified="2024-01-01"),
        KeptFile("b.nt", "2", "3", 5, licence=words, modified="2024-01-01T00:00:00Z"),
        KeptFile("c.nt", "4", "5", 5),
    )
    said = provenance(Manifest(1, "", 3, (Load(files, skipped=2), Load(files[:1])))).decode()
    assert (
        said == provenance(Manifest(2, "", 9, (Load(files, skipped=2), Load(files[:1])))).decode()
    )
    for part in ("<urn:licence>", '"free for all"', "XMLSchema#date>", "XMLSchema#dateTime>"):
        assert part in said
    assert said.count("ns/prov#used") == 4
    assert said.count("statements skipped") == 1
