from pathlib import Path

import pytest

from tertium import resources


def test_a_checkout_finds_the_folders_beside_src() -> None:
    names = [name for name, _ in resources.resource_files(resources.folder("queries"), ".rq")]
    assert "compare/shared.rq" in names
    assert names == sorted(names)


def test_bundled_folders_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = tmp_path / "tertium" / "_bundled" / "data"
    bundled.mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path / "tertium")
    assert resources.folder("data") == bundled


def test_without_either_the_folder_is_missed_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    with pytest.raises(FileNotFoundError, match="ontology"):
        resources.folder("ontology")
