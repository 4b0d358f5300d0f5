from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

import tertium
from tertium.errors import NoContactError, SourceUnavailableError
from tests.loopback import running

TURTLE = """
@prefix ex: <urn:ex:> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:a rdfs:label "A"@en ; ex:likes ex:c . ex:b rdfs:label "B"@en ; ex:likes ex:c .
"""


def test_a_folder_becomes_a_store_which_opens_like_any_graph(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.ttl").write_text(TURTLE, encoding="utf-8")
    report = tertium.load(tmp_path / "store", [folder])
    assert [file.name for file in report.files] == ["a.ttl"]
    kg = tertium.open(tmp_path / "store")
    assert kg.info.version == report.version
    assert [row.predicate.label for row in kg.table("A", "B").commonalities] == ["likes"]


def test_names_are_found_as_soon_as_they_are_loaded(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "a.ttl"
    for label in ("Café Dora", "Dam, D."):
        line = f"<urn:ex:d> <http://www.w3.org/2000/01/rdf-schema#label> '{label}' ."
        file.write_text(line, encoding="utf-8")
        tertium.load(store, [file])
        assert [one.entity.iri for one in tertium.open(store).find(label.upper())] == ["urn:ex:d"]
    assert len(tertium.open(store).find("dora cafe")) == 1


def test_an_empty_folder_is_no_source(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    with pytest.raises(SourceUnavailableError, match="no file of a known syntax"):
        tertium.load(tmp_path / "store", [folder])
    assert not (tmp_path / "store" / "tertium.json").exists()


def test_nobody_asks_a_server_for_a_file_anonymously(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERTIUM_CONTACT", raising=False)
    with pytest.raises(NoContactError):
        tertium.load(tmp_path / "store", ["https://files.invalid/a.ttl"])


def test_a_file_on_the_web_is_loaded_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(TURTLE, encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with running(handler) as address:
        url = f"{address}/a.ttl"
        report = tertium.load(tmp_path / "store", [url])
    assert [file.name for file in report.files] == [url]
