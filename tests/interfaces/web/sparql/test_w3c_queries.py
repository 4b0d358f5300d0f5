"""The W3C's tests of SPARQL 1.1 queries and formats, by the engine and through the endpoint."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx
import pyoxigraph as ox
import pytest

from tertium.store.terms import Node
from tests.interfaces.web.sparql.results import (
    Table,
    same_graph,
    same_table,
    table_in,
    told_table,
)
from tests.interfaces.web.sparql.serving import kept, settings, site
from tests.interfaces.web.sparql.suite import Manifest, unpacked

FEWEST = 318 + 8
JSON = ox.QueryResultsFormat.JSON
TRIPLES = ox.RdfFormat.N_TRIPLES
RESULTS = {
    ".csv": ox.QueryResultsFormat.CSV,
    ".srj": JSON,
    ".srx": ox.QueryResultsFormat.XML,
    ".tsv": ox.QueryResultsFormat.TSV,
}
FORMATS = ("csv-tsv-res", "json-res")
EMPTY = "urn:empty"


@dataclass(frozen=True)
class Answer:
    """What was answered: a table, or triples."""

    table: Table | None = None
    triples: tuple[ox.Triple, ...] = ()


@dataclass(frozen=True)
class Case:
    """A query with its dataset and the file that has the answer; without one, it need be read."""

    name: str
    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    result: str = ""
    is_good: bool = True

    @property
    def text(self) -> str:
        """The query, with the base that its relative addresses have."""
        return f"BASE <{self.query}>\n{path_of(self.query).read_text('utf-8')}"

    @property
    def form(self) -> ox.QueryResultsFormat:
        """The format in which a table is wanted."""
        return RESULTS.get(path_of(self.result).suffix, JSON)

    @property
    def dataset(self) -> dict[str, Sequence[str]]:
        """The fields that name the graphs; a query may do so itself."""
        if re.search(r"\bFROM\b", self.text):
            return {}
        return {"default-graph-uri": self.default or (EMPTY,), "named-graph-uri": self.named}

    def passes(self, answer: Answer | None) -> bool:
        if answer is None or not self.is_good or not self.result:
            return (answer is not None) is self.is_good
        path = path_of(self.result)
        if path.suffix in RESULTS:
            expected = table_in(path.read_bytes(), RESULTS[path.suffix])
        else:
            triples = read(self.result)
            if answer.table is None:
                return same_graph(answer.triples, triples)
            expected = told_table(triples)
        return answer.table is not None and same_table(answer.table, expected)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(tmp_path_factory.mktemp("w3c"))


@pytest.fixture(scope="module")
def cases(folder: Path) -> tuple[Case, ...]:
    whole = Manifest.read(folder / "manifest-sparql11-query.ttl")
    (listed,) = whole.all(ox.NamedNode(whole.path.as_uri()), "mf:include")
    found = [path_of(str(node)[1:-1]) for node in whole.items(listed)]
    found += [folder / name / "manifest.ttl" for name in FORMATS]
    return tuple(case for path in found for case in read_cases(Manifest.read(path)))


@pytest.fixture(scope="module")
def server(
    cases: Sequence[Case], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A server with each file of the tests as a graph."""
    folder = tmp_path_factory.mktemp("queries")
    quads = (
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(iri))
        for iri in dict.fromkeys(iri for case in cases for iri in (*case.default, *case.named))
        for t in read(iri)
    )
    file = folder / "data.nq"
    ox.serialize(quads, str(file), format=ox.RdfFormat.N_QUADS)
    with (
        site(settings(kept(folder, file))) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client


def test_the_endpoint_passes_whatever_the_engine_passes(
    cases: Sequence[Case], server: httpx.Client
) -> None:
    alone = passed(cases, by_engine)
    over_http = passed(cases, lambda case: through(server, case))
    assert alone - over_http == set()
    assert len(over_http) >= FEWEST


def passed(cases: Sequence[Case], answer: Callable[[Case], Answer | None]) -> set[str]:
    return {case.name for case in cases if case.passes(answer(case))}


def by_engine(case: Case) -> Answer | None:
    store = ox.Store()
    for iri in case.default:
        store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in read(iri))
    for iri in case.named:
        graph = ox.NamedNode(iri)
        store.add_graph(graph)
        store.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in read(iri))
    try:
        found = store.query(case.text)
    except SyntaxError:
        return None
    except RuntimeError:  # it reads the query, and knows no such function
        return Answer()
    if isinstance(found, ox.QueryTriples):
        return Answer(triples=tuple(found))
    return Answer(table=table_in(found.serialize(format=case.form) or b"", case.form))


def through(server: httpx.Client, case: Case) -> Answer | None:
    accept = f"{case.form.media_type}, application/n-triples"
    response = server.post(
        "/sparql",
        params=case.dataset,
        content=case.text.encode(),
        headers={"Accept": accept, "Content-Type": "application/sparql-query"},
    )
    if response.status_code == httpx.codes.BAD_REQUEST:
        return Answer() if "function" in response.json()["detail"] else None
    response.raise_for_status()
    if response.headers["content-type"] == "application/n-triples":
        quads = ox.parse(response.content, format=TRIPLES)
        return Answer(triples=tuple(quad.triple for quad in quads))
    return Answer(table=table_in(response.content, case.form))


def read_cases(manifest: Manifest) -> Iterator[Case]:
    for test in manifest.entries():
        (kind,) = manifest.all(test, "rdf:type")
        (action,) = manifest.all(test, "mf:action")
        is_good = "Negative" not in str(kind)
        if isinstance(action, ox.NamedNode):
            yield Case(str(test), action.value, is_good=is_good)
            continue
        yield Case(
            str(test),
            manifest.text(action, "qt:query"),
            default=iris(manifest.all(action, "qt:data")),
            named=iris(manifest.all(action, "qt:graphData")),
            result=manifest.text(test, "mf:result"),
        )


def iris(nodes: Sequence[Node]) -> tuple[str, ...]:
    return tuple(node.value for node in nodes if isinstance(node, ox.NamedNode))


def path_of(iri: str) -> Path:
    return Path(unquote(urlsplit(iri).path))


def read(iri: str) -> tuple[ox.Triple, ...]:
    quads = ox.parse(path=str(path_of(iri)), base_iri=iri, rename_blank_nodes=True)
    return tuple(quad.triple for quad in quads)
