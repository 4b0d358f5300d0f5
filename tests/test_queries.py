import re
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import Dataset
from rdflib.plugins.sparql.algebra import translateQuery, traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

from tertium.model.terms import Literal
from tertium.queries.answers import write_answer
from tertium.queries.catalogue import Query, bundled_catalogue
from tertium.queries.parameters import ParameterKind
from tertium.queries.tokens import Kind, tokens
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.conftest import Golden
from tests.queries.builders import fixture, shape

FIXTURE = Path(__file__).parent / "fixtures" / "graph.ttl"
QUERIES = tuple(bundled_catalogue().values())

NASTY: dict[ParameterKind, str | Literal] = {
    ParameterKind.IRI: "https://example.org/a(b)/'VALUES';?x=#y",
    ParameterKind.PROPERTY: "urn:p",
    ParameterKind.TEXT: '"} # \\u0022 \n VALUES ?x {',
    ParameterKind.LANGUAGE: "de-AT",
    ParameterKind.TERM: Literal('\\\\u005c" } UNION {'),
}

COUNTS = tuple(query for query in QUERIES if query.name.startswith("statistics/"))
every_query = pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])


@pytest.fixture(scope="module")
def oxigraph() -> OxigraphStore:
    return fixture(FIXTURE.name)


@pytest.fixture(scope="module")
def rdflib_store() -> RdflibStore:
    graph = Dataset(default_union=True)
    graph.default_context.parse(FIXTURE)
    return RdflibStore(graph)


@pytest.fixture(scope="module")
def derived() -> OxigraphStore:
    loaded = fixture(FIXTURE.name)
    loaded.derive(bundled_catalogue()["derive/direct-triples"].text)
    return loaded


@every_query
def test_a_file_has_a_header(query: Query) -> None:
    assert query.summary.endswith(".")
    assert query.returns
    assert query.text.startswith("#+ summary: ")


@every_query
def test_a_query_declares_its_prefixes_and_projects_what_its_header_says(query: Query) -> None:
    algebra = translateQuery(parseQuery(query.text), initNs={}).algebra
    match algebra.name:
        case "SelectQuery":
            assert tuple(map(str, algebra.PV)) == query.returns
        case "AskQuery":
            assert query.returns == ("boolean",)
        case _:
            assert query.returns == ("triples",)


@every_query
def test_a_table_is_ordered_by_all_of_its_columns(query: Query) -> None:
    algebra = translateQuery(parseQuery(query.text)).algebra
    if algebra.name == "SelectQuery":
        assert set(query.returns) <= ordering(algebra)


@every_query
def test_values_come_first_in_their_group_or_before_the_filter_they_serve(query: Query) -> None:
    pieces = [token.text for token in tokens(query.text) if token.kind is not Kind.COMMENT]
    for place, (before, text) in enumerate(pairwise(pieces)):
        if text == "VALUES" and before not in {"{", "}"}:
            assert pieces[pieces.index("}", place) + 1] == "FILTER"


@every_query
def test_no_value_leaves_its_block(query: Query) -> None:
    values = {p.name: [tuple(NASTY[kind] for kind in p.kinds)] for p in query.params}
    assert shape(query.bind(**values)) == shape(query.text)


@every_query
def test_the_default_answer_is_the_golden_one_in_both_engines(
    query: Query, oxigraph: OxigraphStore, rdflib_store: RdflibStore, golden: Golden
) -> None:
    if not query.name.startswith("statistics/"):
        answer = written(oxigraph, query)
        golden(f"queries/{query.name}.tsv", answer)
        assert written(rdflib_store, query) == answer


@pytest.mark.parametrize("query", COUNTS, ids=[query.name for query in COUNTS])
def test_statistics_of_direct_triples_are_the_golden_ones_in_both_engines(
    query: Query, derived: OxigraphStore, golden: Golden
) -> None:
    answer = written(derived, query)
    golden(f"queries/{query.name}.tsv", answer)
    assert written(RdflibStore(to_graph(derived)), query) == answer


@every_query
def test_rebinding_the_default_changes_nothing(query: Query, oxigraph: OxigraphStore) -> None:
    assert oxigraph.query(query.bind()) == oxigraph.query(query.text)


def written(store: GraphStore, query: Query) -> str:
    head, *rows = write_answer(store.query(query.text), "tsv").splitlines(keepends=True)
    if not any("_:" in row for row in rows):
        return "".join((head, *rows))
    return "".join((head, *sorted(re.sub(r"_:\w+", "_:", row) for row in rows)))  # labels differ


def ordering(algebra: CompValue) -> set[str]:
    names: set[str] = set()

    def visit(node: object) -> None:
        if isinstance(node, CompValue) and node.name == "OrderCondition":
            traverse(node, visitPost=collect)

    def collect(leaf: object) -> None:
        if isinstance(leaf, Variable):
            names.add(str(leaf))

    traverse(algebra, visitPre=visit)
    return names
