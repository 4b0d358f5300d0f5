from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import Graph

from tertium.errors import BadParameterError
from tertium.model.pattern import (
    Branch,
    Constant,
    Edge,
    Measured,
    Nested,
    Pattern,
    Range,
    Recorded,
)
from tertium.model.terms import XSD, BlankNode, Iri, Literal
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.patterning import PatternWriter
from tertium.queries.prefixes import PREFIXES
from tertium.queries.reading.columns import iris_in
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, select
from tertium.store.rdflib_graph import RdflibStore

EX = PREFIXES["ex"]
DATA = """
@prefix ex: <https://w3id.org/tertium/id/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:a ex:born "1870-04-22"^^xsd:date ; ex:in ex:gori ; ex:height 1.63 ; ex:name "A"@en .
ex:b ex:born "1879"^^xsd:gYear ; ex:in ex:odessa ; ex:height 1.8 ; ex:name "say \\"B\\""@en .
ex:c ex:born "1880-01-01T00:00:00Z"^^xsd:dateTime ; ex:in ex:rome ; ex:height 1.9e0 .
ex:d ex:born "-0043-03-15"^^xsd:date .
ex:gori ex:of ex:empire . ex:odessa ex:of ex:empire . ex:film ex:cast ex:a , ex:c .
"""


def edge(name: str, *, inverse: bool = False) -> Edge:
    return Edge(Iri(EX + name), inverse)


def constant(name: str, term: str | Literal, *, inverse: bool = False) -> Branch:
    value = term if isinstance(term, Literal) else Iri(EX + term)
    return Branch(edge(name, inverse=inverse), Constant(value))


def bounds(
    name: str, measured: Measured, low: str = "", high: str = "", *, strict: bool = False
) -> Branch:
    low_, high_ = (Decimal(text) if text else None for text in (low, high))
    return Branch(edge(name), Range(measured=measured, low=low_, high=high_, strict=strict))


WRITER = PatternWriter(bundled_catalogue()["patterns/fitting"], lambda iri: iri.removeprefix(EX))
CASES: tuple[tuple[str, Branch, str], ...] = (
    ("constant", constant("in", "gori"), "a"),
    ("text", constant("name", Literal('say "B"', Iri(PREFIXES["rdf"] + "langString"), "en")), "b"),
    ("date", constant("born", Literal("1880-01-01T00:00:00Z", Iri(XSD + "dateTime"))), "c"),
    ("year", constant("born", Literal("1879", Iri(XSD + "gYear"))), "b"),
    ("number", constant("height", Literal("1.80", Iri(XSD + "decimal"))), "b"),
    ("inverse", constant("cast", "film", inverse=True), "ac"),
    ("nested", Branch(edge("in"), Nested((constant("of", "empire"),))), "ab"),
    ("recorded", Branch(edge("in"), Recorded()), "abc"),
    ("years", bounds("born", Measured.YEAR, "1870", "1879"), "ab"),
    ("before", bounds("born", Measured.YEAR, "", "1879", strict=True), "a"),
    ("after", bounds("born", Measured.YEAR, "1870", strict=True), "bc"),
    ("numbers", bounds("height", Measured.NUMBER, "1.63", "1.80"), "ab"),
    ("more", bounds("height", Measured.NUMBER, "1.63", strict=True), "bc"),
    ("less", bounds("height", Measured.NUMBER, "", "1.8", strict=True), "a"),
)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def store(request: pytest.FixtureRequest) -> GraphStore:
    graph = Graph().parse(data=DATA, format="turtle")
    if request.param == "rdflib":
        return RdflibStore(graph)
    loaded = OxigraphStore()
    loaded.engine.load(graph.serialize(format="nt").encode(), format=ox.RdfFormat.N_TRIPLES)
    return loaded


def fitting(store: GraphStore, sparql: str) -> str:
    return "".join(iri.removeprefix(EX) for iri in iris_in(select(store, sparql), "entity"))


@pytest.mark.parametrize(("branch", "who"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_pattern_finds_what_fits_it_in_both_engines(
    branch: Branch, who: str, store: GraphStore
) -> None:
    assert fitting(store, WRITER.written(Pattern((branch,)))) == who


def test_several_branches_must_all_fit(store: GraphStore) -> None:
    pattern = Pattern((CASES[6][1], CASES[5][1]))
    assert fitting(store, WRITER.written(pattern, title="both\n} of them")) == "a"


def test_only_some_things_may_be_asked_about_or_so_many_returned(store: GraphStore) -> None:
    pattern = Pattern((CASES[7][1],))
    some = (Iri(EX + "b"), Iri(EX + "nobody"))
    assert fitting(store, WRITER.written(pattern, among=some)) == "b"
    assert fitting(store, WRITER.written(pattern, limit=2)) == "ab"
    assert len(fitting(store, WRITER.extent(pattern, limit=2))) == 2


def test_the_text_can_be_read() -> None:
    two = Nested((constant("of", "empire"),))
    pattern = Pattern((Branch(edge("born-in"), two), Branch(edge("born-in"), Recorded())))
    assert WRITER.written(pattern, title="What A and B share").splitlines() == [
        "# What A and B share",
        "PREFIX ex: <https://w3id.org/tertium/id/>",
        "SELECT DISTINCT ?entity WHERE {",
        "  ?entity <https://w3id.org/tertium/id/born-in> ?born_in .  # born-in: something with",
        "    ?born_in ex:of ex:empire .  # of: empire",
        "  FILTER EXISTS {",
        "    ?entity <https://w3id.org/tertium/id/born-in> ?born_in_2 .  # born-in: recorded",
        "  }",
        "}",
        "ORDER BY ?entity",
    ]


@pytest.mark.parametrize(
    ("label", "variable"),
    [("1st rank", "?value_1st_rank"), ("entity", "?value_entity"), ("生", "?value")],
)
def test_a_variable_is_named_after_its_property(label: str, variable: str) -> None:
    writer = PatternWriter(WRITER.frame, lambda _: label)
    assert f" {variable} ." in writer.written(Pattern((Branch(edge("p"), Recorded()),)))


def test_no_two_variables_have_one_name() -> None:
    writer = PatternWriter(WRITER.frame, lambda iri: iri.removeprefix(EX).replace("-", " "))
    pattern = Pattern(tuple(Branch(edge(name), Recorded()) for name in ("p-2", "p", "p", "p")))
    text = writer.written(pattern)
    assert [name for name in ("?p .", "?p_2 .", "?p_3 .", "?p_4 .") if text.count(name) == 1] == [
        "?p .",
        "?p_2 .",
        "?p_3 .",
        "?p_4 .",
    ]


def test_no_label_leaves_its_comment(store: GraphStore) -> None:
    writer = PatternWriter(WRITER.frame, lambda _: 'a\n} # \\u0022 """ <x> \r ?y ' + "z" * 200)
    text = writer.written(Pattern((CASES[0][1], CASES[8][1])), title='\n"""} SELECT')
    assert fitting(store, text) == "a"
    assert max(map(len, text.splitlines())) < 200


def test_a_nameless_node_cannot_be_asked_for() -> None:
    with pytest.raises(BadParameterError):
        WRITER.written(Pattern((Branch(edge("p"), Constant(BlankNode("b"))),)))


def test_bounds_are_told() -> None:
    told = [
        WRITER.written(Pattern((CASES[number][1],))).partition("# ")[2].partition("\n")[0]
        for number in range(8, 14)
    ]
    assert told == [
        "born: 1870 to 1879",
        "born: less than 1879",
        "born: more than 1870",
        "height: 1.63 to 1.8",
        "height: more than 1.63",
        "height: less than 1.8",
    ]
    same = bounds("height", Measured.NUMBER, "5", "5")
    assert "# height: 5\n" in WRITER.written(Pattern((same,)))


def test_a_date_is_written_with_its_datatype() -> None:
    date = Literal("1870-04-22", Iri(XSD + "date"))
    text = WRITER.written(Pattern((constant("born", date),)))
    assert '"1870-04-22"^^<http://www.w3.org/2001/XMLSchema#date>' in text
