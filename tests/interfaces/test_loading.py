import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run
from tertium.store.directory import MANIFEST

Captured = pytest.CaptureFixture[str]
TRIPLE = "<http://example.org/a> <http://example.org/p> <http://example.org/o> .\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "a.nt"
    path.parent.mkdir()
    path.write_text(TRIPLE, encoding="utf-8")
    return path


@pytest.fixture
def wd(tmp_path: Path) -> Path:
    return tmp_path / "wd"


def test_files_are_loaded_once(file: Path, wd: Path, capsys: Captured) -> None:
    assert run(["load", str(file), "--into", str(wd)]) == 0
    assert capsys.readouterr().out.startswith(f"a.nt: loaded\n{wd}: 1 triples added, version ")
    before = (wd / MANIFEST).read_bytes()
    assert run(["load", str(file.parent), "--into", str(wd)]) == 0
    assert capsys.readouterr().out == "a.nt: there already\n"
    assert (wd / MANIFEST).read_bytes() == before


def test_a_loaded_graph_is_opened_like_any_other(file: Path, wd: Path, capsys: Captured) -> None:
    assert run(["load", str(file), "--into", str(wd), "-q"]) == 0
    text = "SELECT ?o { <http://example.org/a> ?p ?o }"
    query = file.with_suffix(".rq")
    query.write_text(text, encoding="utf-8")
    assert run(["query", str(query), "-g", str(wd), "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == ["o", "http://example.org/o"]


def test_the_report_may_be_json(file: Path, wd: Path, capsys: Captured) -> None:
    options = ["--licence", "urn:cc0", "--modified", "2024-01-01", "--json"]
    assert run(["load", str(file), "--into", str(wd), *options]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["skipped"], report["already"]) == (1, 0, [])
    (loaded,) = report["files"]
    assert (loaded["licence"], loaded["modified"]) == ("urn:cc0", "2024-01-01")


def test_bad_statements_stop_a_load_or_are_skipped(file: Path, wd: Path, capsys: Captured) -> None:
    file.write_text(TRIPLE + "oops\n" * 25 + TRIPLE, encoding="utf-8")
    assert run(["load", str(file), "--into", str(wd)]) == 4
    assert capsys.readouterr().err.startswith("tertium: a.nt:2: ")
    assert run(["load", str(file), "--into", str(wd), "--lenient"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "25 bad statements skipped:"
    assert lines[3].startswith("  a.nt:2: ")
    assert lines[-1] == "  and 5 more"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nowhere.nt"], 5, "nowhere.nt"),
        (["."], 5, "no file of a known syntax"),
        (["https://example.org/a.nt"], 2, "TERTIUM_CONTACT"),
        (["http://127.0.0.1:9/a.nt"], 5, "127.0.0.1"),
        (["a.nt", "--licence", "free for all"], 2, "--licence"),
        (["a.nt", "--modified", "yesterday"], 2, "--modified"),
    ],
)
def test_what_cannot_be_loaded_is_said(
    arguments: list[str], code: int, message: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tertium", "load", *arguments, "--into", "wd"]
    done = subprocess.run(
        command, cwd=tmp_path, env={}, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert not (tmp_path / "wd").exists()


def test_what_is_refused_has_a_code_of_its_own(file: Path, wd: Path) -> None:
    bomb = file.with_name("a.rdf")
    bomb.write_text('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', encoding="utf-8")
    assert run(["load", str(bomb), "--into", str(wd)]) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
def test_a_terminal_sees_how_far_it_is(file: Path, wd: Path) -> None:
    ours, its = pty.openpty()
    command = [sys.executable, "-m", "tertium", "load", str(file), "--into", str(wd)]
    with os.fdopen(its, "wb") as terminal:
        subprocess.run(command, stderr=terminal, stdout=subprocess.DEVNULL, check=True, timeout=60)
    seen = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "indexing names" in seen


def test_the_doctor_finds_a_store_sound_or_not(file: Path, wd: Path, capsys: Captured) -> None:
    assert run(["load", str(file), "--into", str(wd), "-q"]) == 0
    assert run(["doctor", str(wd)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "record: ok"
    (wd / "generation-9").mkdir()
    assert run(["doctor", str(wd), "--json"]) == 1
    checks = json.loads(capsys.readouterr().out)["checks"]
    assert [one["check"] for one in checks if one["problem"]] == ["leftovers"]
    assert run(["doctor", str(wd), "--repair", "-q"]) == 0
    assert capsys.readouterr().out == ""


def test_the_doctor_looks_at_the_installation(capsys: Captured) -> None:
    assert run(["doctor"]) == 0
    text = capsys.readouterr().out
    for part in ("python 3.", "pyoxigraph ", "ontology, ", "queries, "):
        assert part in text
    assert run(["doctor", "--repair"]) == 2


def test_the_doctor_knows_what_is_no_store(tmp_path: Path, capsys: Captured) -> None:
    assert run(["doctor", str(tmp_path)]) == 1
    assert "there is no tertium.json" in capsys.readouterr().out
