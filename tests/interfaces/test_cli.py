import json
import math
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tertium.interfaces.cli.main import run

PAIR = ("Joseph Stalin", "Leon Trotsky")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.json"
    assert run(["compare", *PAIR, "-q", "-o", str(path)]) == 0
    return path


def test_the_main_job_prints_title_summary_table_sections_and_sources(capsys: Captured) -> None:
    assert run(["compare", *PAIR]) == 0
    text = capsys.readouterr().out
    for part in ("Stalin vs. Leon Trotsky", "the difference", "Comparison", "Legacy", "Sources"):
        assert part in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "suffix", ["md", "html", "json", "csv", "tsv", "txt", "ttl", "jsonld", "tex", "bib"]
)
def test_the_suffix_of_the_output_tells_the_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"page.{suffix}"
    assert run(["compare", *PAIR, "--rows", "2", "-o", str(path)]) == 0
    starts = {"md": "# ", "html": "<!doctype", "json": "{", "csv": "entity,", "tsv": "entity\t"}
    starts |= {"tex": "% !tex", "bib": "@misc", "ttl": "@prefix", "jsonld": '{\n  "@context"'}
    assert path.read_text(encoding="utf-8").lower().startswith(starts.get(suffix, "joseph"))


def test_entities_stand_as_they_are_asked_to(capsys: Captured) -> None:
    assert run(["compare", *PAIR, "--rows", "2", "--transpose", "-f", "markdown"]) == 0
    assert "| *together* |" in capsys.readouterr().out
    many = [*PAIR, "Vladimir Lenin", "Rosa Luxemburg", "--rows", "2", "-f", "markdown"]
    assert run(["compare", *many, "--no-transpose"]) == 0
    assert "| *together* |" not in capsys.readouterr().out


def test_too_many_entities_are_over_a_limit(capsys: Captured) -> None:
    assert run(["compare", *["Joseph Stalin"] * 51]) == 6
    assert "at most 50" in capsys.readouterr().err


def test_a_view_says_what_it_hides(capsys: Captured) -> None:
    assert run(["compare", *PAIR, "--view", "differences"]) == 0
    assert "different or one-sided" in capsys.readouterr().out


def test_reasons_give_the_salience_again(capsys: Captured) -> None:
    sums = re.compile(r"(0\.\d\d) = 0\.1 \+ 0\.9 \* (0\.\d{3})")
    shares = re.compile(r"(0\.\d{3}) = ([^;]+?) / (\S+), the most")
    sides = re.compile(r": (\d\.\d{3}) = ([^;]+);")
    for job in (["compare", *PAIR], ["describe", PAIR[0]]):
        assert run([*job, "--explain", "--rows", "5", "-f", "text"]) == 0
        text = " ".join(capsys.readouterr().out.split()).replace("\u00d7", "*")
        assert [len(one.findall(text)) for one in (sums, shares)] == [5, 5]
        assert len(sides.findall(text)) >= 5
        for salience, share in sums.findall(text):
            assert float(salience) == pytest.approx(0.1 + 0.9 * float(share), abs=0.006)
        for share, factors, most in shares.findall(text):
            assert float(share) == pytest.approx(product(factors) / float(most), abs=0.002)
        for told, factors in sides.findall(text):
            assert float(told) == pytest.approx(product(factors), abs=0.003)


def product(factors: str) -> float:
    """Return the product of numbers with their reasons in brackets."""
    plain = re.sub(r"\([^)]*\)", "", factors)
    return math.prod(float(one) for one in plain.split("*"))


def test_describe_shows_one_entity(capsys: Captured) -> None:
    assert run(["describe", "Rosa Luxemburg", "--rows", "5"]) == 0
    assert capsys.readouterr().out.startswith("Rosa Luxemburg")


def test_find_lists_names_and_says_when_there_are_none(capsys: Captured) -> None:
    assert run(["find", "Trotski"]) == 0
    assert "Leon Trotsky" in capsys.readouterr().out
    assert run(["find", "Trotski", "--json", "--limit", "1"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["iri"] == "https://w3id.org/tertium/id/trotsky"
    assert run(["find", "zzzzzzz"]) == 3
    assert "zzzzzzz" in capsys.readouterr().err
    assert run(["find", "zzzzzzz", "--json"]) == 3
    assert capsys.readouterr().out == "[]\n"


def test_queries_are_listed_and_shown(capsys: Captured) -> None:
    assert run(["queries"]) == 0
    assert "history/offices-held" in capsys.readouterr().out
    assert run(["queries", "compare/shared"]) == 0
    assert "VALUES ?entity" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "start"), [("text", "person"), ("csv", "person,"), ("json", "{")])
def test_a_saved_query_answers_in_every_format(form: str, start: str, capsys: Captured) -> None:
    assert run(["query", "history/offices-held", "-p", "person=Leon Trotsky", "-f", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_a_query_file_and_standard_input_are_run(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("ASK { ex:stalin tt:ideology ex:stalinism }", encoding="utf-8")
    assert run(["query", str(path)]) == 0
    assert capsys.readouterr().out == "true\n"
    with path.open(encoding="utf-8") as text:
        monkeypatch.setattr(sys, "stdin", text)
        assert run(["query", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["boolean"] is True


def test_a_page_is_verified_and_a_page_of_other_facts_fails(page: Path, capsys: Captured) -> None:
    assert run(["verify", str(page)]) == 0
    assert "every cell and every sentence holds" in capsys.readouterr().out
    forged = page.with_name("forged.json")
    forged.write_text(page.read_text(encoding="utf-8").replace("1878-12-18", "1878-12-19"))
    assert run(["verify", str(forged)]) == 1
    assert "cell 'date of birth' of Joseph Stalin" in capsys.readouterr().out
    assert run(["verify", str(forged), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["failures"]


@pytest.mark.parametrize("suffix", ["ttl", "jsonld"])
def test_a_page_is_verified_from_its_triples(suffix: str, tmp_path: Path) -> None:
    page = tmp_path / f"page.{suffix}"
    assert run(["compare", *PAIR, "--rows", "2", "-o", str(page)]) == 0
    assert run(["verify", str(page), "-q"]) == 0


def test_an_archive_goes_to_a_file_or_into_a_pipe(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    page = tmp_path / "page.zip"
    assert run(["compare", *PAIR, "--rows", "2", "-o", str(page)]) == 0
    assert run(["compare", *PAIR, "--rows", "2", "-f", "crate"]) == 0
    assert capfdbinary.readouterr().out == page.read_bytes()


def test_stats_and_version_count_and_name(capsys: Captured) -> None:
    assert run(["stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["statements"] > 2500
    assert run(["stats"]) == 0
    assert run(["version"]) == 0
    assert run(["version", "--json"]) == 0
    assert "pyoxigraph" in capsys.readouterr().out


WRONG = {
    ("compare", "Joseph Stalin"): (2, "at least two"),
    ("compare", "Joseph Stalin", "Koba"): (2, "named twice"),
    ("compare", *PAIR, "--lang", "q!"): (2, "not a language"),
    ("compare", *PAIR, "--at", "1.6.1922"): (2, "is no date"),
    ("compare", *PAIR, "--view", "some"): (2, "--view"),
    ("compare", *PAIR, "--facet", "Cooking"): (2, "no row or facet 'Cooking'"),
    ("compare", *PAIR, "-f", "odt"): (2, "unknown format 'odt'"),
    ("compare", *PAIR, "-o", "/nowhere/page.html"): (2, "cannot write /nowhere/page.html"),
    ("compare", "Josef Stalyn", "Leon Trotsky"): (3, "Joseph Stalin"),
    ("compare", "Nobody At All Known Here", "Leon Trotsky"): (3, "knows no entity"),
    ("compare", *PAIR, "-g", "nowhere.ttl"): (5, "nowhere.ttl"),
    ("query", "history/nothing"): (2, "no saved query"),
    ("query", "compare/shared", "-p", "entity"): (2, "key=value"),
    ("verify", "nowhere.json"): (5, "nowhere.json"),
    ("invent",): (2, "invent"),
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_wrong_is_one_line_and_the_right_code(
    arguments: tuple[str, ...], capsys: Captured
) -> None:
    code, words = WRONG[arguments]
    assert run(list(arguments)) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err
    assert "Traceback" not in captured.err


def test_a_malformed_file_is_named_with_line_and_reason(tmp_path: Path, capsys: Captured) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b> .\n", encoding="utf-8")
    assert run(["compare", *PAIR, "-g", str(broken)]) == 4
    assert "broken.ttl:1" in capsys.readouterr().err


def test_an_ambiguous_name_lists_its_candidates(tmp_path: Path, capsys: Captured) -> None:
    twins = tmp_path / "twins.ttl"
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    twins.write_text(f'<urn:x:1> {label} "Smith" . <urn:x:2> {label} "Smith" .', encoding="utf-8")
    assert run(["describe", "Smith", "-g", str(twins)]) == 3
    assert "urn:x:1" in (message := capsys.readouterr().err)
    assert "urn:x:2" in message


def test_errors_are_json_when_json_is_asked_for(capsys: Captured) -> None:
    assert run(["compare", "Joseph Stalin", "--json"]) == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["type"] == "TooFewEntitiesError"
    assert error["exit_code"] == 2


def test_a_bug_of_ours_is_said_to_be_one(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert run(["query", "-"]) == 70
    assert "a bug of ours" in capsys.readouterr().err
    with pytest.raises(AttributeError):
        run(["query", "-", "-v"])


def test_verbose_says_on_stderr_which_graph_was_read(capsys: Captured) -> None:
    assert run(["describe", "Rosa Luxemburg", "-v", "--rows", "1"]) == 0
    assert "graph bundled, version" in capsys.readouterr().err


def test_no_arguments_show_the_help(capsys: Captured) -> None:
    assert run([]) == 0
    assert "compare" in capsys.readouterr().out


def test_the_help_waits_for_nothing_that_it_does_not_need() -> None:
    told = "import sys, tertium.interfaces.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, check=True, text=True
    )
    heavy = {"tertium.api", "tertium.queries", "tertium.store", "pyoxigraph", "httpx", "rapidfuzz"}
    assert not heavy & {*loaded.stdout.split()}


@pytest.mark.slow
def test_the_page_is_the_same_byte_for_byte_under_five_hash_seeds() -> None:
    command = [sys.executable, "-m", "tertium", "compare", *PAIR, "-f", "json"]
    pages = {
        subprocess.run(
            command, env=os.environ | {"PYTHONHASHSEED": str(seed)}, capture_output=True, check=True
        ).stdout
        for seed in range(5)
    }
    assert len(pages) == 1


def test_a_closed_pipe_is_no_error() -> None:
    shell = f"{sys.executable} -m tertium queries | head -1"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_public_endpoint_is_not_asked_to_count_its_whole_graph(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("TERTIUM_CONTACT", "ada@example.org")
    assert run(["stats", "-g", "wikidata"]) == 6
    assert "not to be asked to count" in capsys.readouterr().err


def test_ranks_and_shape_are_asked_for_by_name(capsys: Captured) -> None:
    fixture = Path(__file__).parents[1] / "fixtures" / "wikibase.ttl"
    pair = ("wd:Q9000001", "wd:Q9000002", "-g", str(fixture), "-f", "markdown")
    assert run(["compare", *pair, "--ranks", "all"]) == 0
    assert "~~" in capsys.readouterr().out
    assert run(["compare", *pair]) == 0
    assert "~~" not in capsys.readouterr().out
    assert run(["compare", *pair, "--shape", "tertium"]) == 3


def test_another_program_may_put_sentences_otherwise(tmp_path: Path, capsys: Captured) -> None:
    program = tmp_path / "silent.py"
    program.write_text("", encoding="utf-8")
    command = shlex.join((sys.executable, str(program)))
    assert run(["describe", PAIR[0], "--rewrite", command, "-f", "json"]) == 0
    assert "sentences kept" in capsys.readouterr().err
    assert run(["describe", PAIR[0], "--rewrite", command, "-q", "-f", "json"]) == 0
    assert capsys.readouterr().err == ""
