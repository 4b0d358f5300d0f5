import json
from pathlib import Path

import pytest

from tertium.api import KnowledgeGraph
from tertium.api.censuses import asked_tables
from tertium.interfaces.cli.main import run
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tests.queries.builders import fixture

GRAPH = str(Path(__file__).parents[1] / "fixtures" / "graph.ttl")

Captured = pytest.CaptureFixture[str]


def test_statistics_are_shown_as_tables(capsys: Captured) -> None:
    assert run(["stats", "-g", GRAPH, "--limit", "1", "-q"]) == 0
    shown = capsys.readouterr().out
    assert [line.split()[0] for line in shown.splitlines() if line][:6] == [
        *("counted", "triples", "entities", "statements", "labels", "steps"),
    ]
    assert ["person", "https://w3id.org/tertium/ontology#Person", "7"] in [
        line.split() for line in shown.splitlines()
    ]
    assert "role" not in shown


def test_what_there_is_nothing_of_is_not_shown(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "one.nt").write_text("<urn:a> <urn:b> <urn:c> .")
    assert run(["stats", "-g", str(tmp_path / "one.nt")]) == 0
    assert "most pointed at" not in capsys.readouterr().out


def test_statistics_are_written_as_json(capsys: Captured) -> None:
    assert run(["stats", "-g", GRAPH, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    parts = ["totals", "classes", "properties", "languages", "hubs", "tops", "conflicts"]
    assert list(document) == parts
    assert document["classes"][0]["label"] == "person"
    first = document["properties"][0]
    assert (first["entities"], first["kinds"]) == (4, {"iri": 4})


def test_a_graph_that_was_not_counted_is_asked() -> None:
    reader = Reader(fixture("graph.ttl"), bundled_catalogue())
    tables = asked_tables(KnowledgeGraph(reader, info=GraphInfo(id="elsewhere")))
    assert list(tables) == ["totals", "classes"]
    assert ("person", "4") in tables["classes"][1]
