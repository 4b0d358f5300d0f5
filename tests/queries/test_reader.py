from dataclasses import replace
from decimal import Decimal

import pytest

from tertium.errors import UnknownEntityError
from tertium.model.dates import Calendar, Date
from tertium.model.schema import OTHER_FACET, QualifierRole
from tertium.model.shape import Shape
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, SomeValue
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.queries.totals import size, statistics
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Answer
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import (
    ex,
    fixture,
    graph,
    item,
    nameless,
    of_type,
    place,
    src,
    triples_of,
    tt,
)

PEOPLE = (ex("stalin"), ex("trotsky"), ex("caesar"))
ENTITIES = {
    "graph.ttl": PEOPLE,
    "wikibase.ttl": tuple(item(9_000_000 + number) for number in (1, 2, 3, 8)),
    "plain.ttl": tuple(map(place, ("alder", "birch", "cedar"))),
}


class CountingStore:
    def __init__(self, store: OxigraphStore) -> None:
        self.store = store
        self.queries = 0

    def query(self, sparql: str) -> Answer:
        self.queries += 1
        return self.store.query(sparql)


def statement(reader: Reader, name: str) -> Statement:
    found = [s for d in reader.descriptions(PEOPLE) for s in d.statements if s.iri.endswith(name)]
    return found[0]


def test_a_description_has_all_that_introduces_an_entity(reader: Reader) -> None:
    (stalin,) = reader.descriptions([ex("stalin")])
    assert stalin.entity == Entity(ex("stalin"), "Joseph Stalin", "", "en", (tt("Person"),))
    assert (stalin.description, stalin.short_name) == ("leader of the Soviet Union", "Stalin")
    assert stalin.aliases == ("Koba",)
    assert stalin.same_as == ("http://www.wikidata.org/entity/Q855",)


def test_descriptions_come_in_the_order_asked_for(reader: Reader) -> None:
    assert [d.iri for d in reader.descriptions(reversed(PEOPLE))] == list(reversed(PEOPLE))


def test_nothing_asked_is_nothing_read(reader: Reader) -> None:
    assert reader.descriptions([]) == ()
    assert reader.hierarchy([]).parents == {}


def test_nothing_asked_of_one_thing_is_nothing_known(reader: Reader) -> None:
    assert reader.statements([]) == ()
    assert reader.blurbs([]) == {}
    assert [reader.knows(iri) for iri in (*PEOPLE, ex("nobody"))] == [True, True, True, False]


def test_statements_and_blurbs_are_those_of_the_descriptions(reader: Reader) -> None:
    described = reader.descriptions(PEOPLE)
    assert reader.statements([*PEOPLE, ex("nobody")]) == tuple(
        statement for one in described for statement in one.statements
    )
    assert reader.blurbs(PEOPLE) == {one.iri: one.description for one in described}


def test_the_size_of_a_graph_is_its_number_of_triples(reader: Reader, store: OxigraphStore) -> None:
    assert size(reader.store, reader.catalogue) == len(store)


def test_both_engines_describe_alike(
    reader: Reader, store: OxigraphStore, catalogue: Catalogue
) -> None:
    other = Reader(RdflibStore(to_graph(store)), catalogue)
    assert other.descriptions(PEOPLE) == reader.descriptions(PEOPLE)
    assert other.schema() == reader.schema()
    assert statistics(other.store, other.catalogue) == statistics(reader.store, reader.catalogue)
    assert other.lexicon == reader.lexicon


@pytest.mark.parametrize("name", ["wikibase.ttl", "plain.ttl"])
def test_both_engines_describe_every_shape_alike(name: str, catalogue: Catalogue) -> None:
    store, entities = fixture(name), ENTITIES[name]
    queried = CountingStore(store)
    described = [
        Reader(engine, catalogue).descriptions(entities)
        for engine in (store, queried, RdflibStore(to_graph(store)))
    ]
    told = [[replace(d, statements=nameless(d.statements)) for d in found] for found in described]
    assert told[0] == told[1] == told[2]
    assert queried.queries


def fifty(name: str) -> OxigraphStore:
    """Return a graph with fifty like entities."""
    triples = triples_of(fixture(name))
    old = ENTITIES[name][0]
    store = OxigraphStore()
    for number in range(50):
        new = Iri(f"{old}{number}")
        store.add((new if s == old else s, p, o) for s, p, o in triples)
    return store


@pytest.mark.parametrize("name", ENTITIES)
def test_the_number_of_queries_does_not_grow_with_entities(name: str, catalogue: Catalogue) -> None:
    iris = [Iri(f"{ENTITIES[name][0]}{number}") for number in range(50)]
    counts = []
    for entities in (iris[:2], iris):
        counting = CountingStore(fifty(name))
        reader = Reader(counting, catalogue)
        reader.schema()
        before = counting.queries
        assert len(reader.descriptions(entities)) == len(entities)
        counts.append(counting.queries - before)
    assert counts[0] == counts[1] <= 8


def test_what_the_ontology_says_is_asked_once(store: OxigraphStore, catalogue: Catalogue) -> None:
    counting = CountingStore(store)
    reader = Reader(counting, catalogue)
    counts = []
    for _ in range(2):
        reader.descriptions(PEOPLE)
        counts.append(counting.queries)
    assert counts[1] - counts[0] < counts[0]


def test_the_ontology_may_be_in_another_store(store: OxigraphStore, catalogue: Catalogue) -> None:
    reader = Reader(graph("ex:a tt:birthDate 1 ."), catalogue, ontology=store)
    (stated,) = reader.statements([ex("a")])
    assert stated.predicate == Reader(store, catalogue).schema().properties[tt("birthDate")]
    assert reader.lexicon.frames[tt("birthDate")].singular == "was born"


def test_shapes_and_labels_can_be_named(catalogue: Catalogue) -> None:
    store = graph(
        "ex:a ex:called 'A' ; ex:p 1 . s:1 rdf:subject ex:a ; rdf:predicate ex:q ; rdf:object 2 ."
    )
    reader = Reader(store, catalogue, shapes=frozenset({Shape.PLAIN}), labels=(ex("called"),))
    (described,) = reader.descriptions([ex("a")])
    assert described.label == "A"
    assert [s.predicate.iri for s in described.statements] == [ex("p")]


def test_an_unknown_entity_is_refused(reader: Reader) -> None:
    with pytest.raises(UnknownEntityError):
        reader.descriptions([ex("stalin"), ex("nobody")])


def test_statements_stand_in_the_order_of_the_ontology(reader: Reader) -> None:
    (stalin,) = reader.descriptions([ex("stalin")])
    assert [s.predicate.label for s in stalin.statements][:4] == [
        "date of birth",
        "date of birth",
        "gender",
        "number of children",
    ]
    assert [s.rank for s in stalin.statements[:2]] == [Rank.PREFERRED, Rank.DEPRECATED]


def test_a_date_takes_its_old_style_form(reader: Reader) -> None:
    born = statement(reader, "stalin-birth-date-1878")
    assert born.value == Date(
        year=1878,
        month=12,
        day=18,
        calendar=Calendar.JULIAN,
        lexical="1878-12-18",
        old_style=(1878, 12, 6),
    )
    assert born.term == of_type("1878-12-18", "date")
    assert born.qualifiers == ()


def test_a_qualifier_takes_its_old_style_form(reader: Reader) -> None:
    took_part = statement(reader, "trotsky-part-in-revolution-october-revolution")
    time = took_part.date(QualifierRole.TIME)
    assert time is not None
    assert time.old_style == (1917, 10, 25)
    assert [q.predicate.role for q in took_part.qualifiers] == [
        QualifierRole.TIME,
        QualifierRole.AS,
    ]


def test_a_date_bce_keeps_its_year(reader: Reader) -> None:
    died = statement(reader, "caesar-death-date-44bce").value
    assert isinstance(died, Date)
    assert (died.year, died.old_style) == (-43, (-43, 3, 15))


def test_a_quantity_takes_its_bounds(reader: Reader) -> None:
    children = statement(reader, "stalin-child-count-3")
    assert children.value == Quantity(amount=Decimal(3), lower=Decimal(3), upper=Decimal(5))
    assert children.qualifiers == ()


def test_none_and_unknown_are_values_of_their_own(reader: Reader) -> None:
    assert statement(reader, "trotsky-religion-none").value == NoValue()
    assert statement(reader, "trotsky-ally-of-stalin-unknown").value == SomeValue()


def test_references_are_sorted_and_single(reader: Reader) -> None:
    took_part = statement(reader, "trotsky-part-in-revolution-october-revolution")
    assert [(r.source.iri, r.locator) for r in took_part.references] == [
        (src("service2009"), ""),
        (src("service2009"), "ch. 19"),
    ]
    born = statement(reader, "stalin-birth-date-1878").references[1]
    assert born.source.url == "https://www.worldcat.org/isbn/9781594203794"
    assert born.source.licence == "http://rightsstatements.org/vocab/InC/1.0/"


def test_a_source_that_disputes_is_a_qualifier_and_a_reference(reader: Reader) -> None:
    judged = statement(reader, "stalin-assessed-as-gifted-organiser")
    (where,) = judged.entities(QualifierRole.DISPUTED_IN)
    assert where.label == "Isaac Deutscher, The Prophet Armed"
    assert judged.contested
    assert [r.source.iri for r in judged.references] == [src("deutscher1954"), src("service2004")]


def test_labels_come_in_the_language_asked_for(store: OxigraphStore, catalogue: Catalogue) -> None:
    russian = Reader(store, catalogue, "ru")
    (stalin,) = russian.descriptions([ex("stalin")])
    assert (stalin.label, stalin.entity.language) == ("Иосиф Сталин", "ru")
    marxism = russian.names([ex("marxism")]).entity(ex("marxism"))
    assert marxism.label == "Marxism"
    german = Reader(store, catalogue, "de-AT")
    assert german.names([ex("marxism")]).entity(ex("marxism")).label == "Marxismus"
    assert german.schema().properties[tt("birthDate")].label == "Geburtsdatum"


def test_a_label_in_running_text_is_of_the_same_language(reader: Reader) -> None:
    assert reader.names([ex("politburo")]).entity(ex("politburo")).prose == "the Politburo"


def test_the_schema_is_what_the_ontology_says(reader: Reader) -> None:
    schema = reader.schema()
    born, ally = schema.properties[tt("birthDate")], schema.properties[tt("allyOf")]
    assert (born.facet.label, born.order, born.functional) == ("Background", 1, True)
    assert born.domain == (tt("Person"),)
    assert (ally.symmetric, ally.functional, ally.judgement) == (True, False, False)
    assert schema.properties[tt("assessedAs")].judgement
    assert schema.properties[tt("religion")].sensitive
    assert schema.properties[tt("gender")].quiet
    assert schema.properties[tt("startTime")].role is QualifierRole.START
    assert schema.properties[tt("startTime")].facet == OTHER_FACET
    assert tt("Thing") in schema.superclasses[tt("Party")]
    assert not schema.applies(born, (tt("Ideology"),))
    assert schema.applies(born, (tt("Person"),))


def test_the_lexicon_prefers_its_language(
    reader: Reader, store: OxigraphStore, catalogue: Catalogue
) -> None:
    frame = reader.lexicon.frames[tt("birthDate")]
    assert (frame.singular, frame.plural) == ("was born", "were born")
    assert reader.lexicon.frames[tt("heldRole")].plural != "waren"
    german = Reader(store, catalogue, "de-AT").lexicon
    assert german.language == "de-AT"
    assert german.frames[tt("heldRole")].plural == "waren"
    assert german.frames[tt("birthDate")].singular == "wurde … geboren"


def test_the_hierarchy_goes_all_the_way_up(reader: Reader) -> None:
    parents = reader.hierarchy([ex("stalinism"), ex("stalinism"), ex("leninism")]).parents
    assert {child: [p.label for p in above] for child, above in parents.items()} == {
        ex("stalinism"): ["Leninism"],
        ex("leninism"): ["Marxism"],
        ex("marxism"): ["socialism"],
    }


def test_statistics_count_entities(reader: Reader) -> None:
    counted = statistics(reader.store, reader.catalogue)
    assert counted.class_sizes[tt("Person")] == 7
    assert counted.having[tt("Person"), tt("ideology")] == 2
    assert counted.sharing[tt("ideology"), ex("marxism")] == 2
    assert (tt("birthDate"), of_type("1878-12-18", "date")) not in counted.sharing
    assert (tt("birthDate"), of_type("1879-12-21", "date")) not in counted.sharing


def test_what_the_ontology_does_not_know_is_called_after_its_iri(catalogue: Catalogue) -> None:
    turtle = "s:1 rdf:subject ex:a ; rdf:predicate ex:shoeSize ; rdf:object ex:very-large ."
    (entity,) = Reader(graph(turtle), catalogue).descriptions([ex("a")])
    (stated,) = entity.statements
    assert (stated.predicate.label, stated.predicate.facet) == ("shoe size", OTHER_FACET)
    assert stated.value == Entity(ex("very-large"), "very large")
    assert stated.references == ()


def test_the_label_of_a_predicate_is_kept(catalogue: Catalogue) -> None:
    turtle = """ex:shoeSize rdfs:label "size of shoes"@en . ex:a rdfs:label "A"@en .
    s:1 rdf:subject ex:a ; rdf:predicate ex:shoeSize ; rdf:object 1.5 ; tt:rank tt:normal ."""
    (entity,) = Reader(graph(turtle), catalogue).descriptions([ex("a")])
    assert entity.statements[0].predicate.label == "size of shoes"
    assert entity.statements[0].rank is Rank.NORMAL


def test_the_classes_of_a_thing_without_a_label_are_known(catalogue: Catalogue) -> None:
    names = Reader(graph("ex:a a tt:Person ."), catalogue).names([ex("a")])
    assert names.entity(ex("a")) == Entity(ex("a"), "a", types=(tt("Person"),))
    assert not names[ex("a")].labelled


BEGUN = """
ex:cominform tt:inception "1947-10-05"^^xsd:date , "later" .
ex:union tt:inception "1922-01-01T00:00:00Z"^^xsd:dateTime , ex:treaty .
ex:treaty tt:order 1 .
tt:inception a owl:DatatypeProperty , tt:BeginningProperty .
"""


def test_it_is_known_when_things_began(catalogue: Catalogue) -> None:
    reader = Reader(graph(BEGUN), catalogue)
    begun = reader.beginnings([ex("cominform"), ex("union"), ex("treaty")])
    days = {
        iri: [(date.key, date.precision.name) for date in dates] for iri, dates in begun.items()
    }
    assert days == {
        ex("cominform"): [((1947, 10, 5), "DAY")],
        ex("union"): [((1922, 0, 0), "YEAR")],
    }
    assert reader.beginnings([]) == {}
    assert Reader(graph(""), catalogue).beginnings([ex("union")]) == {}
