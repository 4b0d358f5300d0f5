"""What the other languages have: words for every property of ours, labels for the ontology."""

import re

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tertium.resources import folder, resource_files

TT = Namespace("https://w3id.org/tertium/ontology#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
LANGUAGES = ("de", "es", "fr", "ru")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def parsed(root: str, below: str = "") -> Graph:
    graph = Graph()
    for name, file in resource_files(folder("data" if root == "data" else "ontology"), ".ttl"):
        if name.startswith(below):
            graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return parsed("ontology")


@pytest.fixture(scope="module")
def data() -> Graph:
    return parsed("data")


def tagged(graph: Graph, subject: Node, predicate: URIRef, language: str) -> list[str]:
    found = graph.objects(subject, predicate)
    return [str(text) for text in found if isinstance(text, Literal) and text.language == language]


def entries(graph: Graph, language: str) -> dict[Node, Node]:
    """Return the entry of each property."""
    return {
        prop: entry
        for entry in graph.subjects(ONTOLEX.language, Literal(language))
        for sense in graph.objects(entry, ONTOLEX.sense)
        for prop in graph.objects(sense, ONTOLEX.reference)
    }


def noun(graph: Graph, entry: Node) -> str:
    forms = graph.objects(entry, ONTOLEX.otherForm)
    nouns = [form for form in forms if (form, LEXINFO.partOfSpeech, LEXINFO.noun) in graph]
    assert len(nouns) == 1, entry
    return str(graph.value(nouns[0], ONTOLEX.writtenRep))


def plain(graph: Graph, entry: Node) -> set[Node | None]:
    """Return the numbers of the forms that are verbs of the active voice."""
    apart = (LEXINFO.partOfSpeech, LEXINFO.voice, TT.usedFor)
    forms = graph.objects(entry, ONTOLEX.otherForm)
    verbs = [form for form in forms if all(graph.value(form, kind) is None for kind in apart)]
    return {graph.value(form, LEXINFO.number) for form in verbs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_ours_has_a_noun_which_is_its_label(
    ontology: Graph, language: str
) -> None:
    known = entries(ontology, language)
    for prop in entries(ontology, "en"):
        if str(prop).startswith(TT):
            label = tagged(ontology, prop, RDFS.label, language)
            assert [noun(ontology, known[prop])] == label, prop


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_others_is_called_by_its_noun(ontology: Graph, language: str) -> None:
    for prop, entry in entries(ontology, language).items():
        called = tagged(ontology, prop, TT.noun, language)
        assert str(prop).startswith(TT) or called == [noun(ontology, entry)], prop


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_is_there_in_both_numbers_or_not_at_all(ontology: Graph, language: str) -> None:
    for entry in entries(ontology, language).values():
        assert plain(ontology, entry) in ({LEXINFO.singular, LEXINFO.plural}, set()), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_in_the_language_of_its_entry_with_one_slot_at_most(
    ontology: Graph, language: str
) -> None:
    for entry in set(entries(ontology, language).values()):
        assert f"/lexicon/{language}/" in str(entry)
        for form in ontology.objects(entry, ONTOLEX.otherForm):
            text = ontology.value(form, ONTOLEX.writtenRep)
            assert isinstance(text, Literal)
            assert text.language == language
            assert str(text).count("…") <= 1, text
            assert str(text) == " ".join(str(text).split(" ")).strip(), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_classes_facets_and_qualifiers_have_labels(ontology: Graph, language: str) -> None:
    things = {TT.Thing, *ontology.transitive_subjects(RDFS.subClassOf, TT.Thing)}
    for kind in (TT.Facet, TT.QualifierProperty, TT.Rank):
        things |= set(ontology.subjects(RDF.type, kind))
    ours = [one for one in things if one is not None and str(one).startswith(TT)]
    assert len(ours) > 100
    for one in ours:
        assert len(tagged(ontology, one, RDFS.label, language)) == 1, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_the_graph_are_of_known_things_in_their_script(
    data: Graph, language: str
) -> None:
    labels = parsed("data", f"labels/{language}")
    assert len(labels) > 700
    for thing, kind, text in labels:
        assert kind in {RDFS.label, TT.shortName}
        assert tagged(data, thing, RDFS.label, "en"), thing
        assert isinstance(text, Literal)
        assert text.language == language
        assert bool(CYRILLIC.search(text)) == (language == "ru"), text


def test_no_label_is_of_a_class_which_is_not_declared(ontology: Graph) -> None:
    for language in LANGUAGES:
        declared = set(ontology.subjects(RDF.type)) | {OWL.Thing}
        assert set(parsed("ontology", f"labels-{language}").subjects()) <= declared
