import pytest

from tertium.model.identity import Clash
from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.queries.unifying import Unifier
from tertium.store.oxigraph import OxigraphStore
from tests.queries.builders import ex, graph, item

SSSOM = "<https://w3id.org/sssom/confidence>"


def other(name: str) -> Iri:
    return Iri(f"http://other.example/{name}")


def unifier(turtle: str) -> Unifier:
    return Unifier(graph(turtle), lambda _, __: False)


def axiom(confidence: str) -> str:
    return (
        "ex:a skos:exactMatch wd:Q1 . <http://other.example/a> skos:exactMatch wd:Q1 ; ex:p 1 , 2 ."
        " ex:a ex:p 3 . [] owl:annotatedSource ex:a ; owl:annotatedProperty skos:exactMatch ;"
        f" owl:annotatedTarget wd:Q1 ; {SSSOM} {confidence} ."
        f" [] owl:annotatedSource ex:z ; owl:annotatedTarget wd:Q1 ; {SSSOM} 0.1 ."
        f" [] owl:annotatedSource ex:a ; owl:annotatedTarget wd:Q1 ; {SSSOM} 0.1 ."
    )


def test_a_graph_without_links_is_idle() -> None:
    found = unifier("ex:a ex:p ex:b .")
    assert found.idle
    assert found.identity(ex("a")).members == (ex("a"),)
    assert found.conflicts() == ()


def test_where_links_are_many_each_thing_is_asked_about() -> None:
    store = graph(axiom("0.95"))
    few, many = (Unifier(store, lambda _, __: False, few=number) for number in (2, 1))
    for iri in (ex("a"), ex("z"), other("a")):
        assert few.identity(iri) == many.identity(iri)
    assert few.identity(ex("z")).members == (ex("z"),)


def test_of_what_most_is_stated_stands_for_all() -> None:
    found = unifier(axiom("0.95"))
    one = found.identity(ex("a"))
    assert one == found.identity(other("a")) == found.identity(item(1))
    assert (one.iri, one.members) == (other("a"), (other("a"), ex("a")))
    assert one.others == (item(1),)
    assert found.identity(ex("z")).members == (ex("z"),)


def test_what_is_only_named_is_a_member_too() -> None:
    text = 'ex:a owl:sameAs <http://other.example/a> . <http://other.example/a> rdfs:label "A" .'
    assert unifier(text).identity(ex("a")).members == (other("a"),)


@pytest.mark.parametrize("sure", ["0.9", "1", '"high"', '"NaN"', "ex:high"])
def test_a_link_holds_unless_it_is_declared_doubtful(sure: str) -> None:
    assert item(1) in unifier(axiom(sure)).identity(ex("a")).others


def test_a_doubtful_link_makes_nothing_one() -> None:
    found = unifier(axiom("0.89"))
    assert found.identity(ex("a")).twins == ()
    assert found.identity(other("a")).twins == (item(1),)


def test_only_what_has_an_address_is_linked() -> None:
    found = unifier("ex:a owl:sameAs 'A' , [] , ex:a . [] owl:sameAs ex:a .")
    assert found.identity(ex("a")).twins == ()


def test_what_cannot_be_one_is_told() -> None:
    found = unifier("ex:a owl:sameAs wd:Q1 . ex:b owl:sameAs wd:Q1 . ex:c owl:sameAs wd:Q3 .")
    (clash,) = found.conflicts()
    assert (clash.iris, clash.why) == (
        (item(1), ex("a"), ex("b")),
        Clash.SHARED.value,
    )
    assert found.identity(ex("a")).twins == found.identity(item(1)).twins == ()


def test_a_crowd_is_not_one_thing() -> None:
    store = graph(" ".join(f"ex:hub owl:sameAs <http://{n}.example/x> ." for n in range(201)))
    found = Unifier(store, lambda _, __: False)
    assert found.identity(ex("hub")).twins == ()
    assert {one.why for one in found.conflicts()} == {Clash.CROWD.value}


KINDS = (
    "tt:Person a owl:Class ; owl:disjointWith tt:Place . tt:Place a owl:Class ."
    " ex:a owl:sameAs <http://other.example/a> ; a tt:Person ."
)


@pytest.mark.parametrize(
    ("kinds", "one"),
    [
        ("a tt:Place", False),
        ("a tt:Person", True),
        ("a tt:Place , tt:Person", True),
        ("rdfs:label 'A'", True),
    ],
)
def test_things_of_disjoint_classes_are_kept_apart(
    kinds: str, one: bool, catalogue: Catalogue
) -> None:
    reader = Reader(graph(f"{KINDS} <http://other.example/a> {kinds} ."), catalogue)
    assert bool(reader.identity(ex("a")).twins) is one


def test_an_endpoint_is_not_asked_for_links(catalogue: Catalogue) -> None:
    class Elsewhere:
        def __init__(self, store: OxigraphStore) -> None:
            self.query = store.query

    store = graph("ex:a owl:sameAs wd:Q1 ; ex:p 1 .")
    reader = Reader(Elsewhere(store), catalogue)
    assert reader.unifier is None
    assert reader.identity(item(1)).members == (item(1),)
    assert reader.descriptions([ex("a")])[0].same_as == (item(1),)
