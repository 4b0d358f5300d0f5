from pathlib import Path

import pytest
import rdflib

import tertium
from tertium.errors import BadFileError, SourceUnavailableError, UnknownFormatError


def test_a_folder_is_the_graph_of_its_files(file: Path) -> None:
    graph = tertium.open(file.parent)
    assert graph.info.sources == ("people.ttl",)
    assert graph.info.version == tertium.open(file).info.version


def test_a_folder_may_hold_other_files_too(file: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes", encoding="utf-8")
    (tmp_path / "people.ttl").write_bytes(file.read_bytes())
    assert tertium.open(tmp_path).info.sources == ("people.ttl",)


def test_an_rdflib_graph_goes_in_and_comes_out(file: Path, small: tertium.KnowledgeGraph) -> None:
    graph = rdflib.Graph().parse(file)
    opened = tertium.open(graph)
    assert opened.info.version == small.info.version
    assert opened.info.id == "rdflib"
    assert set(graph.predicates()) <= set(opened.to_rdflib().predicates())


def test_direct_triples_are_derived_so_that_a_plain_query_works(
    bundled: tertium.KnowledgeGraph,
) -> None:
    answer = bundled.query("SELECT ?i { ex:stalin tt:ideology ?i }")
    assert not isinstance(answer, bool)
    assert "https://w3id.org/tertium/id/stalinism" in str(answer)


def test_several_sources_make_one_graph(file: Path) -> None:
    both = tertium.open("bundled", file)
    assert both.compare("Ada Lovelace", "Leon Trotsky").title == "Ada Lovelace vs. Leon Trotsky"
    assert both.info.id.startswith("bundled + ")


def test_what_cannot_be_read_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError, match="nowhere"):
        tertium.open("nowhere.ttl")
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix ex: <urn:x:> .\nex:a ex:b ex:c ,\n", encoding="utf-8")
    with pytest.raises(BadFileError, match=r"broken.ttl:\d"):
        tertium.open(broken)
    strange = tmp_path / "page.odt"
    strange.write_text("", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match="page"):
        tertium.open(strange)
