import csv
import io
import json
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from tertium.interfaces.cli.main import run
from tertium.linking.mappings import MappingTable

Captured = pytest.CaptureFixture[str]
EX = "https://w3id.org/tertium/id/"
SSSOM = rdflib.Namespace("https://w3id.org/sssom/")
PEOPLE = 'name,born,id\n"Trotsky, Leon",1879,p1\nNobody Atall,1900,p2\n,,p3\nStalin,1878,p1\n'
MINE = """
@prefix m: <https://mine.example/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
m:leon a m:Person ; rdfs:label "Trotsky, Leon"@en ; schema:birthDate "1879-11-07" .
m:koba a m:Person ; rdfs:label "K."@en ; skos:exactMatch <https://w3id.org/tertium/id/stalin> .
m:nobody a m:Person ; rdfs:label "Nobody Atall"@en .
m:hut a m:House ; rdfs:label "Hut"@en .
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def mine(tmp_path: Path) -> str:
    path = tmp_path / "mine.ttl"
    path.write_text(MINE, encoding="utf-8")
    return str(path)


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def typed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_one_name_is_told_in_full(capsys: Captured) -> None:
    assert run(["link", "trotsky, leon"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("trotsky, leon: match\n  the name fits, and no other comes near it\n")
    assert "1. Leon Trotsky" in out
    assert f"<{EX}trotsky>" in out
    assert "+ name: trotsky, leon is Leon Trotsky" in out
    assert err == ""


def test_a_single_name_without_a_match_has_an_exit_code(capsys: Captured) -> None:
    assert run(["link", "Zzyzx Qwerty"]) == 3
    assert capsys.readouterr().out.startswith("Zzyzx Qwerty: none\n")
    assert run(["link", "Zzyzx Qwerty", "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["links"][0]["outcome"] == "none"


def test_several_names_are_a_line_each(capsys: Captured) -> None:
    assert run(["link", "Leon Trotsky", "Nobody Atall"]) == 0
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == ["match", "none"]
    assert err == "2 linked: 1 match, 0 ambiguous, 0 doubtful, 1 none\n"
    assert run(["link", "Leon Trotsky", "Nobody Atall", "--matched", "-q"]) == 0
    out, err = capsys.readouterr()
    assert (len(out.splitlines()), err) == (1, "")


def test_names_are_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, "\ufeffLeon Trotsky\r\n\r\nStálin, Joseph\n".encode() + b"\xff\n")
    assert run(["link", "-", "-f", "csv"]) == 0
    found = rows(capsys.readouterr().out)
    assert [(one["key"], one["link_outcome"]) for one in found] == [
        *(("1", "match"), ("2", "none"), ("3", "match"), ("4", "none"))
    ]
    assert found[1]["link_why"] == "no name given"


@pytest.mark.parametrize("option", [["--given", "P569=1879"], ["--type", "person"]])
def test_what_is_known_of_a_name_is_weighed(option: list[str], capsys: Captured) -> None:
    assert run(["link", "Leon Trotsky", "--json", *option]) == 0
    (link,) = json.loads(capsys.readouterr().out)["links"]
    assert len(link["candidates"][0]["reasons"]) > 1
    assert link["query"]["given"] or link["query"]["types"]


def test_a_table_keeps_its_cells_and_gets_those_of_the_link(table: str, capsys: Captured) -> None:
    assert run(["link", "--file", table, "-c", "name", "-e", "born=date of birth"]) == 0
    out, err = capsys.readouterr()
    found = rows(out)
    assert [one["name"] for one in found] == ["Trotsky, Leon", "Nobody Atall", "", "Stalin"]
    assert [one["id"] for one in found] == ["p1", "p2", "p3", "p1"]
    assert found[0]["link_id"] == EX + "trotsky"
    assert "date of birth" in found[0]["link_why"]
    assert found[2]["link_outcome"] == "none"
    assert err.startswith("4 linked: ")


@pytest.mark.parametrize("column", ["name", "NAME", "1"])
def test_a_column_goes_by_its_name_or_place(column: str, table: str, capsys: Captured) -> None:
    assert run(["link", "--file", table, "-c", column, "--matched"]) == 0
    assert rows(capsys.readouterr().out)[0]["link_label"] == "Leon Trotsky"


def test_a_table_of_one_column_needs_no_name_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    typed(monkeypatch, b"name\nLeon Trotsky\n")
    assert run(["link", "--file", "-"]) == 0
    assert rows(capsys.readouterr().out)[0]["link_id"] == EX + "trotsky"


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_a_table_may_be_written_with_other_separators(
    suffix: str, table: str, tmp_path: Path
) -> None:
    path = tmp_path / f"linked.{suffix}"
    assert run(["link", "--file", table, "-c", "name", "-o", str(path), "-q"]) == 0
    found = rows(path.read_text(encoding="utf-8"), "\t" if suffix == "tsv" else ",")
    assert [one["link_outcome"] for one in found][:3] == ["match", "none", "none"]


def test_other_names_and_keys_are_columns(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("n\talso\tkey\nKoba Jughashvili\tJoseph Stalin|x\twd:Q855\n", encoding="utf-8")
    options = ["-c", "n", "--names", "also", "--key", "key", "--json"]
    assert run(["link", "--file", str(path), *options]) == 0
    (link,) = json.loads(capsys.readouterr().out)["links"]
    assert link["query"]["names"] == ["Joseph Stalin", "x"]
    assert link["query"]["key"] == "http://www.wikidata.org/entity/Q855"
    assert link["candidates"][0]["iri"] == EX + "stalin"


def test_links_are_a_table_of_mappings(table: str, capsys: Captured) -> None:
    options = ["-c", "name", "--key", "id", "--base", "https://mine.example/", "--all"]
    licence = ["--licence", "https://example.org/free"]
    assert run(["link", "--file", table, *options, "-f", "sssom", *licence]) == 0
    out = capsys.readouterr().out
    found = MappingTable.parse(out)
    head = dict(line[1:].partition(": ")[::2] for line in found.head if ": " in line)
    assert head["license"] == "https://example.org/free"
    assert head["mapping_tool"] == "tertium"
    assert found.rows[0]["object_id"] == "ex:trotsky"
    assert found.rows[0]["mapping_justification"] == "semapv:LexicalMatching"
    assert float(found.rows[0]["confidence"]) > 0.9
    assert found.rows[1]["object_id"] == "sssom:NoTermFound"
    assert out == again(capsys, ["--file", table, *options, "-f", "sssom", *licence])


def again(capsys: Captured, arguments: list[str]) -> str:
    assert run(["link", *arguments]) == 0
    return capsys.readouterr().out


def test_links_are_triples_with_confidence_and_justification(table: str, tmp_path: Path) -> None:
    path = tmp_path / "links.ttl"
    options = ["-c", "name", "--key", "id", "--base", "https://mine.example/"]
    same = ["--predicate", "owl:sameAs", "-o", str(path), "-q"]
    assert run(["link", "--file", table, *options, *same]) == 0
    found = rdflib.Graph().parse(path)
    links = set(found.subject_objects(OWL.sameAs))
    assert (rdflib.URIRef("https://mine.example/p1"), rdflib.URIRef(EX + "trotsky")) in links
    for axiom in found.subjects(RDF.type, OWL.Axiom):
        assert 0.9 <= float(str(found.value(axiom, SSSOM.confidence))) <= 1
        assert str(found.value(axiom, SSSOM.mapping_justification)).endswith("Matching")
        assert "name" in str(found.value(axiom, RDFS.comment))


def test_a_graph_is_linked_to_another(mine: str, capsys: Captured) -> None:
    assert run(["link", "--from", mine, "--class", "https://mine.example/Person", "--json"]) == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    found = {link["query"]["key"]: link for link in document["links"]}
    assert {key.rpartition("/")[2] for key in found} == {"leon", "koba", "nobody"}
    assert found["https://mine.example/leon"]["match"] == EX + "trotsky"
    koba = found["https://mine.example/koba"]
    assert (koba["match"], koba["why"]) == (EX + "stalin", "stated in the graph")
    assert document["source"] != document["target"]
    assert err.startswith("3 linked: 2 match")


def test_all_classes_of_a_graph_are_linked_and_one_entity_alone(
    mine: str, capsys: Captured
) -> None:
    assert run(["link", "--from", mine]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert run(["link", "--from", mine, "https://mine.example/leon"]) == 0
    assert capsys.readouterr().out.startswith("Trotsky, Leon: match\n")
    assert run(["link", "--from", mine, "Hut"]) == 3


def test_links_between_graphs_are_loaded_and_compared(
    mine: str, tmp_path: Path, capsys: Captured
) -> None:
    links = str(tmp_path / "links.ttl")
    assert run(["link", "--from", mine, "-o", links, "-q"]) == 0
    assert (None, SKOS.exactMatch, rdflib.URIRef(EX + "trotsky")) in rdflib.Graph().parse(links)
    both = ["-g", "bundled", "-g", mine, "-g", links]
    assert run(["describe", "https://mine.example/leon", *both, "--rows", "3"]) == 0
    assert "Trotsky" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "TEXT"),
        (["--class", "person"], "--class"),
        (["Kim", "-c", "name"], "--file"),
        (["Kim", "-f", "html"], "html"),
        (["Kim", "--given", "born"], "--given"),
        (["Kim", "--given", "date of brith=1"], "did you mean"),
        (["Kim", "--predicate", "same"], "--predicate"),
        (["Kim", "--licence", "free"], "--licence"),
        (["Kim", "--limit", "0"], "--limit"),
        (["--file", "TABLE", "Kim"], "--file"),
        (["--file", "TABLE"], "say which has the names: name, born, id"),
        (["--file", "TABLE", "-c", "nom"], "name, born, id"),
        (["--file", "TABLE", "-c", "name", "--key", "no"], "name, born, id"),
        (["--file", "TABLE", "-c", "name", "-e", "no=P569"], "name, born, id"),
        (["--file", "TABLE", "-c", "name", "-e", "born"], "born"),
        (["--file", "TABLE", "-c", "name", "--base", "no iri", "--key", "id"], "--base"),
        (["--file", "TABLE", "-c", "name", "--encoding", "utf-99"], "utf-99"),
        (["--file", "TABLE", "-c", "name", "--delimiter", "ab"], "delimiter"),
        (["--file", "TABLE", "-c", "name", "-f", "turtle"], "--key"),
        (["Kim", "-f", "turtle"], "--key"),
        (["--from", "bundled", "--given", "a=b"], "--from"),
        (["--from", "UNTYPED"], "name a --class"),
        (["Kim", "--service", "http://127.0.0.1:9/", "-g", "bundled"], "--service"),
    ],
)
def test_what_does_not_go_together_is_said(
    arguments: list[str], message: str, table: str, tmp_path: Path, capsys: Captured
) -> None:
    untyped = tmp_path / "untyped.nt"
    untyped.write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "a" .\n')
    files = {"TABLE": table, "UNTYPED": str(untyped)}
    given = [files.get(one, one) for one in arguments]
    assert run(["link", *given]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert len(err.splitlines()) == 1


def test_an_error_may_be_json(capsys: Captured) -> None:
    assert run(["link", "Kim", "-c", "name", "--json"]) == 2
    assert json.loads(capsys.readouterr().err)["error"]["exit_code"] == 2


def test_an_unwritable_output_is_said_before_anything_is_linked(
    table: str, tmp_path: Path, capsys: Captured
) -> None:
    for path in (tmp_path, tmp_path / "none" / "links.csv"):
        assert run(["link", "--file", table, "-c", "name", "-o", str(path)]) == 2
        assert str(path) in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["people.csv"]
