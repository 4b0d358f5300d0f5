import json
from pathlib import Path

import pytest

from tertium.batch import make_pages
from tertium.interfaces.cli.main import run
from tests.batch.evidence.worlds import PAIRS, opened, world

_LATER = [line.replace('"1879-11-07"', '"1879-11-09"') for line in world()]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    path = tmp_path_factory.mktemp("pages")
    for name, lines in (("old", world()), ("new", _LATER)):
        page = opened(lines).compare(*PAIRS[0])
        (path / f"{name}.json").write_text(page.to_json(), "utf-8")
    return str(path / "old.json"), str(path / "new.json")


def test_what_changed_is_said_and_ends_with_one(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *pages]) == 1
    assert "value: date of birth of Leon Trotsky\n  - 1879-11-07\n  + 1879-11-09\n" in (
        capsys.readouterr().out
    )


def test_what_is_the_same_ends_with_zero(
    pages: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", pages[0], pages[0]]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert run(["diff", pages[0], pages[0], "-q"]) == 0
    assert capsys.readouterr().out == ""


def test_changes_are_documents(pages: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *pages, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["schema"] == "tertium/diff/1"


def test_folders_are_told_a_page_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, lines in (("old", world()), ("new", _LATER)):
        make_pages(opened(lines), PAIRS[:2], tmp_path / name)
    both = [str(tmp_path / name) for name in ("old", "new")]
    assert run(["diff", *both, "--json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["new"]["title"] == "Joseph Stalin vs. Leon Trotsky"
    assert run(["diff", *both[:1], *both[:1]]) == 0


def test_what_is_no_page_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text("{}")
    assert run(["diff", str(tmp_path / "a.json"), str(tmp_path / "a.json")]) == 4
    assert "not a Tertium comparison" in capsys.readouterr().err


def test_a_batch_is_brought_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pairs.csv").write_text("ex:stalin,ex:trotsky\nex:caesar,ex:pompey\n")
    data, out = tmp_path / "graph.nq", str(tmp_path / "out")
    batch = ["batch", str(tmp_path / "pairs.csv"), "-g", str(data), "-o", out, "--processes", "1"]
    data.write_text("\n".join(world()), "utf-8")
    assert run([*batch, "-q"]) == 0
    data.write_text("\n".join(_LATER), "utf-8")
    assert run([*batch, "--since", "01234567"]) == 2
    assert "not 01234567" in capsys.readouterr().err
    assert run([*batch, "--since", "last"]) == 0
    said = "2 pages looked at, 1 rest on something that changed, 1 rewritten"
    assert said in capsys.readouterr().out
    assert run([*batch, "--since", "last", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["news"]["rewritten"] == 0
