import json
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run

Captured = pytest.CaptureFixture[str]
GRAPH = str(Path(__file__).parents[1] / "fixtures" / "graph.ttl")
PAIR = "ex:stalin,ex:trotsky\n"


def table(folder: Path, text: str) -> str:
    path = folder / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def batch(*words: str, into: Path) -> int:
    return run(["batch", *words, "-g", GRAPH, "-o", str(into), "--processes", "1"])


def test_a_table_becomes_pages(tmp_path: Path, capsys: Captured) -> None:
    into = tmp_path / "pages"
    words = (table(tmp_path, PAIR), "--site", "-f", "parquet", "--rows", "3")
    assert batch(*words, into=into) == 0
    assert capsys.readouterr().out == f"{into}: 1 pages\n"
    assert (into / "site" / "compare" / "ex-stalin" / "ex-trotsky.html").is_file()
    assert batch(*words, into=into) == 0
    assert "nothing to do" in capsys.readouterr().out
    assert batch(*words, "--force", "-q", into=into) == 0
    assert capsys.readouterr().out == ""


def test_what_is_taken_for_a_head_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert batch(table(tmp_path, "Nobody,No one\n"), into=tmp_path / "pages") == 0
    told = capsys.readouterr()
    assert told.out.endswith("no pairs were found\n")
    assert "(Nobody, No one)" in told.err
    assert "--no-header" in told.err


def test_failures_are_never_silent(tmp_path: Path, capsys: Captured) -> None:
    into = tmp_path / "pages"
    text = table(tmp_path, PAIR + "ex:stalin,Nobody At All\n")
    assert batch(text, "--json", "-q", into=into) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["failures"] == {"UnknownEntityError": 1}
    assert told.err.endswith(f"1 pages failed (1 UnknownEntityError): {into}/failures.jsonl\n")


def test_a_class_or_a_query_gives_pairs(tmp_path: Path) -> None:
    assert batch("--class", "tt:Person", "--limit", "1", into=tmp_path / "class") == 0
    query = "SELECT ?a ?b { VALUES (?a ?b) { (ex:stalin ex:trotsky) } }"
    assert batch("--query", query, into=tmp_path / "query") == 0
    same = [(tmp_path / one / "tasks.jsonl").read_bytes() for one in ("class", "query")]
    assert same[0] == same[1]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("pairs.csv", "--class", "tt:Person"),
        ("--class", "tt:Person", "--column", "a"),
        ("--class", "tt:Person", "--no-header"),
        ("pairs.csv", "-f", "pdf"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert batch(*words, into=tmp_path / "pages") == 2
    assert not (tmp_path / "pages").exists()


def test_a_table_that_is_not_there_leaves_no_batch(tmp_path: Path) -> None:
    assert batch(str(tmp_path / "none.csv"), into=tmp_path / "pages") == 5
    assert not (tmp_path / "pages" / "batch.json").exists()


@pytest.mark.parametrize(
    ("words", "named"), [((), "name them"), (("-g", GRAPH, "--shape", "plain"), "all shapes")]
)
def test_spark_says_what_it_needs(
    tmp_path: Path, capsys: Captured, words: tuple[str, ...], named: str
) -> None:
    pairs = table(tmp_path, PAIR)
    assert run(["batch", pairs, "-o", str(tmp_path / "pages"), "--engine", "spark", *words]) == 2
    assert named in capsys.readouterr().err
