"""What may be said: every property has a facet, an order and words; alignments point somewhere."""

import csv

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from tertium.resources import folder, resource_files

TT = Namespace("https://w3id.org/tertium/ontology#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
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
        assert ontology.value(iri, RDFS.label) is not None
        assert ontology.value(iri, TT.facet) in facets
    orders = [ontology.value(iri, TT.order) for iri in told]
    assert len(set(orders)) == len(orders)


def test_every_property_is_typed_as_object_or_datatype_property(
    ontology: Graph, told: list[URIRef]
) -> None:
    for iri in told:
        kinds = set(ontology.objects(iri, RDF.type)) & {OWL.ObjectProperty, OWL.DatatypeProperty}
        assert len(kinds) == 1, iri


def test_every_property_has_a_verb_in_singular_and_plural(
    ontology: Graph, told: list[URIRef]
) -> None:
    for iri in told:
        senses = ontology.subjects(ONTOLEX.reference, iri)
        entries = [entry for s in senses for entry in ontology.subjects(ONTOLEX.sense, s)]
        numbers = {
            ontology.value(form, LEXINFO.number)
            for entry in entries
            for form in ontology.objects(entry, ONTOLEX.otherForm)
        }
        assert {LEXINFO.singular, LEXINFO.plural} <= numbers, iri


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
        assert TT.Thing in kinds or iri in apart or str(iri).endswith("Property"), iri


@pytest.mark.parametrize("name", ALIGNMENTS)
def test_alignments_are_sssom_over_declared_terms(ontology: Graph, name: str) -> None:
    text = (folder("ontology") / "alignments" / name).read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#  ")]
    prefixes = dict(line[3:].split(": ", 1) for line in head)
    rows = list(csv.DictReader(text.splitlines()[text.count("\n#") + 1 :], delimiter="\t"))
    assert rows
    for row in rows:
        assert URIRef(TT[row["subject_id"].removeprefix("tt:")]) in set(ontology.subjects())
        assert row["predicate_id"] in RELATIONS
        assert row["object_id"].split(":")[0] in prefixes
        assert row["mapping_justification"] == "semapv:ManualMappingCuration"
