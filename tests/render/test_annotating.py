import json

import pyoxigraph as ox
import rdflib
from rdflib import DCTERMS, RDF, Literal, URIRef

from tertium.model.report import Complaint, Report, Reported, ReportKind, ReportState
from tertium.model.terms import Iri
from tertium.render.annotating import annotations

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SDO = rdflib.Namespace("http://schema.org/")
ABOUT = Reported(
    statement=Iri("https://example.org/s1"),
    entity=Iri("https://example.org/one"),
    predicate=Iri("https://example.org/born"),
    value="1879-12-21",
    said='One: born: "1879"',
    page="/compare/one/two",
    graph="bundled",
    version="0123",
)
TERMS = {
    "oa": str(OA),
    "dcterms": str(DCTERMS),
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TimeState"),
            *("exact", "sourceDate", "commenting", "tagging", "linking", "editing"),
            *("questioning", "assessing", "moderating"),
        )
    },
    **{
        name: {"@id": f"oa:{term}", "@type": "@id"}
        for name, term in {
            "body": "hasBody",
            "target": "hasTarget",
            "source": "hasSource",
            "selector": "hasSelector",
            "state": "hasState",
            "scope": "hasScope",
        }.items()
    },
    **{
        name: {"@id": f"oa:{term}", "@type": "@vocab"}
        for name, term in {"motivation": "motivatedBy", "purpose": "hasPurpose"}.items()
    },
    "created": "dcterms:created",
    "modified": "dcterms:modified",
    "generated": "dcterms:issued",
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "first": {"@id": "http://www.w3.org/ns/activitystreams#first", "@type": "@id"},
}
"""The terms of the context of Web Annotations that we use, so that no network is."""


def report(kind: ReportKind = ReportKind.WRONG) -> Report:
    told = Complaint(
        about=ABOUT,
        kind=kind,
        text="It was <b>1878</b>.",
        source="https://a.example/b",
        contact="me",
    )
    return Report(
        identifier=f"abcd-{kind.value}", complaint=told, created="2026-11-23T12:00:00+00:00"
    )


def read(text: str) -> rdflib.Graph:
    document = json.loads(text)
    _, ours = document["@context"]
    document["@context"] = [TERMS, ours]
    quads = ox.parse(json.dumps(document), ox.RdfFormat.JSON_LD)
    triples = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=triples, format="nt")


def test_each_report_is_an_annotation_of_its_statement() -> None:
    text = annotations(map(report, ReportKind), generated="2026-11-24T00:00:00Z")
    graph = read(text)
    found = list(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == len(ReportKind)
    for one in found:
        (motivation,) = graph.objects(one, OA.motivatedBy)
        assert motivation in {
            OA.editing,
            OA.questioning,
            OA.assessing,
            OA.moderating,
            OA.commenting,
        }
        (target,) = graph.objects(one, OA.hasTarget)
        assert graph.value(target, OA.hasSource) == URIRef(ABOUT.statement)
        assert graph.value(target, RDF.subject) == URIRef(ABOUT.entity)
        assert graph.value(target, RDF.predicate) == URIRef(ABOUT.predicate)
        assert graph.value(target, RDF.object) == Literal(ABOUT.value)
        quote = graph.value(target, OA.hasSelector)
        assert graph.value(quote, OA.exact) == Literal(ABOUT.said)
        assert graph.value(one, DCTERMS.created) == Literal("2026-11-23T12:00:00+00:00")
        assert graph.value(one, DCTERMS.issued) == Literal("2026-11-24T00:00:00Z")
        assert graph.value(one, SDO.creativeWorkStatus) == Literal("open")
        purposes = {graph.value(body, OA.hasPurpose) for body in graph.objects(one, OA.hasBody)}
        assert purposes == {OA.commenting, OA.tagging, OA.linking}


def test_who_told_it_stays_unknown() -> None:
    decided = Report(
        identifier="abcd",
        complaint=report().complaint,
        created="2026-11-23T12:00:00+00:00",
        state=ReportState.REJECTED,
        decided="2026-11-24T12:00:00+00:00",
        note="between us",
    )
    text = annotations([decided], generated="2026")
    assert '"name": "anonymous"' in text
    assert '"modified": "2026-11-24T12:00:00+00:00"' in text
    assert '"status": "rejected"' in text
    assert "between us" not in text
    assert '"me"' not in text


def test_pages_are_named_where_the_server_is_known() -> None:
    (one,) = json.loads(annotations([report()], generated="", address="https://b.example"))[
        "first"
    ]["items"]
    assert one["target"]["scope"] == "https://b.example/compare/one/two"
    (other,) = json.loads(annotations([report()], generated=""))["first"]["items"]
    assert "scope" not in other["target"]


def test_none_are_an_empty_collection() -> None:
    document = json.loads(annotations([], generated=""))
    assert (document["total"], document["first"]["items"]) == (0, [])
