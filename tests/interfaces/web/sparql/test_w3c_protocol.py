"""The W3C's tests of the SPARQL 1.1 Protocol against a running server."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import httpx
import pyoxigraph as ox
import pytest

from tertium.store.terms import Node
from tests.interfaces.web.sparql.serving import SESAME, kept, settings, site
from tests.interfaces.web.sparql.suite import Manifest, unpacked

DATA = "http://kasei.us/2009/09/sparql/data"
NUMBER = 34
TABLES = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv")
FORMATS: Mapping[str, tuple[str, ...]] = {
    "boolean": TABLES[:2],
    "tabular": TABLES,
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


@dataclass(frozen=True)
class Exchange:
    """A request of a test, and what the answer must be."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    statuses: tuple[int, ...]
    format: str
    truth: str


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return Manifest.read(unpacked(tmp_path_factory.mktemp("w3c")) / "protocol" / "manifest.ttl")


@pytest.fixture(scope="module")
def server(manifest: Manifest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("protocol")
    quads = (
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(f"{DATA}/data{number}.rdf"))
        for number in (1, 2, 3)
        for t in ox.parse(path=str(manifest.path.parent / f"data{number}.nt"))
    )
    file = folder / "data.nq"
    ox.serialize(quads, str(file), format=ox.RdfFormat.N_QUADS)
    with (
        site(settings(kept(folder, file), token=SESAME)) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client


def test_every_test_of_the_protocol_passes(manifest: Manifest, server: httpx.Client) -> None:
    tests = list(manifest.entries())
    failed = {str(test): told for test in tests if (told := faults(manifest, test, server))}
    assert len(tests) == NUMBER
    assert failed == {}


def faults(manifest: Manifest, test: ox.NamedNode | ox.BlankNode, server: httpx.Client) -> str:
    """Return what is wrong with the answers; nothing where all is right."""
    for one in exchanges(manifest, test):
        path = one.path.removeprefix("/sparql/")
        token = {"Authorization": f"Bearer {SESAME}"}
        answer = server.request(
            one.method, f"/sparql/{path}", headers={**token, **one.headers}, content=one.body
        )
        if answer.status_code // 100 not in one.statuses:
            return f"{answer.status_code}: {answer.text}"
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if one.format and kind not in FORMATS[one.format]:
            return f"{kind} is not {one.format}"
        if one.truth and json.loads(answer.text)["boolean"] != (one.truth == "true"):
            return answer.text
    return ""


def exchanges(manifest: Manifest, test: Node) -> Iterator[Exchange]:
    (action,) = manifest.all(test, "mf:action")
    (requests,) = manifest.all(action, "ht:requests")
    for request in manifest.items(requests):
        (response,) = manifest.all(request, "ht:resp")
        statuses = manifest.all(response, "mf:expectedStatus")
        yield Exchange(
            method=manifest.text(request, "ht:methodName"),
            path=manifest.text(request, "ht:absolutePath"),
            headers=headers(manifest, request),
            body=body(manifest, request),
            statuses=tuple(int(str(status)[-4]) for status in statuses),
            format=manifest.text(response, "mf:expectedFormat"),
            truth=manifest.text(response, "mf:expectedBoolean"),
        )


def headers(manifest: Manifest, request: Node) -> Mapping[str, str]:
    listed = manifest.all(request, "ht:headers")
    return {
        manifest.text(node, "ht:fieldName"): manifest.text(node, "ht:fieldValue")
        for one in listed
        for node in manifest.items(one)
    }


def body(manifest: Manifest, request: Node) -> bytes:
    found = manifest.all(request, "ht:body")
    if not found:
        return b""
    encoding = manifest.text(found[0], "cnt:characterEncoding")
    return manifest.text(found[0], "cnt:chars").encode(encoding)
