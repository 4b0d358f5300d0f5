from pathlib import Path

import pytest

from tertium.errors import SourceUnavailableError
from tertium.store.loading import find_files


def test_a_file_is_found_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert list(find_files(str(tmp_path / "a.txt"))) == [("a.txt", tmp_path / "a.txt")]


def test_a_folder_holds_readable_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("b.TTL", "a.nt.gz", "inner/c.json", "README.md"):
        (tmp_path / name).touch()
    assert [name for name, _ in find_files(str(tmp_path))] == ["a.nt.gz", "b.TTL", "inner/c.json"]


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(SourceUnavailableError, match="nowhere"):
        list(find_files("nowhere"))
