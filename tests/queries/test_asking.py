import pytest
from rdflib import Graph

from tertium.model.narrative import Claim, ClaimKind, Narrative, Section, Sentence
from tertium.model.statement import Statement
from tertium.queries.asking import ask_text, attested, is_claim
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, Triple, ask
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, graph, tt

PARTS = ("subject", "predicate", "object")
UNRECORDED = ((ex("trotsky"), tt("award")), (ex("stalin"), tt("wrote")))


@pytest.fixture
def statements(reader: Reader) -> tuple[Statement, ...]:
    described = reader.descriptions([ex("stalin"), ex("trotsky"), ex("caesar")])
    return tuple(statement for entity in described for statement in entity.statements)


def claim_of(*statements: Statement, silent: bool) -> Claim:
    return Claim(
        kind=ClaimKind.STATED, statements=statements, unrecorded=UNRECORDED if silent else ()
    )


def alone(*statements: Statement) -> OxigraphStore:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    triples: list[Triple] = []
    for s in statements:
        values = (s.subject, s.predicate.iri, s.term)
        triples += [
            (s.iri, type(s.iri)(rdf + part), v) for part, v in zip(PARTS, values, strict=True)
        ]
    store = OxigraphStore()
    store.add(triples)
    return store


def engines(store: OxigraphStore) -> tuple[GraphStore, GraphStore]:
    return store, RdflibStore(to_graph(store))


@pytest.mark.parametrize("silent", [False, True])
def test_a_claim_is_true_of_the_graph_and_of_its_statements_alone(
    *, store: OxigraphStore, catalogue: Catalogue, statements: tuple[Statement, ...], silent: bool
) -> None:
    text = ask_text(claim_of(*statements, silent=silent), catalogue)
    for engine in (*engines(store), *engines(alone(*statements))):
        assert ask(engine, text)


@pytest.mark.parametrize("silent", [False, True])
def test_a_claim_is_false_when_any_statement_is_taken_away(
    *, catalogue: Catalogue, statements: tuple[Statement, ...], silent: bool
) -> None:
    text = ask_text(claim_of(*statements, silent=silent), catalogue)
    for gone in statements:
        rest = alone(*(statement for statement in statements if statement is not gone))
        assert not ask(rest, text)


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
    *, catalogue: Catalogue, statements: tuple[Statement, ...], turtle: str, truth: bool
) -> None:
    text = ask_text(claim_of(*statements, silent=True), catalogue)
    more = alone(*statements)
    more.extend(graph(turtle))
    assert [ask(engine, text) for engine in engines(more)] == [truth, truth]


def test_only_our_own_questions_are_claims(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    text = ask_text(claim_of(*statements, silent=True), catalogue)
    assert is_claim(text, catalogue)
    assert not is_claim(text.replace("FILTER NOT EXISTS", "FILTER EXISTS", 1), catalogue)
    assert not is_claim("ASK {}", catalogue)


def test_an_empty_graph_bears_nothing_out(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    text = ask_text(claim_of(*statements, silent=False), catalogue)
    assert not ask(RdflibStore(Graph()), text)


def test_every_claim_of_a_narrative_is_written_as_a_question(
    catalogue: Catalogue, statements: tuple[Statement, ...]
) -> None:
    claim = claim_of(statements[0], silent=False)
    sentences = (Sentence(text="So it is.", claims=(claim,)),)
    section = Section(statements[0].predicate.facet, sentences)
    told = Narrative(summary=sentences, sections=(section,), relations=sentences)
    written = attested(told, catalogue)
    asks = [c.ask for s in (*written.sentences, *written.relations) for c in s.claims]
    assert asks == [ask_text(claim, catalogue)] * 3
