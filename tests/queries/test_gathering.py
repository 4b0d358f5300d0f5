import lzma
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, URIRef

from tertium.model.shape import Shape
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.queries.catalogue import Catalogue
from tertium.queries.gathering import Gatherer, QueryGatherer, nodes_in
from tertium.queries.lookups import LookupGatherer
from tertium.queries.reading.names import chain
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Binding, Solutions, Triple
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tertium.store.surroundings import Surroundings
from tests.queries.builders import ex, fixture, graph, item, place, structure, triples_of

SKOS = "http://www.w3.org/2004/02/skos/core#"
DATA = Path(__file__).parents[2] / "../shared/data"
PEOPLE = (ex("stalin"), ex("trotsky"), ex("caesar"), ex("nobody"))
ITEMS = tuple(item(9_000_000 + number) for number in (1, 2, 3, 4, 8))
TOWNS = tuple(map(place, ("alder", "birch", "cedar", "dogwood")))
GRAPHS = {"graph.ttl": PEOPLE, "wikibase.ttl": ITEMS, "plain.ttl": TOWNS}
THINGS = (
    *(*PEOPLE, *ITEMS, *TOWNS, ex("politburo"), Iri("http://www.wikidata.org/entity/P214")),
    *(Iri("http://www.wikidata.org/entity/P569"), Iri("https://w3id.org/tertium/ontology#wrote")),
)

every_graph = pytest.mark.parametrize(("name", "entities"), GRAPHS.items(), ids=GRAPHS)
every_set_of_shapes = pytest.mark.parametrize(
    "shapes",
    [frozenset(Shape), *(frozenset((shape,)) for shape in Shape)],
    ids=["all", *(shape.value for shape in Shape)],
)


def triples_in(around: Surroundings) -> list[Triple]:
    return [(s, p, o) for s, arcs in around.triples.items() for p, o in arcs]


def equal(one: Surroundings, other: Surroundings) -> bool:
    return structure(triples_in(one)) == structure(triples_in(other))


@cache
def loaded(name: str) -> OxigraphStore:
    return fixture(name)


@cache
def in_rdflib(name: str) -> RdflibStore:
    return RdflibStore(to_graph(loaded(name)))


@every_graph
@every_set_of_shapes
def test_queries_and_lookups_gather_the_same(
    name: str, entities: Sequence[Iri], shapes: frozenset[Shape], catalogue: Catalogue
) -> None:
    looked_up = LookupGatherer(loaded(name), shapes).about(entities)
    for store in (loaded(name), in_rdflib(name)):
        assert equal(QueryGatherer(store, catalogue, shapes).about(entities), looked_up)


@every_graph
@pytest.mark.parametrize("language", ["en", "de-AT", "ru", "xx"])
def test_queries_and_lookups_name_the_same(
    name: str, entities: Sequence[Iri], language: str, catalogue: Catalogue
) -> None:
    things, tags = (*THINGS, *entities), chain(language)
    looked_up = LookupGatherer(loaded(name)).named(things, tags)
    for store in (loaded(name), in_rdflib(name)):
        assert equal(QueryGatherer(store, catalogue).named(things, tags), looked_up)


def test_what_introduces_a_thing_is_among_what_is_gathered(catalogue: Catalogue) -> None:
    store = graph("ex:a rdfs:label 'A' ; rdfs:comment 'The first' ; ex:p ex:b .")
    comment = Iri("http://www.w3.org/2000/01/rdf-schema#comment")
    for gatherer in (QueryGatherer(store, catalogue), LookupGatherer(store)):
        assert (comment, Literal("The first")) in gatherer.introduced((ex("a"),)).arcs(ex("a"))


def test_nothing_asked_is_nothing_gathered(catalogue: Catalogue) -> None:
    asked = QueryGatherer(loaded("graph.ttl"), catalogue)
    assert asked.named((), ("en",)) == Surroundings()
    assert LookupGatherer(loaded("graph.ttl")).named((), ("en",)) == Surroundings()


@pytest.mark.parametrize("name", GRAPHS)
def test_queries_and_lookups_climb_alike(name: str, catalogue: Catalogue) -> None:
    things = (ex("stalinism"), ex("leninism"), ex("socialism"), item(9_000_005), item(9_000_011))
    looked_up = LookupGatherer(loaded(name)).broader(things)
    for store in (loaded(name), in_rdflib(name)):
        asked = QueryGatherer(store, catalogue).broader(things)
        assert [asked.get(thing, ()) for thing in things] == list(looked_up.values())


@pytest.mark.parametrize("name", GRAPHS)
def test_queries_and_lookups_know_the_same(name: str, catalogue: Catalogue) -> None:
    things = (*THINGS, ex("gallic-war"), place("dogwood"))
    looked_up = LookupGatherer(loaded(name))
    for store in (loaded(name), in_rdflib(name)):
        asked = QueryGatherer(store, catalogue)
        assert list(map(asked.knows, things)) == list(map(looked_up.knows, things))
    assert not looked_up.knows(ex("nobody"))


def test_a_claim_without_a_rank_is_none(catalogue: Catalogue) -> None:
    store = graph("wd:Q1 p:P1 s:1 , 'text' . s:1 ps:P1 wd:Q2 .")
    for gatherer in (QueryGatherer(store, catalogue), LookupGatherer(store)):
        assert list(gatherer.about((item(1),)).triples) == [item(1)]


def test_a_triple_knows_its_named_graphs(catalogue: Catalogue) -> None:
    triples = "<urn:a> <urn:p> 1 , 2 . <urn:g> <urn:title> 'G' ."
    store, dataset = ox.Store(), Dataset(default_union=True)
    store.load(triples, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("urn:g"))
    store.load("<urn:a> <urn:p> 1 .", ox.RdfFormat.TURTLE)
    dataset.graph(URIRef("urn:g")).parse(data=triples, format="turtle")
    entity, gathered = Iri("urn:a"), []
    for gatherer in (
        LookupGatherer(OxigraphStore(store), graphs=True),
        QueryGatherer(OxigraphStore(store), catalogue, graphs=True),
        QueryGatherer(RdflibStore(dataset), catalogue, graphs=True),
    ):
        around = gatherer.about((entity,))
        assert len(around.arcs(entity)) == 2
        assert around.arcs(Iri("urn:g")) == ((Iri("urn:title"), Literal("G")),)
        gathered.append(around.graphs)
    assert gathered[0] == gathered[1] == gathered[2]
    assert list(gathered[0].values()) == [(Iri("urn:g"),)] * 2


def test_blank_nodes_of_two_answers_are_never_mixed(catalogue: Catalogue) -> None:
    store = graph("ex:a ex:p _:x . _:x ex:q 1 ; rdf:subject ex:a .")
    labels = {
        term.label
        for triple in triples_in(QueryGatherer(store, catalogue).about((ex("a"),)))
        for term in triple
        if isinstance(term, BlankNode)
    }
    assert {label.partition(" ")[0] for label in labels} == {"gather/entities", "gather/reified"}


def test_only_full_values_and_what_is_cited_are_followed() -> None:
    value = Iri("http://www.wikidata.org/prop/statement/value/P569")
    source = Iri("http://purl.org/dc/terms/source")
    triples: list[Triple] = [
        (ex("s"), value, ex("b")),
        (ex("s"), source, ex("a")),
        (ex("s"), source, Literal("a book")),
        (ex("s"), source, BlankNode("x")),
        (ex("s"), ex("p"), ex("c")),
    ]
    assert nodes_in(triples) == (ex("a"), ex("b"))


def test_a_list_that_runs_in_a_circle_is_gathered_once() -> None:
    around = LookupGatherer(loaded("plain.ttl")).about((place("cedar"),))
    assert len(triples_in(around)) == len(set(triples_in(around))) == 7


def shared(name: str) -> Path:
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside the checkout")
    return path


def in_slices(name: str, lines: int) -> OxigraphStore:
    store = ox.Store()
    with lzma.open(shared(name), "rt", encoding="utf-8") as file:
        text = "".join(islice(file, lines))
    if name.endswith(".ttl.xz"):
        text = text[: text.rindex(" .\n") + 3]
    form = ox.RdfFormat.TURTLE if name.endswith(".ttl.xz") else ox.RdfFormat.N_TRIPLES
    store.load(text, form)
    return OxigraphStore(store)


def whole(name: str) -> OxigraphStore:
    store = ox.Store()
    store.bulk_load(path=shared(name))
    return OxigraphStore(store)


def subjects(store: OxigraphStore, number: int) -> tuple[Iri, ...]:
    """Return the entities of which most is said."""
    counted = Counter(s for s, _, _ in triples_of(store) if not isinstance(s, BlankNode | Literal))
    entities = (iri for iri in sorted(counted) if "/entity/statement/" not in iri)
    return tuple(sorted(entities, key=lambda iri: -counted[iri])[:number])


@pytest.mark.parametrize("many", [2, 50])
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("politicians.ttl", 0),
        ("q42.ttl", 0),
        ("nomisma.nt.xz", 20_000),
        ("mondial-europe.ttl.xz", 8_000),
    ],
)
def test_real_graphs_are_gathered_alike(
    name: str, lines: int, many: int, catalogue: Catalogue
) -> None:
    store = in_slices(name, lines) if lines else whole(name)
    entities = subjects(store, many)
    asked, looked_up = QueryGatherer(store, catalogue), LookupGatherer(store)
    assert equal(asked.about(entities), looked_up.about(entities))
    assert equal(asked.named(entities, chain("en")), looked_up.named(entities, chain("en")))


class Virtuoso:
    def query(self, sparql: str) -> Solutions:
        row: Binding = {
            "subject": Literal(ex("stalin")),
            "predicate": ex("p"),
            "object": Literal("x"),
        }
        return Solutions(tuple(row), (row,) if "rdfs:label" in sparql else ())


def test_an_only_subject_sent_as_a_text_is_still_a_subject(catalogue: Catalogue) -> None:
    around = QueryGatherer(Virtuoso(), catalogue).named([ex("stalin")], ["en"])
    assert around.arcs(ex("stalin")) == ((ex("p"), Literal("x")),)


PLACES = """
ex:wichita schema:containedInPlace ex:kansas ; rdfs:label "Wichita" .
ex:kansas dcterms:isPartOf ex:usa . wd:Q1 wdt:P131 wd:Q2 . wd:Q2 wdt:P361 ex:usa , 'text' , [] .
ex:usa tt:partOf ex:kansas .
"""
DECLARED = """
ex:father owl:inverseOf ex:child ; rdfs:subPropertyOf ex:parent , [] .
ex:father wdt:P1647 ex:kin ; a owl:SymmetricProperty , owl:ObjectProperty .
ex:vater owl:equivalentProperty ex:father .
[ owl:annotatedSource ex:dad ; owl:annotatedProperty skos:exactMatch ;
  owl:annotatedTarget ex:father ] .
[ owl:annotatedSource ex:father ; owl:annotatedTarget ex:pa ] .
[ owl:annotatedSource ex:father ; owl:annotatedProperty skos:closeMatch ;
  owl:annotatedTarget ex:pa ] .
"""
SAID = """
ex:a ex:child ex:b . ex:c ex:child ex:b , 'text' .
s:1 rdf:subject ex:d ; rdf:predicate ex:child ; rdf:object ex:b ; rdf:reifies [] .
s:2 rdf:subject ex:d ; rdf:predicate ex:wife ; rdf:object ex:b .
wd:Q1 p:P40 s:3 ; wdt:P40 wd:Q2 . s:3 ps:P40 wd:Q2 ; wikibase:rank wikibase:NormalRank ;
  pq:P580 'then' ; prov:wasDerivedFrom s:4 . s:4 pr:P248 wd:Q9 .
s:5 ps:P40 wd:Q2 .
"""
WAYS = (
    (ex("child"), ex("b")),
    (ex("husband"), ex("b")),
    (Iri("http://www.wikidata.org/prop/direct/P40"), item(2)),
    (Iri("http://www.wikidata.org/prop/statement/P40"), item(2)),
)


def gatherers(turtle: str, catalogue: Catalogue) -> list[Gatherer]:
    store = graph(turtle)
    asked = (QueryGatherer(one, catalogue) for one in (store, RdflibStore(to_graph(store))))
    return [LookupGatherer(store), *asked]


def test_queries_and_lookups_climb_to_the_same_wholes(catalogue: Catalogue) -> None:
    things = (ex("wichita"), ex("kansas"), ex("usa"), item(1), item(2))
    found = [one.broader(things, wholes=True) for one in gatherers(PLACES, catalogue)]
    assert [dict(one) for one in found] == [
        {
            ex("wichita"): (ex("kansas"),),
            ex("kansas"): (ex("usa"),),
            ex("usa"): (ex("kansas"),),
            item(1): (item(2),),
            item(2): (ex("usa"),),
        }
    ] * 3


def test_queries_and_lookups_find_the_same_declarations(catalogue: Catalogue) -> None:
    looked_up, *asked = [
        one.declared([ex("father"), ex("child")]) for one in gatherers(DECLARED, catalogue)
    ]
    assert asked == [looked_up] * 2
    assert [(s.rpartition("/")[2], p, o.rpartition("/")[2]) for s, p, o in looked_up] == [
        ("dad", SKOS + "exactMatch", "father"),
        ("father", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "owl#SymmetricProperty"),
        ("father", "http://www.w3.org/2000/01/rdf-schema#subPropertyOf", "parent"),
        ("father", "http://www.w3.org/2002/07/owl#inverseOf", "child"),
        ("father", SKOS + "closeMatch", "pa"),
        ("father", "http://www.wikidata.org/prop/direct/P1647", "kin"),
        ("vater", "http://www.w3.org/2002/07/owl#equivalentProperty", "father"),
    ]


def test_queries_and_lookups_find_the_same_that_others_state(catalogue: Catalogue) -> None:
    looked_up, *asked = gatherers(SAID, catalogue)
    assert looked_up.fan_in(WAYS) == {WAYS[0]: 3, WAYS[2]: 1, WAYS[3]: 2}
    for one in asked:
        assert one.fan_in(WAYS) == looked_up.fan_in(WAYS)
        assert one.fan_in(WAYS[1:2]) == {}
        assert equal(one.toward(WAYS), looked_up.toward(WAYS))
    assert Iri("https://w3id.org/tertium/statement/4") in looked_up.toward(WAYS).triples
    plain = gatherers("ex:a ex:child ex:b .", catalogue)
    assert all(len(one.toward(WAYS).triples) == 1 for one in plain)
