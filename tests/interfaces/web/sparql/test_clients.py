"""Programs that others wrote, against a running server."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from rdflib import Graph, URIRef, Variable
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from tests.interfaces.web.sparql.serving import settings, site
from tests.interfaces.web.sparql.test_querying import NAMES, TYPES

EX = "http://example.org/"
TABLES: Mapping[str, str] = {JSON: "bindings", XML: "Alice", CSV: "Alice", TSV: "Alice"}


def wrapper(address: str, query: str, form: str) -> SPARQLWrapper:
    asking = SPARQLWrapper(f"{address}/sparql")
    asking.setQuery(query)
    asking.setReturnFormat(form)
    return asking


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_tables(address: str, form: str, method: str) -> None:
    asking = wrapper(address, NAMES, form)
    asking.setMethod(method)
    result = asking.query()
    told = result.response.read().decode() if form == XML else str(result.convert())
    assert TABLES[form] in told


@pytest.mark.parametrize(
    ("form", "syntax"),
    [(TURTLE, "turtle"), (RDFXML, "xml"), (XML, "xml"), (N3, "n3")],
)
def test_sparqlwrapper_reads_graphs(address: str, form: str, syntax: str) -> None:
    body = wrapper(address, TYPES, form).query().response.read()
    assert len(Graph().parse(data=body, format=syntax)) == 2


def test_sparqlwrapper_gets_json_ld(address: str) -> None:
    body = wrapper(address, TYPES, JSONLD).query().response.read()
    assert {node["@id"] for node in json.loads(body)} == {f"{EX}alice", f"{EX}bob"}


def test_sparqlwrapper_names_graphs(address: str) -> None:
    asking = wrapper(address, NAMES, JSON)
    asking.addDefaultGraph(f"{EX}one")
    told = str(asking.queryAndConvert())
    assert "Alice" in told
    assert "Bob" not in told


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json"])
def test_rdflib_reads_the_store(address: str, method: str, form: str) -> None:
    store = SPARQLStore(f"{address}/sparql", method=method, returnFormat=form)
    graph = Graph(store)
    names = {str(row[Variable("name")]) for row in graph.query(NAMES).bindings}
    assert names == {"Alice", '=1+1,"Bob"'}
    assert (URIRef(f"{EX}alice"), None, None) in graph
    assert len(list(graph.triples((URIRef(f"{EX}bob"), None, None)))) == 2


def test_rdflib_reads_graphs_by_name(address: str) -> None:
    one = Graph(SPARQLStore(f"{address}/sparql"), URIRef(f"{EX}one"))
    assert len(list(one.triples((None, None, None)))) == 2


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
@pytest.mark.parametrize(
    "options",
    [
        ["--get", "--data-urlencode", f"query={NAMES}"],
        ["--data-urlencode", f"query={NAMES}"],
        ["--data-binary", NAMES, "-H", "Content-Type: application/sparql-query"],
        ["--http1.0", "--data-urlencode", f"query={NAMES}"],
        ["-H", "Transfer-Encoding: chunked", "--data-urlencode", f"query={NAMES}"],
    ],
)
def test_curl_asks(address: str, options: list[str]) -> None:
    command = ["curl", "-sS", "--fail", *options, f"{address}/sparql"]
    told = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout
    assert len(json.loads(told)["results"]["bindings"]) == 2


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
def test_curl_gets_a_description_and_a_graph(address: str) -> None:
    for target, word in (("/sparql", "sd:Service"), (f"/graphs?graph={EX}one", "Alice")):
        command = ["curl", "-sS", "--fail", f"{address}{target}"]
        told = subprocess.run(command, capture_output=True, check=True, timeout=30, text=True)
        assert word in told.stdout


def test_who_hangs_up_frees_a_worker(people: Path) -> None:
    alone = replace(settings(people), workers=1)
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with site(alone) as url, httpx.Client(base_url=url, timeout=30) as client:
        client.get("/sparql", params={"query": "ASK {}"}).raise_for_status()
        with pytest.raises(httpx.ReadTimeout):
            client.get("/sparql", params={"query": endless}, timeout=0.5)
        answer = client.get("/sparql", params={"query": "ASK {}"}, timeout=6)
    assert answer.json()["boolean"] is True
