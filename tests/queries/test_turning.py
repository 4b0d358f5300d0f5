import pytest

from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.queries.turning import MOST
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import GraphStore
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, graph, item

SCHEMA = "ex:father owl:inverseOf ex:child . ex:spouse a owl:SymmetricProperty . "
PLAIN = SCHEMA + (
    'ex:a rdfs:label "A" ; ex:father ex:f ; ex:spouse ex:s . ex:b rdfs:label "B" .'
    ' ex:f ex:child ex:b ; rdfs:label "F" . ex:t ex:spouse ex:b .'
)
REIFIED = SCHEMA + (
    'ex:a rdfs:label "A" ; ex:father ex:f . ex:b rdfs:label "B" .'
    " s:1 rdf:subject ex:f ; rdf:predicate ex:child ; rdf:object ex:b ; a tt:Statement ;"
    ' tt:startTime "1900" ; prov:wasDerivedFrom src:x . src:x rdfs:label "Register" .'
)
WIKIBASE = (
    'wd:Q1 rdfs:label "A" ; wdt:P26 wd:Q3 . wd:Q2 rdfs:label "B" . wd:P26 a owl:SymmetricProperty .'
    " wd:Q4 p:P26 s:1 ; wdt:P26 wd:Q2 . s:1 ps:P26 wd:Q2 ; wikibase:rank wikibase:PreferredRank ;"
    ' pq:P580 "then" .'
)


def stores(turtle: str) -> list[GraphStore]:
    store = graph(turtle)
    return [store, RdflibStore(to_graph(store))]


def inward(store: GraphStore, catalogue: Catalogue, *entities: Iri) -> list[Statement]:
    found = Reader(store, catalogue).descriptions(entities)
    return [statement for one in found for statement in one.inward]


def test_what_others_state_is_turned_round(catalogue: Catalogue) -> None:
    looked_up, asked = (inward(s, catalogue, ex("a"), ex("b")) for s in stores(PLAIN))
    assert looked_up == asked
    father, spouse = looked_up
    assert (father.subject, father.predicate.iri, father.term) == (ex("b"), ex("father"), ex("f"))
    assert father.turned is not None
    assert father.turned.iri == ex("child")
    assert father.triples == ((ex("f"), ex("child"), ex("b")),)
    assert (spouse.term, spouse.turned) == (ex("t"), spouse.predicate)


def test_a_statement_node_keeps_its_sources(catalogue: Catalogue) -> None:
    looked_up, asked = (inward(s, catalogue, ex("a"), ex("b")) for s in stores(REIFIED))
    assert looked_up == asked
    (one,) = looked_up
    assert [reference.source.label for reference in one.references] == ["Register"]
    assert len(one.qualifiers) == 1
    assert {(s, o) for s, _, o in one.triples} == {
        (one.iri, end) for end in (ex("f"), ex("child"), ex("b"))
    }


def test_a_claim_of_a_wikibase_keeps_rank_and_qualifiers(catalogue: Catalogue) -> None:
    looked_up, asked = (inward(s, catalogue, item(1), item(2)) for s in stores(WIKIBASE))
    assert looked_up == asked
    (one,) = looked_up
    assert (one.term, one.rank.value, len(one.qualifiers)) == (item(4), "preferred", 1)


@pytest.mark.parametrize(
    ("turtle", "entities"),
    [
        (PLAIN, (ex("b"),)),
        (PLAIN + "ex:b ex:father ex:g ; ex:spouse ex:g .", (ex("a"), ex("b"))),
        (PLAIN.replace(SCHEMA, ""), (ex("a"), ex("b"))),
        (
            PLAIN + "ex:dad rdfs:subPropertyOf ex:father . ex:b ex:dad ex:g ; ex:spouse ex:g .",
            (ex("a"), ex("b")),
        ),
    ],
    ids=["alone", "not silent", "not declared", "implied"],
)
def test_only_a_silence_beside_others_is_broken(
    turtle: str, entities: tuple[Iri, ...], catalogue: Catalogue
) -> None:
    assert inward(graph(turtle), catalogue, *entities) == []


def test_too_many_sayers_are_said_to_be_too_many(catalogue: Catalogue) -> None:
    crowd = "".join(f"ex:f{number} ex:child ex:b . " for number in range(MOST))
    for store in stores(PLAIN + crowd):
        _, b = Reader(store, catalogue).descriptions([ex("a"), ex("b")])
        assert [one.predicate.iri for one in b.inward] == [ex("spouse")]
        assert b.crowded == (ex("father"),)


def test_the_ontology_elsewhere_declares_too(catalogue: Catalogue) -> None:
    bare = graph(PLAIN.replace(SCHEMA, ""))
    reader = Reader(RdflibStore(to_graph(bare)), catalogue, ontology=graph(SCHEMA))
    assert isinstance(reader.ontology, OxigraphStore)
    _, b = reader.descriptions([ex("a"), ex("b")])
    assert len(b.inward) == 2
