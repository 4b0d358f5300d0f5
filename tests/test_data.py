"""What is said: the bundled graph conforms to its shapes and is as large as we promise."""

import re

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from tertium.model.dates import Calendar, day_number
from tertium.resources import folder, resource_files

EX = Namespace("https://w3id.org/tertium/id/")
TT = Namespace("https://w3id.org/tertium/ontology#")
PROV = Namespace("http://www.w3.org/ns/prov#")
DATE_LINKS = (RDF.object, TT.startTime, TT.endTime, TT.pointInTime)


def parsed(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        root = folder("data" if name == "data" else "ontology")
        for file_name, file in resource_files(root, ".ttl"):
            if name == "data" or file_name.startswith("shapes/") == (name == "shapes"):
                graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return parsed("ontology")


@pytest.fixture(scope="module")
def data(vocabulary: Graph) -> Graph:
    return vocabulary + parsed("data")


@pytest.fixture(scope="module")
def whole(data: Graph) -> ox.Store:
    return embedded(data)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return parsed("shapes")


def violations(graph: Graph, shapes: Graph) -> str:
    from pyshacl import validate

    conforms, _, text = validate(graph, shacl_graph=shapes, inplace=True)
    return "" if conforms else str(text)


def checks() -> dict[str, str]:
    files = resource_files(folder("queries") / "check", ".rq")
    return {name.removesuffix(".rq"): file.read_text(encoding="utf-8") for name, file in files}


def found(store: ox.Store, query: str) -> list[str]:
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    return [str(row) for row in rows]


def embedded(graph: Graph) -> ox.Store:
    store = ox.Store()
    store.load(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    return store


def test_the_graph_conforms_to_its_shapes(data: Graph, shapes: Graph) -> None:
    assert violations(data, shapes) == ""


@pytest.mark.parametrize("name", checks())
def test_no_check_finds_anything(whole: ox.Store, name: str) -> None:
    assert found(whole, checks()[name]) == []


SUBJECT = "rdf:subject ex:stalin"
IDEOLOGY = "rdf:predicate tt:ideology ; rdf:object ex:leninism"
LIVED = "rdf:predicate tt:residence ; rdf:object"
JUDGED = "rdf:predicate tt:assessedAs ; rdf:object ex:leninism"
BORN = "rdf:predicate tt:birthDate ; rdf:object"
BROKEN = {
    "needs a source": f"{SUBJECT} ; {IDEOLOGY} .",
    "well-typed date": f'{SUBJECT} ; {BORN} "1878-13-40"^^xsd:date ; SOURCE .',
    "ill-typed date": f'{SUBJECT} ; {IDEOLOGY} ; SOURCE ; tt:startTime "1898 or so"^^xsd:date .',
    "class and a label": f"{SUBJECT} ; {LIVED} ex:nowhere ; SOURCE .",
    "not in the ontology": f"{SUBJECT} ; rdf:predicate tt:made ; rdf:object ex:moscow ; SOURCE .",
    "judgement-without-holder": f"{SUBJECT} ; {JUDGED} ; SOURCE .",
    "wrong-value": f"{SUBJECT} ; {LIVED} ex:leninism ; SOURCE .",
    "wrong-subject": f"rdf:subject ex:moscow ; {IDEOLOGY} ; SOURCE .",
    "unknown-qualifier": f"{SUBJECT} ; {IDEOLOGY} ; SOURCE ; tt:facet ex:moscow .",
    "wrong-field": "rdf:subject ex:x ; rdf:predicate tt:field ; rdf:object ex:foreign-policy ."
    " s:y rdf:subject ex:stalin ; rdf:predicate tt:economicPolicyOpposed ; rdf:object ex:x .",
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_each_rule_catches_its_mistake(
    data: Graph, vocabulary: Graph, shapes: Graph, mistake: str
) -> None:
    small = Graph() + vocabulary
    source = next(s for s in data.subjects(RDF.type, TT.Source) if isinstance(s, URIRef))
    for node in (EX.stalin, EX.leninism, EX.moscow, source):
        small += data.triples((node, None, None))
    names = {"s": "urn:s:", "ex": EX, "tt": TT, "prov": PROV, "rdf": RDF, "xsd": XSD}
    prefixes = "".join(f"@prefix {key}: <{iri}> . " for key, iri in names.items())
    text = BROKEN[mistake].replace("SOURCE", f"prov:wasDerivedFrom <{source}>")
    small.parse(data=f"{prefixes} s:x a tt:Statement ; {text}", format="turtle")
    if mistake in checks():
        assert found(embedded(small), checks()[mistake])
    else:
        assert mistake in violations(small, shapes)


def parts(date: Literal) -> tuple[int, int, int]:
    match = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", str(date))
    assert match is not None, date
    return int(match[1]), int(match[2]), int(match[3])


def test_every_old_style_date_is_the_julian_form_of_a_date_beside_it(data: Graph) -> None:
    for statement, old in data.subject_objects(TT.oldStyle):
        beside = [o for link in DATE_LINKS for o in data.objects(statement, link)]
        numbers = {
            day_number(*parts(d))
            for d in beside
            if isinstance(d, Literal) and d.datatype == XSD.date
        }
        assert isinstance(old, Literal)
        assert day_number(*parts(old), calendar=Calendar.JULIAN) in numbers, statement


def test_no_statement_ends_before_it_starts(data: Graph) -> None:
    for statement, start in data.subject_objects(TT.startTime):
        for end in data.objects(statement, TT.endTime):
            assert year(start) <= year(end), statement


def year(date: object) -> int:
    return int(str(date)[:5].rstrip("-") if str(date).startswith("-") else str(date)[:4])


def test_no_fact_stands_twice(data: Graph) -> None:
    seen: dict[tuple[object, ...], object] = {}
    for statement in data.subjects(RDF.type, TT.Statement):
        links = (
            RDF.subject,
            RDF.predicate,
            RDF.object,
            TT.startTime,
            TT.pointInTime,
            TT.accordingTo,
            TT.asRole,
            TT.endTime,
            TT.inWork,
            TT.place,
        )
        key = tuple(tuple(sorted(map(str, data.objects(statement, link)))) for link in links)
        assert key not in seen, (statement, seen[key])
        seen[key] = statement


def count(data: Graph, name: str) -> int:
    kinds = data.transitive_subjects(RDFS.subClassOf, TT[name])
    return len({thing for kind in kinds for thing in data.subjects(RDF.type, kind)})


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("Person", 30),
        ("Role", 40),
        ("Ideology", 30),
        ("Policy", 40),
        ("Event", 30),
        ("Statement", 2500),
    ],
)
def test_the_graph_is_as_large_as_promised(data: Graph, name: str, least: int) -> None:
    assert count(data, name) >= least


def test_wikidata_ids_are_given_once_each(data: Graph) -> None:
    ids = [str(o) for o in data.objects(None, SKOS.exactMatch) if "wikidata" in str(o)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", i) for i in ids)


def test_the_order_of_files_and_triples_changes_nothing() -> None:
    from tertium.store.loading import load

    files = list(resource_files(folder("data"), ".ttl"))
    assert load([], bundled=files).digest() == load([], bundled=reversed(files)).digest()
