import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tertium.api.reviewing import read_review
from tertium.interfaces.cli.main import run

Captured = pytest.CaptureFixture[str]
TEXT = (
    "# curie_map:\n#   ex: https://w3id.org/tertium/id/\n"
    "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
    "ex:a\tL. Trotsky\tskos:closeMatch\tex:trotsky\tsemapv:LexicalMatching\t0.6\n"
    "ex:a\tL. Trotsky\tskos:closeMatch\tex:lenin\tsemapv:LexicalMatching\t0.3\n"
    "ex:b\tZ.\tskos:closeMatch\tx:y\tsemapv:LexicalMatching\t0.5\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "links.sssom.tsv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def answered(file: Path, answers: str, *options: str) -> int:
    script = file.with_name("answers")
    script.write_text(answers, encoding="utf-8")
    return run(["review", str(file), "--answers", str(script), *options])


def counts(text: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(text)
    return found


def test_decisions_are_saved_and_a_review_goes_on(file: Path, capsys: Captured) -> None:
    assert answered(file, "2\nq\n", "--json", "--reviewer", "Ann") == 0
    assert counts(capsys.readouterr().out) == {"accepted": 1, "rejected": 0, "open": 1}
    assert read_review(file).rows[1]["reviewer_label"] == "Ann"
    assert answered(file, "r\n\n", "--json") == 0
    assert counts(capsys.readouterr().out) == {"accepted": 1, "rejected": 1, "open": 0}
    assert answered(file, "", "-q") == 0
    assert capsys.readouterr().out == ""


def test_steps_are_undone_and_unknown_answers_explained(file: Path, capsys: Captured) -> None:
    keys = "o\n9\nwhat\ns\na\nx\nu\nu\nu\n"
    assert answered(file, keys, "-g", "bundled") == 0
    text = capsys.readouterr().out
    assert "https://w3id.org/tertium/id/lenin" in text
    assert "Nothing is left to decide" in text
    assert "date of birth: 7 November 1879" in text
    assert text.endswith("accepted 0\nrejected 0\nopen 2\n")
    rows = read_review(file).rows
    assert [row["confidence"] for row in rows] == ["0.6", "0.3", "0.5"]


def test_without_a_terminal_answers_must_be_given(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\n"))
    assert run(["review", str(file)]) == 2
    assert "--answers" in capsys.readouterr().err
    assert run(["review", str(file), "--answers", "-", "-q"]) == 0
    assert read_review(file).rows[0]["confidence"] == "1"
    assert run(["review", str(file), "--answers", str(file.with_name("none"))]) == 5


def test_what_is_no_table_of_links_is_bad_data(file: Path) -> None:
    file.write_text("name\tid\n", encoding="utf-8")
    assert answered(file, "") == 4


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
def test_links_are_decided_at_a_terminal(file: Path) -> None:
    ours, its = pty.openpty()
    os.write(ours, b"a\nr\n\n")
    command = [sys.executable, "-m", "tertium", "review", str(file)]
    with os.fdopen(its, "rb") as terminal:
        done = subprocess.run(
            command, stdin=terminal, capture_output=True, check=True, timeout=60, text=True
        )
    os.close(ours)
    assert "accepted 1\nrejected 1\nopen 0\n" in done.stdout


def test_links_made_anew_leave_what_was_decided(file: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.sssom.tsv"
    fresh.write_text(TEXT.replace("ex:lenin", "ex:stalin"), encoding="utf-8")
    assert answered(file, "s\na\n", "-q") == 0
    assert answered(file, "q\n", "-q", "--new", str(fresh)) == 0
    objects = [(row["object_id"], row["confidence"]) for row in read_review(file).rows]
    assert objects == [("ex:trotsky", "0.6"), ("ex:stalin", "0.3"), ("x:y", "1")]
    assert answered(tmp_path / "first.sssom.tsv", "q\n", "-q", "--new", str(fresh)) == 0
    assert len(read_review(tmp_path / "first.sssom.tsv").rows) == 3
