from collections.abc import Mapping, Sequence

import pytest

from tertium.model.terms import Iri, Literal
from tertium.queries.catalogue import Catalogue
from tertium.queries.holding import held, used
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tertium.store.surroundings import Arc
from tests.queries.builders import ex, graph

STORE = graph("ex:a ex:p 1 , ex:b ; ex:q 'x' . ex:b ex:p ex:a ; ex:r ex:c . ex:c ex:r 'y' .")
THINGS = (ex("a"), ex("b"), ex("c"), ex("nobody"))
PROPERTIES = (ex("p"), ex("q"), ex("unused"))


@pytest.fixture(params=["looked up", "asked"])
def reader(request: pytest.FixtureRequest, catalogue: Catalogue) -> Reader:
    embedded = request.param == "looked up"
    return Reader(STORE if embedded else RdflibStore(to_graph(STORE)), catalogue)


def values(
    reader: Reader, things: Sequence[Iri], properties: Sequence[Iri]
) -> Mapping[Iri, set[Arc]]:
    return {thing: set(arcs) for thing, arcs in held(reader, things, properties).items()}


def test_what_things_have_by_some_properties(reader: Reader) -> None:
    integer = Iri("http://www.w3.org/2001/XMLSchema#integer")
    assert values(reader, THINGS, PROPERTIES) == {
        ex("a"): {
            (ex("p"), Literal("1", integer)),
            (ex("p"), ex("b")),
            (ex("q"), Literal("x")),
        },
        ex("b"): {(ex("p"), ex("a"))},
    }


def test_nothing_is_said_of_nothing_and_by_nothing(reader: Reader) -> None:
    assert values(reader, (), PROPERTIES) == values(reader, THINGS, ()) == {}


def test_which_properties_are_used_at_all(reader: Reader) -> None:
    assert used(reader, PROPERTIES) == {ex("p"), ex("q")}
    assert used(reader, ()) == frozenset()
