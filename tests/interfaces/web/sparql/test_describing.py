import json
from collections.abc import Mapping

import httpx
import pyoxigraph as ox
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SH, VOID

from tests.interfaces.web.sparql.conftest import PUBLISHED

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
SCHEMA = Namespace("https://schema.org/")
SYNTAXES: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def said(client: httpx.Client) -> Graph:
    return Graph().parse(data=client.get("/sparql").text, format="turtle")


@pytest.fixture(scope="module")
def me(client: httpx.Client) -> URIRef:
    return URIRef(f"{client.base_url}/sparql".replace("//sparql", "/sparql"))


def number(client: httpx.Client, query: str) -> int:
    """Return the number that a query of one row and one column answers."""
    answer = client.get("/sparql", params={"query": query}).json()
    (row,) = answer["results"]["bindings"]
    return int(row["n"]["value"])


@pytest.mark.parametrize("accept", SYNTAXES)
def test_the_endpoint_describes_itself_in_every_syntax(
    client: httpx.Client, said: Graph, accept: str
) -> None:
    response = client.get("/sparql", headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == accept
    parsed = ox.parse(response.content, format=SYNTAXES[accept])
    assert len({str(quad.triple) for quad in parsed}) == len(said)


def test_it_says_where_it_is_and_what_it_can(said: Graph, me: URIRef) -> None:
    assert (me, SD.endpoint, me) in said
    assert set(said.objects(me, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert set(said.objects(me, SD.feature)) == {SD.UnionDefaultGraph}
    formats = {str(one).rpartition("/")[2] for one in said.objects(me, SD.resultFormat)}
    assert {"SPARQL_Results_JSON", "SPARQL_Results_CSV", "Turtle", "JSON-LD"} <= formats


def test_what_it_says_fits_the_vocabulary(said: Graph, me: URIRef) -> None:
    (dataset,) = said.objects(me, SD.defaultDataset)
    (graph,) = said.objects(dataset, SD.defaultGraph)
    assert (me, RDF.type, SD.Service) in said
    assert (dataset, RDF.type, SD.Dataset) in said
    assert (graph, RDF.type, SD.Graph) in said
    for named in said.objects(dataset, SD.namedGraph):
        assert (named, RDF.type, SD.NamedGraph) in said
        assert said.value(named, SD["name"]) is not None


def test_the_graph_is_counted_as_its_endpoint_counts(client: httpx.Client, said: Graph) -> None:
    (dataset,) = said.subjects(RDF.type, VOID.Dataset)
    counted = {
        VOID.triples: "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
        VOID.classes: "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
        VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
    }
    told = {term: int(str(said.value(dataset, term))) for term in counted}
    assert told == {term: number(client, query) for term, query in counted.items()}


def test_each_property_class_and_graph_is_counted(client: httpx.Client, said: Graph) -> None:
    properties = {
        str(said.value(part, VOID.property)): int(str(said.value(part, VOID.triples)))
        for part in said.objects(None, VOID.propertyPartition)
    }
    classes = {
        str(said.value(part, VOID["class"])): int(str(said.value(part, VOID.entities)))
        for part in said.objects(None, VOID.classPartition)
    }
    graphs = {
        str(said.value(named, SD["name"])): said.value(said.value(named, SD.graph), VOID.triples)
        for named in said.objects(None, SD.namedGraph)
    }
    name, person = "http://example.org/name", "http://example.org/Person"
    assert properties[name] == number(client, f"SELECT (COUNT(*) AS ?n) {{ ?s <{name}> ?o }}")
    assert classes[person] == number(client, f"SELECT (COUNT(*) AS ?n) {{ ?s a <{person}> }}")
    assert {"http://example.org/one", "http://example.org/two"} <= graphs.keys()
    assert int(str(graphs["http://example.org/one"])) == 2


def test_the_saved_queries_are_offered_as_examples(
    client: httpx.Client, said: Graph, me: URIRef
) -> None:
    shown = set(said.subjects(RDF.type, SH.SPARQLExecutable))
    assert len(shown) > 10
    for example in shown:
        assert said.value(example, SCHEMA.target) == me
        query = str(said.value(example, SH.select))
        assert client.get("/sparql", params={"query": query}).status_code == httpx.codes.OK


def test_the_limits_are_told_where_a_truncated_answer_points(said: Graph, me: URIRef) -> None:
    assert "10,000 rows" in str(said.value(URIRef(f"{me}#limits"), RDFS.comment))


def test_the_graph_alone_is_described_where_it_is_looked_for(
    client: httpx.Client, said: Graph
) -> None:
    response = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=response.text, format="turtle")
    assert set(graph) < set(said)
    assert (None, RDF.type, VOID.Dataset) in graph
    assert (None, RDF.type, SD.Service) not in graph


def test_who_has_a_description_already_is_told_so(client: httpx.Client) -> None:
    tag = client.get("/sparql", headers={"Accept": "text/turtle"}).headers["etag"]
    again = client.get("/sparql", headers={"Accept": "text/turtle", "If-None-Match": tag})
    assert again.status_code == httpx.codes.NOT_MODIFIED


def test_a_description_has_no_table(client: httpx.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/csv"})
    assert response.status_code == httpx.codes.NOT_ACCEPTABLE
    assert "text/turtle" in json.dumps(response.json())


def test_whatever_is_described_has_an_address(client: httpx.Client) -> None:
    body = client.get("/sparql", headers={"Accept": "application/n-triples"}).content
    quads = list(ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in quads)


def test_a_server_behind_another_is_described_as_the_world_sees_it(
    published: httpx.Client,
) -> None:
    text = published.get("/sparql").text
    assert f"<{PUBLISHED}/sparql> a sd:Service" in text
    assert "127.0.0.1" not in text
