"""What the sentences of whole pages claim: true of their evidence alone, and of no part of it."""

from collections.abc import Iterable, Iterator

import pytest

import tertium
from tertium.api.page import Page
from tertium.model.narrative import Claim
from tertium.model.statement import Statement
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore, Triples, ask
from tertium.store.rdflib_graph import RdflibStore, to_graph

ABOUT = "CONSTRUCT {{ <{0}> ?p ?o }} WHERE {{ <{0}> ?p ?o }}"


@pytest.fixture(
    scope="module",
    params=[
        ("Joseph Stalin", "Leon Trotsky"),
        ("Vladimir Lenin", "Russian Social Democratic Labour Party"),
        ("Joseph Stalin", "Leon Trotsky", "Vladimir Lenin", "Nikolai Bukharin"),
    ],
    ids=["people", "kinds", "many"],
)
def page(request: pytest.FixtureRequest, bundled: tertium.KnowledgeGraph) -> Page:
    return bundled.compare(*request.param)


def claims(page: Page) -> Iterator[Claim]:
    told = page.narrative
    return (one for s in (*told.sentences, *told.relations) for one in s.claims)


def alone(graph: tertium.KnowledgeGraph, statements: Iterable[Statement]) -> OxigraphStore:
    store = OxigraphStore()
    for one in statements:
        answer = graph.query(ABOUT.format(one.iri))
        store.add(answer.triples if isinstance(answer, Triples) else ())
        store.add(one.triples)
    return store


def test_a_claim_is_true_of_its_evidence_alone_and_false_without_any_of_it(
    page: Page, bundled: tertium.KnowledgeGraph
) -> None:
    assert [*claims(page)]
    for claim in claims(page):
        evidence = alone(bundled, claim.statements)
        assert ask(evidence, claim.ask), claim.ask
        for gone in claim.statements:
            rest = (one for one in claim.statements if one is not gone)
            assert not ask(alone(bundled, rest), claim.ask), claim.ask


def test_another_engine_agrees(page: Page, bundled: tertium.KnowledgeGraph) -> None:
    for claim in [*claims(page)][::15]:
        evidence: GraphStore = RdflibStore(to_graph(alone(bundled, claim.statements)))
        assert ask(evidence, claim.ask), claim.ask
        less = RdflibStore(to_graph(alone(bundled, claim.statements[1:])))
        assert not ask(less, claim.ask), claim.ask


def test_the_evidence_of_a_sentence_is_that_of_its_claims(page: Page) -> None:
    for sentence in (*page.narrative.sentences, *page.narrative.relations):
        of_claims = {one.iri for claim in sentence.claims for one in claim.statements}
        assert of_claims == {one.iri for one in sentence.evidence} != set()


def test_every_kind_of_claim_is_made_by_a_formula_of_its_own(page: Page) -> None:
    plain = {one.kind.value for one in claims(page) if "FILTER(?missing = 0)" in one.ask}
    assert plain <= {"stated"}
