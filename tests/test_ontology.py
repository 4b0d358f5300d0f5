"""What may be said: every property has a facet, an order and words; alignments point somewhere."""

import csv
from collections import Counter

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from tertium.model.lexicon import Gender, Number, Tense, ValueNoun, Voice
from tertium.model.schema import QualifierRole
from tertium.queries.alignments import bundled_alignments
from tertium.queries.prefixes import expand
from tertium.render.triples import shapes, words
from tertium.render.triples.leaves import NOTHING
from tertium.resources import folder, ontology_files, resource_files
from tertium.store.vocabulary import canonical

TT = Namespace("https://w3id.org/tertium/ontology#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
FEATURES = {
    LEXINFO.number: {str(LEXINFO[number.value]) for number in Number},
    LEXINFO.gender: {str(LEXINFO[gender.value]) for gender in Gender},
    LEXINFO.tense: {str(LEXINFO[tense.value]) for tense in Tense},
    LEXINFO.voice: {str(LEXINFO[voice.value]) for voice in Voice},
    LEXINFO.partOfSpeech: {str(LEXINFO.noun)},
    TT.usedFor: {str(TT[use]) for use in ("both", "contrast", "countNoun")},
}
RELATIONS = {"skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch"}
ALIGNMENTS = ("classes.sssom.tsv", "properties.sssom.tsv")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for _, file in resource_files(folder("ontology"), ".ttl"):
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


@pytest.fixture(scope="module")
def told(ontology: Graph) -> list[URIRef]:
    return [s for s in ontology.subjects(TT.facet) if isinstance(s, URIRef)]


def test_every_property_has_a_label_a_facet_and_an_order_of_its_own(
    ontology: Graph, told: list[URIRef]
) -> None:
    facets = set(ontology.subjects(RDF.type, TT.Facet))
    for iri in told:
        assert ontology.value(iri, RDFS.label) or ontology.value(iri, TT.noun), iri
        assert ontology.value(iri, TT.facet) in facets, iri
    places = Counter(ontology.value(iri, TT.order) for iri in told)
    assert [iri for iri in told if places[ontology.value(iri, TT.order)] > 1] == []


def test_every_property_is_typed_as_object_or_datatype_property(
    ontology: Graph, told: list[URIRef]
) -> None:
    for iri in told:
        kinds = set(ontology.objects(iri, RDF.type)) & {OWL.ObjectProperty, OWL.DatatypeProperty}
        assert len(kinds) == 1, iri


def test_every_property_that_is_told_has_a_verb_in_singular_and_plural(
    ontology: Graph, told: list[URIRef]
) -> None:
    quiet = set(ontology.subjects(RDF.type, TT.QuietProperty))
    for iri in [one for one in told if one not in quiet]:
        senses = ontology.subjects(ONTOLEX.reference, iri)
        entries = [entry for s in senses for entry in ontology.subjects(ONTOLEX.sense, s)]
        numbers = {
            ontology.value(form, LEXINFO.number)
            for entry in entries
            for form in ontology.objects(entry, ONTOLEX.otherForm)
        }
        assert {LEXINFO.singular, LEXINFO.plural} <= numbers, iri


def test_every_verb_is_of_a_property_that_is_told(ontology: Graph, told: list[URIRef]) -> None:
    assert set(ontology.objects(None, ONTOLEX.reference)) <= set(told)


def test_no_property_has_two_verbs_in_one_language(ontology: Graph) -> None:
    verbs = [
        (ontology.value(entry, ONTOLEX.language), ontology.value(sense, ONTOLEX.reference))
        for entry, sense in ontology.subject_objects(ONTOLEX.sense)
    ]
    assert [verb for verb, times in Counter(verbs).items() if times > 1] == []


def test_every_form_has_words_and_features_which_are_read(ontology: Graph) -> None:
    for form in ontology.objects(None, ONTOLEX.otherForm):
        assert len(list(ontology.objects(form, ONTOLEX.writtenRep))) == 1
        for feature, value in ontology.predicate_objects(form):
            assert feature == ONTOLEX.writtenRep or str(value) in FEATURES[URIRef(str(feature))], (
                value
            )


def test_the_values_of_a_verb_are_nouns_of_a_known_kind(ontology: Graph) -> None:
    assert {str(kind) for kind in ontology.objects(None, TT.valueNoun)} <= {
        str(TT[kind.value]) for kind in ValueNoun
    }


def test_facets_stand_in_one_order(ontology: Graph) -> None:
    orders = [ontology.value(iri, TT.order) for iri in ontology.subjects(RDF.type, TT.Facet)]
    assert len(set(orders)) == len(orders)


def test_every_facet_has_a_property(ontology: Graph) -> None:
    used = set(ontology.objects(None, TT.facet))
    assert set(ontology.subjects(RDF.type, TT.Facet)) == used


def test_qualifiers_play_known_roles(ontology: Graph) -> None:
    known = {role.value for role in QualifierRole}
    assert {str(role) for role in ontology.objects(None, TT.role)} <= known


def test_every_class_used_by_a_property_is_declared(ontology: Graph) -> None:
    schema = Namespace("https://schema.org/")
    used = set(ontology.objects(None, schema.domainIncludes)) | {
        o for o in ontology.objects(None, schema.rangeIncludes) if str(o).startswith(TT)
    }
    assert used <= set(ontology.subjects(RDF.type, OWL.Class))


def test_every_class_descends_from_thing(ontology: Graph) -> None:
    apart = {TT.Thing, TT.Statement, TT.Source, TT.Reference, TT.Rank, TT.Facet}
    for iri in ontology.subjects(RDF.type, OWL.Class):
        kinds = set(ontology.transitive_objects(iri, RDFS.subClassOf))
        assert kinds & {TT.Thing, TT.PagePart} or iri in apart or str(iri).endswith("Property"), iri


@pytest.mark.parametrize("name", ALIGNMENTS)
def test_alignments_are_sssom_over_declared_terms(ontology: Graph, name: str) -> None:
    text = (folder("ontology") / "alignments" / name).read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#  ")]
    prefixes = dict(line[3:].split(": ", 1) for line in head)
    rows = list(csv.DictReader(text.splitlines()[text.count("\n#") + 1 :], delimiter="\t"))
    assert rows
    declared = set(ontology.subjects())
    for row in rows:
        assert URIRef(expand(row["subject_id"]) or "") in declared, row
        assert row["predicate_id"] in RELATIONS
        for curie in (row["subject_id"], row["object_id"]):
            prefix, _, local = curie.partition(":")
            assert expand(curie) == prefixes[prefix] + local
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"


def test_no_word_of_others_is_aligned_twice_with_one_of_ours() -> None:
    text = (folder("ontology") / "alignments" / "properties.sssom.tsv").read_text(encoding="utf-8")
    pairs = [tuple(line.split("\t")[0:4:3]) for line in text.splitlines() if line[:1] != "#"]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("wdt:P453", "tt:asRole"),
        ("wdt:P17", "tt:place"),
        ("wdt:P1686", "tt:inWork"),
        ("dbo:populationTotal", "wd:P1082"),
        ("schema:director", "wd:P57"),
        ("org:memberOf", "wd:P463"),
        ("bio:mother", "tt:mother"),
        ("wgs:alt", "wd:P2044"),
    ],
)
def test_words_of_others_mean_the_same_as_ours(theirs: str, ours: str) -> None:
    word = expand(theirs)
    assert word
    assert expand(ours) in bundled_alignments().ours[canonical(word)]


def test_every_word_of_a_page_is_described_and_no_other(ontology: Graph) -> None:
    terms = {term.name for shape in shapes().values() for term in shape.terms}
    types = {shape.type for shape in shapes().values()}
    verdicts = {
        name for key in ("relation", "state", "rank", "type") for name in words(key).values()
    }
    cube = {"tt:cellValue", "tt:valueNumber", "tt:CellState", "tt:Relation", "tt:PagePart"}
    told = {
        TT[name[3:]] for name in terms | types | verdicts | cube | {NOTHING} if name[:3] == "tt:"
    }
    assert all(ontology.value(word, RDFS.label) for word in told)
    pages = Graph()
    pages.parse(data=(folder("ontology") / "pages" / "pages.ttl").read_text("utf-8"))
    assert set(pages.subjects()) <= told


def test_the_words_of_pages_are_part_of_no_graph() -> None:
    assert not [name for name, _ in ontology_files() if name.startswith("pages/")]
