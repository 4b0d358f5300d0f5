import json
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run
from tertium.store.reports import ReportBook
from tests.store.reports.builders import complaint

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "reports.sqlite"


@pytest.fixture
def kept(file: Path) -> tuple[str, str]:
    book = ReportBook(file)
    hostile = complaint("\x1b[31mred\n\u202eback", contact="ann@example.org")
    return book.keep(hostile, "a").identifier, book.keep(complaint(), "b").identifier


def test_without_any_it_says_so(file: Path, capsys: Captured) -> None:
    assert run(["reports", "--reports", str(file)]) == 0
    assert capsys.readouterr().out == "no reports\n"


def test_all_are_listed_oldest_first(file: Path, kept: tuple[str, str], capsys: Captured) -> None:
    assert run(["reports", "--reports", str(file)]) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["id", "received", "times", "state", "problem", "statement"]
    assert [line.split()[0] for line in lines] == list(kept)


def test_one_is_shown_without_its_tricks(
    file: Path, kept: tuple[str, str], capsys: Captured
) -> None:
    assert run(["reports", "show", kept[0], "--reports", str(file)]) == 0
    text = capsys.readouterr().out
    assert "contact: ann@example.org" in text
    assert "it said: One. date of birth: 21 December 1879" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_decisions_are_written_down(file: Path, kept: tuple[str, str], capsys: Captured) -> None:
    command = ["reports", "accept", kept[0], "--note", "quite so", "--reports", str(file)]
    assert run([*command, "-q"]) == 0
    assert run(["reports", "reject", kept[1], "--reports", str(file)]) == 0
    assert "rejected" in capsys.readouterr().out
    assert run(["reports", "--state", "accepted", "--json", "--reports", str(file)]) == 0
    (one,) = json.loads(capsys.readouterr().out)["reports"]
    assert (one["identifier"], one["state"], one["note"]) == (kept[0], "accepted", "quite so")


def test_they_are_exported_as_annotations(
    file: Path, kept: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "annotations.jsonld"
    options = ["--address", "https://b.example/", "--reports", str(file), "-o", str(out)]
    assert run(["reports", "export", *options]) == 0
    items = json.loads(out.read_text(encoding="utf-8"))["first"]["items"]
    assert [one["id"].rpartition("/")[2] for one in items] == list(kept)
    assert items[0]["target"]["scope"] == "https://b.example/compare/one/two"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show"], 2, "say of which"),
        (["accept"], 2, "say of which"),
        (["show", "none-such"], 3, "none-such"),
        (["accept", "none-such"], 3, "none-such"),
        (["forget"], 2, "forget"),
    ],
)
def test_what_cannot_be_done_is_told(
    file: Path, arguments: list[str], code: int, told: str, capsys: Captured
) -> None:
    assert run(["reports", *arguments, "--reports", str(file)]) == code
    assert told in capsys.readouterr().err


def test_a_file_that_is_none_of_ours_is_told(file: Path, capsys: Captured) -> None:
    file.write_bytes(b"mine" * 1000)
    assert run(["reports", "--reports", str(file)]) == 4
    assert str(file) in capsys.readouterr().err
