import pytest

from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue
from tertium.queries.holding import held, used
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, graph

TT = "https://w3id.org/tertium/ontology#"
BORN, CITED, NEVER = Iri(TT + "birthPlace"), Iri(TT + "cites"), Iri(TT + "never")
PEOPLE = """
ex:a tt:birthPlace ex:gori , ex:tiflis . ex:b tt:birthPlace ex:gori ; tt:cites "X"@en , 3 .
"""


@pytest.fixture(params=["lookups", "queries"])
def reader(request: pytest.FixtureRequest, catalogue: Catalogue) -> Reader:
    store = graph(PEOPLE)
    looked_up = request.param == "lookups"
    return Reader(store if looked_up else RdflibStore(to_graph(store)), catalogue)


def test_values_are_told_of_each_thing_that_has_any(reader: Reader) -> None:
    found = held(reader, (ex("a"), ex("b"), ex("nobody")), (BORN, CITED, NEVER))
    assert found.keys() == {ex("a"), ex("b")}
    assert set(found[ex("a")]) == {(BORN, ex("gori")), (BORN, ex("tiflis"))}
    assert len(found[ex("b")]) == 3


def test_of_nothing_nothing_is_asked(reader: Reader) -> None:
    assert held(reader, (), (BORN,)) == {}
    assert held(reader, (ex("a"),), ()) == {}
    assert used(reader, ()) == frozenset()


def test_a_property_is_used_or_not(reader: Reader) -> None:
    assert used(reader, (BORN, CITED, NEVER)) == {BORN, CITED}
