import json
from pathlib import Path

import pytest

from tertium.batch.folder import Folder
from tertium.errors import UnwritableError

_OLD = {"batch.json": "old", "pages.jsonl.zst": "old", "changes.jsonl": "old", "site/a": "old"}
_NEW = {"batch.json": "new", "pages.jsonl.zst": "new", "site/a": "new", "site/b": "new"}


def _fill(path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)


def _read(path: Path) -> dict[str, str]:
    files = (file for file in path.rglob("*") if file.is_file() and file.name != "batch.lock")
    return {file.relative_to(path).as_posix(): file.read_text() for file in files}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    _fill(tmp_path, _OLD)
    _fill(tmp_path / "batch.next", _NEW)
    return Folder(tmp_path)


def test_the_next_batch_takes_the_place_of_the_one_before(folder: Folder) -> None:
    folder.switch()
    assert _read(folder.path) == _NEW


def test_before_the_mark_is_there_nothing_is_switched(folder: Folder) -> None:
    with folder.alone():
        found = _read(folder.path)
    assert {name: found[name] for name in _OLD} == _OLD


@pytest.mark.parametrize("moved", [(), ("batch.json",), ("batch.json", "site")])
@pytest.mark.parametrize("away", [(), ("pages.jsonl.zst",), ("changes.jsonl",)])
def test_a_switch_that_was_interrupted_is_finished_by_whoever_comes_next(
    folder: Folder, moved: tuple[str, ...], away: tuple[str, ...]
) -> None:
    path = folder.path
    (path / "switch.json").write_text(json.dumps(["batch.json", "pages.jsonl.zst", "site"]))
    (path / "batch.next" / "old").mkdir()
    for name in (*moved, *away):
        (path / name).rename(path / "batch.next" / "old" / name)
    for name in moved:
        (path / "batch.next" / name).rename(path / name)
    with folder.alone():
        assert _read(path) == _NEW


def test_a_mark_without_a_next_batch_is_removed(folder: Folder) -> None:
    folder.switch()
    folder.write(folder.path / "switch.json", b'["batch.json"]')
    folder.settle()
    assert "switch.json" not in _read(folder.path)


def test_a_file_has_two_places(folder: Folder) -> None:
    folder.link(folder.path / "batch.next" / "site" / "c", folder.path / "site" / "a")
    assert (folder.path / "batch.next" / "site" / "c").read_text() == "old"


def test_what_cannot_be_written_is_told_with_its_place(folder: Folder) -> None:
    with pytest.raises(UnwritableError, match="failures"):
        folder.write(folder.path / "batch.json" / "failures", b"")


def test_what_cannot_be_linked_is_copied(folder: Folder) -> None:
    source = Path("/proc/version")
    folder.link(folder.path / "copied", source)
    assert (folder.path / "copied").read_text() == source.read_text()
