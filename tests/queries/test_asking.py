from dataclasses import replace

import pytest
from rdflib import Graph

from tertium.model.narrative import Claim, ClaimKind, Narrative, Section, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.queries.asking import asked, attested, is_claim, marks
from tertium.queries.catalogue import Catalogue
from tertium.queries.prefixes import PREFIXES
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, ask
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, fixture, graph, item, place, tt

PARTS = ("subject", "predicate", "object")
UNRECORDED = ((ex("trotsky"), tt("award")), (ex("stalin"), tt("wrote")))


ENTITIES = {
    "graph.ttl": (ex("stalin"), ex("trotsky"), ex("caesar")),
    "wikibase.ttl": tuple(item(9_000_000 + number) for number in (1, 2, 3, 8)),
    "plain.ttl": tuple(map(place, ("alder", "birch", "cedar"))),
}


@pytest.fixture(params=ENTITIES)
def graph_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def whole(graph_name: str) -> OxigraphStore:
    return fixture(graph_name)


@pytest.fixture
def statements(
    graph_name: str, whole: OxigraphStore, catalogue: Catalogue
) -> tuple[Statement, ...]:
    return Reader(whole, catalogue).statements(ENTITIES[graph_name])


def claim_of(*statements: Statement, silent: bool) -> Claim:
    return Claim(
        kind=ClaimKind.STATED, statements=statements, unrecorded=UNRECORDED if silent else ()
    )


def alone(whole: OxigraphStore, *statements: Statement) -> OxigraphStore:
    """Return what states them, and all that is said of their nodes."""
    store = OxigraphStore()
    for one in statements:
        store.add(one.triples)
        store.add((one.iri, predicate, term) for predicate, term in whole.arcs(one.iri))
    return store


def texts(claim: Claim, catalogue: Catalogue) -> list[str]:
    return [one.ask for one in asked(claim, catalogue)]


def holds(store: GraphStore, claim: Claim, catalogue: Catalogue) -> bool:
    return all(ask(store, text) for text in texts(claim, catalogue))


def engines(store: OxigraphStore) -> tuple[GraphStore, GraphStore]:
    return store, RdflibStore(to_graph(store))


@pytest.mark.parametrize("silent", [False, True])
def test_a_claim_is_true_of_the_graph_and_of_its_statements_alone(
    *, whole: OxigraphStore, catalogue: Catalogue, statements: tuple[Statement, ...], silent: bool
) -> None:
    claim = claim_of(*statements, silent=silent)
    for engine in (*engines(whole), *engines(alone(whole, *statements))):
        assert holds(engine, claim, catalogue)


@pytest.mark.parametrize("silent", [False, True])
def test_a_claim_is_false_when_any_statement_is_taken_away(
    *, whole: OxigraphStore, catalogue: Catalogue, statements: tuple[Statement, ...], silent: bool
) -> None:
    claim = claim_of(*statements, silent=silent)
    for gone in statements:
        rest = alone(whole, *(statement for statement in statements if statement is not gone))
        assert not holds(rest, claim, catalogue)


@pytest.mark.parametrize(
    ("turtle", "truth"),
    [
        ("s:new rdf:subject ex:stalin ; rdf:predicate tt:wrote ; rdf:object ex:x .", False),
        ("s:new rdf:subject ex:stalin ; rdf:predicate tt:wrote ; rdf:object tt:noValue .", False),
        ("s:new rdf:subject ex:lenin ; rdf:predicate tt:wrote ; rdf:object ex:x .", True),
        (
            "s:new rdf:subject ex:stalin ; rdf:predicate tt:wrote ; tt:rank tt:deprecated .",
            True,
        ),
    ],
)
def test_a_silence_ends_when_something_is_recorded(
    *,
    whole: OxigraphStore,
    catalogue: Catalogue,
    statements: tuple[Statement, ...],
    turtle: str,
    truth: bool,
) -> None:
    claim = claim_of(*statements, silent=True)
    more = alone(whole, *statements)
    more.extend(graph(turtle))
    assert [holds(engine, claim, catalogue) for engine in engines(more)] == [truth, truth]


def test_only_our_own_questions_are_claims(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    for text in texts(claim_of(*statements, silent=True), catalogue):
        assert is_claim(text, catalogue)
        assert not is_claim(text.replace("FILTER NOT EXISTS", "FILTER EXISTS", 1), catalogue)
    assert not is_claim("ASK {}", catalogue)


def test_an_empty_graph_bears_nothing_out(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    claim = claim_of(*statements, silent=False)
    assert not holds(RdflibStore(Graph()), claim, catalogue)


def test_every_claim_of_a_narrative_is_written_as_a_question(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    claim = claim_of(statements[0], silent=False)
    sentences = (Sentence(text="So it is.", claims=(claim,)),)
    section = Section(statements[0].predicate.facet, sentences)
    told = Narrative(summary=sentences, sections=(section,), relations=sentences)
    written = attested(told, catalogue)
    asks = [c.ask for s in (*written.sentences, *written.relations) for c in s.claims]
    assert asks == [*texts(claim, catalogue)] * 3


@pytest.mark.parametrize(
    ("turtle", "truth"),
    [
        ("wd:Q2 wdt:P166 wd:Q3 .", True),
        ("wd:Q1 wdt:P166 wd:Q3 .", False),
        ("wd:Q1 wdt:P166 [] .", False),
        ("wd:Q1 wdt:P39 wd:Q3 .", True),
    ],
)
def test_a_silence_on_a_property_of_a_wikibase_ends_with_a_direct_triple(
    *, catalogue: Catalogue, turtle: str, truth: bool
) -> None:
    few = graph("wd:Q1 wdt:P31 wd:Q5 .")
    (stated,) = Reader(few, catalogue).statements([item(1)])
    unrecorded = ((item(1), Iri(PREFIXES["wd"] + "P166")),)
    claim = Claim(kind=ClaimKind.STATED, statements=(stated,), unrecorded=unrecorded)
    more = alone(few, stated)
    more.extend(graph(turtle))
    assert [holds(one, claim, catalogue) for one in engines(more)] == [truth, truth]


def test_two_parts_of_a_node_stand_together_or_not_at_all(catalogue: Catalogue) -> None:
    turtle = "ex:a ex:p [ ex:value 5 ; ex:year 1900 ] ."
    (stated,) = Reader(graph(turtle), catalogue).statements([ex("a")])
    claim = claim_of(stated, silent=False)
    apart = graph("ex:a ex:p [ ex:value 5 ; ex:year 1950 ] , [ ex:value 6 ; ex:year 1900 ] .")
    assert [holds(one, claim, catalogue) for one in (*engines(graph(turtle)), *engines(apart))] == [
        *(True, True),
        *(False, False),
    ]


@pytest.mark.parametrize(
    ("turtle", "truth"),
    [
        ("ex:f ex:child ex:c .", True),
        ("ex:f ex:child ex:b .", False),
        ("s:1 rdf:subject ex:f ; rdf:predicate ex:child ; rdf:object ex:b .", False),
        ("s:1 rdf:object ex:b ; rdf:predicate ex:child ; tt:rank tt:deprecated .", True),
    ],
)
def test_a_silence_ends_when_others_state_the_inverse(
    *, catalogue: Catalogue, turtle: str, truth: bool
) -> None:
    few = graph("ex:a ex:father ex:f .")
    (stated,) = Reader(few, catalogue).statements([ex("a")])
    claim = Claim(
        kind=ClaimKind.STATED,
        statements=(stated,),
        unrecorded=((ex("b"), ex("father")),),
        unsaid=((ex("b"), ex("child")),),
    )
    more = alone(few, stated)
    more.extend(graph(turtle))
    assert [holds(one, claim, catalogue) for one in engines(more)] == [truth, truth]
    assert all(is_claim(text, catalogue) for text in texts(claim, catalogue))


def test_what_a_nameless_node_states_and_a_silence_are_asked_apart(catalogue: Catalogue) -> None:
    few = graph("ex:a ex:p [ ex:value 5 ; ex:year 1900 ] .")
    (stated,) = Reader(few, catalogue).statements([ex("a")])
    claims = asked(replace(claim_of(stated, silent=True), unsaid=UNRECORDED), catalogue)
    assert [one.statements for one in claims] == [(), (), (stated,)]
    assert all(ask(few, one.ask) for one in claims)
    assert marks(stated, catalogue)[0] in claims[-1].ask
