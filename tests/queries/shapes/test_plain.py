from collections.abc import Set as AbstractSet

from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.prefixes import PREFIXES
from tertium.queries.shapes.plain import direct
from tertium.queries.shapes.reified import annotations
from tertium.queries.shapes.stated import NOTHING, SOMETHING, Stated
from tertium.store.surroundings import Surroundings
from tests.queries.builders import around, ex, src


def read(
    turtle: str,
    said: AbstractSet[tuple[Iri, Term]] = frozenset(),
    covered: AbstractSet[Iri] = frozenset(),
) -> list[Stated]:
    known = around(turtle)
    notes = annotations(known)
    return list(direct(ex("a"), known, said=said, covered=covered, notes=notes))


def test_a_triple_states_its_object() -> None:
    (stated,) = read("ex:a ex:p ex:b ; rdfs:label 'A' ; a ex:Thing .")
    assert (stated.subject, stated.predicate, stated.term) == (ex("a"), ex("p"), ex("b"))
    assert stated.triples == ((ex("a"), ex("p"), ex("b")),)


def test_what_a_statement_node_says_is_not_said_again() -> None:
    turtle = "ex:a ex:p ex:b , ex:c ; ex:q 1 ."
    (stated,) = read(turtle, said={(ex("p"), ex("b"))}, covered={ex("q")})
    assert stated.term == ex("c")


def test_beside_statement_nodes_what_is_broader_only_serves_to_climb() -> None:
    turtle = "ex:a ex:p ex:b ; skos:broader ex:c ; tt:partOf ex:d ."
    assert len(read(turtle)) == 3
    assert read(turtle, said={(ex("p"), ex("b"))}) == []


def test_a_direct_claim_goes_by_its_property() -> None:
    (stated,) = read("ex:a wdt:P31 wd:Q5 .")
    assert stated.predicate == PREFIXES["wd"] + "P31"
    assert stated.triples[0][1] == PREFIXES["wdt"] + "P31"


def test_a_skolem_iri_is_some_value() -> None:
    (stated,) = read("ex:a wdt:P22 <http://www.wikidata.org/.well-known/genid/1> .")
    assert stated.term == SOMETHING


def test_a_class_may_say_that_there_is_no_value() -> None:
    turtle = f"ex:a a <{PREFIXES['p']}novalue/P26> , [] ."
    (stated,) = read(turtle)
    assert (stated.predicate, stated.term) == (PREFIXES["wd"] + "P26", NOTHING)
    assert read(turtle, covered={Iri(PREFIXES["wd"] + "P26")}) == []


def test_nameless_statement_nodes_qualify_a_triple() -> None:
    (stated,) = read("""ex:a ex:p ex:b . [] rdf:subject ex:a ; rdf:predicate ex:p ;
        rdf:object ex:b ; ex:since 1 ; dcterms:source src:x .""")
    assert [(part.predicate, part.term) for part in stated.qualifiers] == [
        (ex("since"), Literal("1", Iri(PREFIXES["xsd"] + "integer")))
    ]
    assert stated.references == (src("x"),)


def test_named_graphs_are_cited() -> None:
    triple = (ex("a"), ex("p"), ex("b"))
    known = Surroundings({ex("a"): (triple[1:],)}, {triple: (ex("g"),)})
    (stated,) = direct(ex("a"), known, said=set(), covered=set(), notes={})
    assert stated.references == (ex("g"),)


def test_the_members_of_a_list_are_values() -> None:
    stated = read("ex:a ex:p ( ex:b [ ex:q 1 ] 'c' ) .")
    assert [one.term for one in stated] == [ex("b"), Literal("c")]
    assert [len(one.triples) for one in stated] == [2, 4]
    assert all(one.triples[0][:2] == (ex("a"), ex("p")) for one in stated)


def test_an_empty_list_states_nothing() -> None:
    assert read("ex:a ex:p () .") == []


def test_a_list_that_runs_in_a_circle_ends() -> None:
    turtle = "ex:a ex:p _:x . _:x rdf:first ex:b ; rdf:rest _:y . _:y rdf:first 1 ; rdf:rest _:x ."
    assert len(read(turtle)) == 2


def test_a_list_that_breaks_off_ends() -> None:
    assert len(read("ex:a ex:p [ rdf:first ex:b ] .")) == 1


def test_of_a_very_long_list_the_beginning_is_read() -> None:
    stated = read(f"ex:a ex:p ( {' '.join(map(str, range(150)))} ) .")
    assert len(stated) == 100
    assert isinstance(stated[0].triples[0][2], BlankNode)


def test_a_node_with_parts_is_one_value() -> None:
    (stated,) = read("ex:a ex:p [ ex:year 1 ; ex:value 2 ] .")
    assert len(stated.triples) == 3
