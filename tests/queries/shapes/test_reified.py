from tertium.model.statement import Rank
from tertium.model.terms import BlankNode, Literal
from tertium.queries.shapes.reified import annotations, reified
from tests.queries.builders import around, ex, src, tt

NODE = "s:1 rdf:subject ex:a ; rdf:predicate ex:p ; rdf:object ex:b"


def test_a_statement_node_states() -> None:
    (stated,) = reified(around(f"{NODE} ; tt:rank tt:preferred ; ex:q 'x' ; rdfs:label 'L' ."))
    assert (stated.subject, stated.predicate, stated.term) == (ex("a"), ex("p"), ex("b"))
    assert stated.rank is Rank.PREFERRED
    assert [(part.predicate, part.term) for part in stated.qualifiers] == [(ex("q"), Literal("x"))]
    assert stated.triples == ()


def test_a_source_is_cited_and_one_that_disputes_qualifies_too() -> None:
    (stated,) = reified(
        around(f"{NODE} ; prov:wasDerivedFrom src:x , [ tt:source src:z ] ; tt:disputedIn src:y .")
    )
    named = {term for term in stated.references if not isinstance(term, BlankNode)}
    assert (named, len(stated.references)) == ({src("x"), src("y")}, 3)
    assert [part.predicate for part in stated.qualifiers] == [tt("disputedIn")]


def test_an_unknown_rank_is_a_normal_one() -> None:
    (stated,) = reified(around(f"{NODE} ; tt:rank ex:odd ."))
    assert stated.rank is Rank.NORMAL


def test_what_is_no_whole_triple_states_nothing() -> None:
    for turtle in (
        "s:1 rdf:subject ex:a ; rdf:predicate ex:p .",
        "s:1 rdf:subject ex:a , ex:b ; rdf:predicate ex:p .",
        "s:1 rdf:subject ex:a ; rdf:predicate 'p' ; rdf:object ex:b .",
        "s:1 rdf:subject [] ; rdf:predicate ex:p ; rdf:object ex:b .",
        f"{NODE.replace('s:1', '[]')} .",
    ):
        assert not list(reified(around(turtle)))


def test_of_two_objects_always_the_same_counts() -> None:
    triples = around(f"{NODE} , ex:c .")
    (arcs,) = triples.triples.values()
    backwards = type(triples)({ex("s"): arcs[::-1]})
    (one,), (other,) = reified(triples), reified(backwards)
    assert one.term == other.term


def test_nameless_statement_nodes_annotate_their_triple() -> None:
    nodes = f"{NODE.replace('s:1', '[]')} ; ex:q 1 . {NODE.replace('s:1', '[]')} ; ex:r 2 ."
    (notes,) = annotations(around(f"{nodes} [] ex:q 3 . {NODE} .")).values()
    assert {predicate for predicate, _ in notes} >= {ex("q"), ex("r")}
