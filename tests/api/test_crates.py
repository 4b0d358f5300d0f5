import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pyoxigraph as ox
import pytest
from rocrate.rocrate import ROCrate

import tertium
from tertium.api import Page
from tertium.api.crates.evidence import evidence
from tertium.api.crates.metadata import ISSUED
from tertium.api.page_triples import read_page_rdf
from tertium.model.narrative import Narrative
from tertium.model.revision import Revision
from tertium.model.statement import Rank
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.model.values import Text
from tertium.model.verdict import Relation
from tertium.render import FORMATS
from tertium.resources import folder
from tests.render.builders import TT, A, B, cell, comparison, row, statement
from tests.render.hostility import hostile
from tests.render.pages import every_kind, pair

_P = Iri("urn:p")
_SAME = Iri("http://www.w3.org/2002/07/owl#sameAs")


@pytest.fixture(scope="module")
def page() -> Page:
    return tertium.open().compare("Joseph Stalin", "Leon Trotsky", rows=12)


@pytest.fixture(scope="module")
def files(page: Page) -> Mapping[str, str]:
    return _unpacked(page)


def _unpacked(page: Page) -> Mapping[str, str]:
    with ZipFile(BytesIO(page.to_crate())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _nodes(files: Mapping[str, str]) -> Mapping[str, Mapping[str, object]]:
    graph = json.loads(files["ro-crate-metadata.json"])["@graph"]
    return {one["@id"]: one for one in graph}


def _store(text: str) -> ox.Store:
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    return store


def test_the_same_page_is_the_same_bytes(page: Page) -> None:
    assert page.to_crate() == page.to_crate()


def test_the_page_is_there_in_every_format(page: Page, files: Mapping[str, str]) -> None:
    assert {page.render(name) for name in FORMATS} <= set(files.values())
    assert read_page_rdf(files["page.ttl"]) == files["page.json"]


def test_every_claim_holds_of_the_evidence_alone(page: Page, files: Mapping[str, str]) -> None:
    store = _store(files["evidence.ttl"])
    claims = [claim for one in page.narrative.sentences for claim in one.claims]
    assert claims
    assert [claim.ask for claim in claims if not store.query(claim.ask)] == []


def test_its_queries_are_there(page: Page, files: Mapping[str, str]) -> None:
    queries = [text for name, text in sorted(files.items()) if name.startswith("queries/")]
    told = page.queries
    assert queries == [*(query for _, query in told.differences), told.similarity]


def test_readers_of_ro_crates_find_all_files(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.zip").write_bytes(page.to_crate())
    crate = ROCrate(str(tmp_path / "page.zip"))
    assert crate.name == page.title
    listed = {entity.id for entity in crate.data_entities}
    assert listed == set(_unpacked(page)) - {"ro-crate-metadata.json"}


@pytest.mark.parametrize("made", [every_kind, hostile, pair])
def test_all_that_is_named_is_described_once(made: type) -> None:
    files = _unpacked(Page(*made()))
    graph = json.loads(files["ro-crate-metadata.json"])["@graph"]
    known = [one["@id"] for one in graph]
    assert len(set(known)) == len(known)
    root = _nodes(files)["./"]
    for key in ("license", "about", "citation", "hasPart"):
        named = root[key]
        assert isinstance(named, list)
        assert {one["@id"] for one in named} <= set(known)


def test_a_statement_is_there_as_the_graph_says_it() -> None:
    triples = ((BlankNode("n"), _P, Literal("x", language="de")), (_P, _P, _P))
    kept = replace(
        statement("s", Text("x"), (None, Text("q")), rank=Rank.PREFERRED, cited=()),
        triples=triples,
        subject_links=((_P, _SAME, A.iri),),
    )
    told = evidence(comparison(row("p", Relation.INCOMPLETE, cell(A, kept), cell(B))), Narrative())
    store = _store(told)
    found = {f"{one.predicate.value} {one.object}" for one in store}
    assert {f'{_P} "x"@de', f"{_P} <{_P}>", f"{_SAME} <{A.iri}>"} <= found
    assert f"{TT}rank <{TT}preferred>" in found
    assert not any("#subject " in one for one in found)


def test_no_iri_gets_out_of_its_brackets() -> None:
    told = evidence(*hostile())
    lines = [line for line in told.splitlines() if line.startswith("<")]
    assert all(line.count("<") == line.count(">") for line in lines if '"' not in line)
    assert "<script" not in "".join(part for line in lines for part in line.split('"')[::2])


def test_licences_of_the_sources_are_those_of_the_archive() -> None:
    nodes = _nodes(_unpacked(Page(*hostile())))
    names = [nodes[one["@id"]]["name"] for one in _listed(nodes["./"]["license"])]
    assert "{{ 7 * 7 }} {% raw %}" in names
    nodes = _nodes(_unpacked(Page(*pair())))
    assert _listed(nodes["./"]["license"]) == [{"@id": "#licence-not-stated"}]


def _listed(value: object) -> list[dict[str, str]]:
    return value if isinstance(value, list) else []


def test_the_day_is_that_of_the_newest_document_or_of_the_ontology() -> None:
    page = Page(*pair())
    assert _nodes(_unpacked(page))["./"]["datePublished"] == ISSUED
    ontology = (folder("ontology") / "classes.ttl").read_text(encoding="utf-8")
    assert f'dcterms:issued "{ISSUED}"' in ontology
    iri = Iri("urn:q")
    late = Revision(entity=iri, number=1, retrieved="2031-02-03T04:05:06Z", url=iri)
    graph = replace(page.comparison.graph, fetched=(late,))
    later = Page(replace(page.comparison, graph=graph), page.narrative)
    assert _nodes(_unpacked(later))["./"]["datePublished"] == "2031-02-03"
