import json
from pathlib import Path

import pytest

import tertium
from tertium.interfaces.cli.main import run

PAIR = ("Joseph Stalin", "Leon Trotsky")
STALIN = "https://w3id.org/tertium/id/stalin"
Captured = pytest.CaptureFixture[str]


def test_common_says_what_is_shared_and_the_query_runs_as_it_is(
    tmp_path: Path, capsys: Captured
) -> None:
    assert run(["common", *PAIR]) == 0
    assert capsys.readouterr().out.startswith("Both are people; ")
    path = tmp_path / "shared.rq"
    assert run(["common", *PAIR, "-f", "sparql", "-o", str(path)]) == 0
    assert run(["query", str(path), "-f", "csv"]) == 0
    assert STALIN in capsys.readouterr().out


def test_differ_says_both_ways_what_differs_and_each_query_runs(
    tmp_path: Path, capsys: Captured
) -> None:
    assert run(["differ", *PAIR, "--limit", "2"]) == 0
    text = capsys.readouterr().out
    assert "True of Joseph Stalin, not of Leon Trotsky:" in text
    assert "True of Leon Trotsky, not of Joseph Stalin:" in text
    path = tmp_path / "apart.rq"
    assert run(["differ", *PAIR, "-f", "sparql", "--limit", "1", "-o", str(path)]) == 0
    assert run(["query", str(path), "-f", "csv"]) == 0
    found = capsys.readouterr().out
    assert STALIN in found
    assert "trotsky" not in found


@pytest.mark.parametrize("command", ["common", "differ"])
def test_json_is_a_format_and_an_option(command: str, capsys: Captured) -> None:
    assert run([command, *PAIR, "--json", "-q"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == f"tertium/{command}/1"
    assert run([command, *PAIR, "-f", "json", "-q"]) == 0
    assert json.loads(capsys.readouterr().out) == document


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["common", "Joseph Stalin"], 2),
        (["common", *PAIR, "-f", "html"], 2),
        (["common", *PAIR, "--lang", "tlh"], 2),
        (["differ", "Joseph Stalin", "Joseph Stalin"], 2),
        (["differ", "Joseph Stalin", "zzzzzzz"], 3),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(arguments: list[str], code: int) -> None:
    assert run(arguments) == code


def test_what_is_shared_is_the_same_on_the_same_graph() -> None:
    first, second = (tertium.open().common(*PAIR) for _ in range(2))
    assert first == second
