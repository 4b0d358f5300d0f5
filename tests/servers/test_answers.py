"""What real servers send is whole, or an error that says why."""

import pytest

from tertium.errors import BadQueryError, SourceUnavailableError
from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Binding, ask, construct, select

BORN = Iri("https://w3id.org/tertium/ontology#birthDate")
CAESAR = Iri("https://w3id.org/tertium/id/caesar")


def test_a_table_is_whole_or_an_error(remote: EndpointStore, local: OxigraphStore) -> None:
    answer = everything(remote)
    if isinstance(answer, str):
        assert "it left out a part (X-SPARQL-MaxRows" in answer
    else:
        assert len(answer) == len(local)


def everything(store: EndpointStore) -> tuple[Binding, ...] | str:
    try:
        return select(store, "SELECT ?subject { ?subject ?predicate ?object }")
    except SourceUnavailableError as error:
        return str(error)


def test_triples_are_those_of_the_embedded_store(
    remote: EndpointStore, local: OxigraphStore
) -> None:
    sparql = f"CONSTRUCT {{ <{CAESAR}> ?p ?o }} WHERE {{ <{CAESAR}> ?p ?o }}"
    assert set(construct(remote, sparql)) == set(construct(local, sparql))


def test_a_refusal_says_why(remote: EndpointStore) -> None:
    with pytest.raises(BadQueryError, match=r"(?i)cannot be run: .*(error|expected|parse)"):
        remote.query("SELECT nothing { }")


def test_a_long_query_is_answered_as_a_short_one(remote: EndpointStore) -> None:
    assert ask(remote, f"ASK {{ <{CAESAR}> ?p ?o }} # {'é+&=' * 1000}")


@pytest.mark.parametrize("name", ["claim/only-recorded", "claim/stated"])
def test_a_false_claim_is_false(name: str, remote: EndpointStore, local: OxigraphStore) -> None:
    false = bundled_catalogue()[name].bind(subject=[(CAESAR, BORN, CAESAR)])
    assert ask(local, false) is False
    assert ask(remote, false) is False
