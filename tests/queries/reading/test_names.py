import pytest

from tertium.model.terms import RDF_LANG_STRING, Iri, Literal
from tertium.model.values import Entity
from tertium.queries.reading.names import NO_NAMES, best, label_from, read_names
from tertium.store.surroundings import Surroundings
from tests.queries.builders import around, ex, item, tt

LABELS = [Literal(tag, RDF_LANG_STRING, tag) for tag in ("fr", "en", "de", "cs")]


@pytest.mark.parametrize(
    ("wanted", "chosen"), [("fr", "fr"), ("de-AT", "de"), ("DE", "de"), ("ru", "en")]
)
def test_the_nearest_language_is_chosen(wanted: str, chosen: str) -> None:
    text = best(LABELS, wanted)
    assert text is not None
    assert text.language == chosen


def test_any_language_is_better_than_none() -> None:
    assert best([LABELS[0], LABELS[3]], "ru") == LABELS[3]
    assert best([], "ru") is None


def test_among_equals_the_first_is_chosen() -> None:
    same = [Literal(text, RDF_LANG_STRING, "en") for text in ("b", "a")]
    assert best(same, "en") == same[1]


@pytest.mark.parametrize(
    ("iri", "label"),
    [
        ("https://w3id.org/tertium/id/world-revolution", "world revolution"),
        ("http://example.org/ns#birthDate", "birth date"),
        ("http://example.org/Caf%C3%A9_Central/", "Café Central"),
        ("http://www.wikidata.org/prop/P39", "P39"),
        ("urn:isbn:123", "123"),
        (":", ":"),
    ],
)
def test_a_label_is_made_from_the_last_part(iri: str, label: str) -> None:
    assert label_from(Iri(iri)) == label


def test_the_best_predicate_in_the_nearest_language_names_a_thing() -> None:
    known = around("ex:a foaf:name 'F'@en , 'G'@de ; skos:prefLabel 'P'@en ; schema:name 'S'@fr .")
    for language, label in (("en", "P"), ("de", "G"), ("fr", "S"), ("ru", "P")):
        named = read_names(known, language)[ex("a")]
        assert (named.entity.label, named.labelled) == (label, True)


def test_the_naming_predicates_can_be_others() -> None:
    known = around("ex:a ex:title 'T' ; rdfs:label 'L' .")
    assert read_names(known, "en", labels=(ex("title"),))[ex("a")].entity.label == "T"


def test_a_thing_without_a_label_is_called_after_its_iri() -> None:
    for names in (read_names(around("ex:my-life a tt:Work ; rdfs:label [] ."), "en"), NO_NAMES):
        named = names[ex("my-life")]
        assert (named.entity.label, named.entity.language, named.labelled) == ("my life", "", False)


def test_classes_are_sorted_and_those_of_a_wikibase_itself_left_out() -> None:
    wdno = "<http://www.wikidata.org/prop/novalue/P26>"
    known = around(
        f"wd:Q1 a tt:Work , tt:Body , [] , 'x' , wikibase:Item , {wdno} ; wdt:P31 wd:Q5 ."
    )
    assert read_names(known, "en").entity(item(1)).types == (item(5), tt("Body"), tt("Work"))


def test_a_property_of_a_wikibase_has_a_datatype_and_a_formatter() -> None:
    known = around("ex:p wikibase:propertyType wikibase:Url ; wdt:P1630 'b$1' , 'a$1' .")
    named = read_names(known, "en")[ex("p")]
    assert (named.datatype, named.formatter) == ("http://wikiba.se/ontology#Url", "a$1")


def test_the_form_inside_a_sentence_is_of_the_language_of_the_label() -> None:
    known = around("ex:a rdfs:label 'A'@en ; tt:inText 'der A'@de , 'the A'@en .")
    assert read_names(known, "en").entity(ex("a")) == Entity(ex("a"), "A", "the A", "en")
    assert read_names(known, "de").entity(ex("a")) == Entity(ex("a"), "A", "", "en")


def test_blank_nodes_have_no_names() -> None:
    assert read_names(around("[] rdfs:label 'A' ."), "en") == NO_NAMES
    assert read_names(Surroundings(), "en") == NO_NAMES
