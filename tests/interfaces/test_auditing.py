import json
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run

Captured = pytest.CaptureFixture[str]


def write(folder: Path, text: str) -> str:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_true_text_is_done(tmp_path: Path, capsys: Captured) -> None:
    text = write(tmp_path, "Joseph Stalin vs. Leon Trotsky\n\nStalin was born in Gori.")
    assert run(["audit", text]) == 0
    assert "SUPPORTED: Joseph Stalin" in capsys.readouterr().out


def test_a_contradicted_claim_is_a_check_that_failed(tmp_path: Path, capsys: Captured) -> None:
    text = write(tmp_path, "Stalin was born in Moscow.")
    assert run(["audit", text, "-e", "Joseph Stalin", "-e", "Leon Trotsky", "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["coverage"]["verdicts"]["contradicted"] == 1


def test_the_suffix_of_the_output_tells_the_format(tmp_path: Path) -> None:
    output = tmp_path / "audit.md"
    text = write(tmp_path, "Joseph Stalin vs. Leon Trotsky\n\nStalin was born in Gori.")
    assert run(["audit", text, "-o", str(output)]) == 0
    assert output.read_text(encoding="utf-8").startswith("# Audit: Joseph Stalin vs")


def test_a_text_about_nobody_is_a_usage_error(tmp_path: Path, capsys: Captured) -> None:
    assert run(["audit", write(tmp_path, "Stalin was born in Gori.")]) == 2
    assert "name whom it is about" in capsys.readouterr().err


def test_a_missing_text_is_unavailable(tmp_path: Path, capsys: Captured) -> None:
    assert run(["audit", str(tmp_path / "no.txt")]) == 5
    assert "cannot be read" in capsys.readouterr().err
