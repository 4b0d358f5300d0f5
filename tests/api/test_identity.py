import json
from pathlib import Path

import pytest

import tertium
from tertium.api.counting import census
from tertium.errors import AmbiguousEntityError, SelfComparisonError
from tertium.model.verdict import Length
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.api.conftest import PREFIXES

HEAD = PREFIXES + (
    "@prefix a: <http://a.example/> . @prefix wd: <http://www.wikidata.org/entity/> ."
    " @prefix b: <http://b.example/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> ."
    " @prefix p: <http://www.wikidata.org/prop/> . @prefix wikibase: <http://wikiba.se/ontology#> ."
    " @prefix ps: <http://www.wikidata.org/prop/statement/> ."
    " @prefix pq: <http://www.wikidata.org/prop/qualifier/> ."
    " @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
)
A = (
    'a:ada a a:Person ; rdfs:label "Ada"@en ; a:born "1815-12-10"^^xsd:date ; a:field a:maths ;'
    ' a:town "London" . a:bob a a:Person ; rdfs:label "Bob"@en ; a:born "1791-12-26"^^xsd:date ;'
    " a:field a:maths ; a:friend a:ada ; a:pet a:rex . a:friend a owl:SymmetricProperty ."
    ' a:maths rdfs:label "mathematics"@en . a:rex rdfs:label "Rex"@en .'
    ' a:born rdfs:label "born"@en . a:field rdfs:label "field"@en . a:Person rdfs:label "person" .'
    ' a:height rdfs:label "height"@en . a:rival rdfs:label "rival"@en .'
)
PLAIN = (
    'b:1 a b:Human ; rdfs:label "Ada"@en , "Lovelace"@en ; a:born "1815-12-10"^^xsd:date ;'
    ' a:height 160 ; skos:altLabel "A. L."@en . b:2 rdfs:label "Bob"@en ; a:height 170 ;'
    ' a:field b:sums ; a:rival b:1 . b:sums rdfs:label "sums"@en .'
)
REIFIED = (
    'b:1 a tt:Person ; rdfs:label "Ada"@en . s:1 a tt:Statement ; rdf:subject b:1 ;'
    " rdf:predicate a:height ; rdf:object 160 ; tt:startTime '1835'^^xsd:gYear ;"
    ' prov:wasDerivedFrom src:x . src:x rdfs:label "Register" . b:2 rdfs:label "Bob"@en .'
    " s:2 a tt:Statement ; rdf:subject b:2 ; rdf:predicate a:field ; rdf:object b:sums ;"
    " prov:wasDerivedFrom src:x . s:3 a tt:Statement ; rdf:subject b:2 ; rdf:predicate a:height ;"
    ' rdf:object 170 ; prov:wasDerivedFrom src:x . b:sums rdfs:label "sums"@en .'
)
WIKIBASE = (
    'wd:Q1 rdfs:label "Ada"@en ; p:P2048 s:w1 . s:w1 ps:P2048 160 ; wikibase:rank'
    ' wikibase:NormalRank ; pq:P580 "1835-01-01"^^xsd:date . wd:P2048 rdfs:label "height"@en .'
    ' wd:Q2 rdfs:label "Bob"@en ; p:P2048 s:w2 . s:w2 ps:P2048 170 ; wikibase:rank'
    " wikibase:NormalRank . wd:Q1 owl:sameAs b:1 . b:2 owl:sameAs wd:Q2 ."
)
LINKS = "a:ada skos:exactMatch b:1 . b:2 owl:sameAs a:bob . a:maths skos:exactMatch b:sums ."


def opened(folder: Path, *parts: str) -> tertium.KnowledgeGraph:
    paths = [folder / f"{number}.ttl" for number, _ in enumerate(parts)]
    for path, part in zip(paths, parts, strict=True):
        path.write_text(HEAD + part, encoding="utf-8")
    return tertium.open(*paths)


def test_a_label_of_linked_things_means_one(tmp_path: Path) -> None:
    kg = opened(tmp_path, A, PLAIN, LINKS)
    assert kg.resolve("Ada") == kg.resolve("Lovelace") == kg.resolve("http://b.example/1")
    assert [one.entity.iri for one in kg.find("Ada")] == ["http://a.example/ada"]
    with pytest.raises(AmbiguousEntityError):
        opened(tmp_path, A, PLAIN).resolve("Ada")


def test_all_that_is_stated_of_twins_is_on_one_page(tmp_path: Path) -> None:
    page = opened(tmp_path, A, PLAIN, LINKS).compare("Ada", "Bob")
    ada, bob = page.entities
    assert (ada.same_as, ada.aliases) == (("http://b.example/1",), ("A. L.",))
    assert set(ada.entity.types) == {"http://a.example/Person", "http://b.example/Human"}
    assert bob.same_as == ("http://b.example/2",)
    assert page["field"].relation.value == "same"
    assert page["height"].relation.value == "different"
    (born,) = page["born"].cells[0].statements
    assert [one.source.label for one in born.references] == ["b.example: 1"]
    assert len(page.comparison.connections) == 2


@pytest.mark.parametrize("twins", [PLAIN, REIFIED, REIFIED + WIKIBASE], ids=["plain", "n", "w"])
@pytest.mark.parametrize("turned", ["", "b:1 a:likes b:2 . a:likes owl:inverseOf a:liked ."])
def test_a_page_on_twins_holds_and_rests_on_the_links(
    twins: str, turned: str, tmp_path: Path
) -> None:
    more = "a:ada a:liked a:tom . a:tom rdfs:label 'Tom' ." if turned else ""
    kg = opened(tmp_path, A + more, twins + turned, LINKS)
    page = kg.compare("Ada", "Bob", length=Length.LONG)
    told = [one for one in page.narrative.sentences if "160" in one.text]
    assert told
    assert all("#exactMatch> <http://b.example/1>" in one.claims[0].ask for one in told)
    assert kg.verify(page.to_json()) == ()
    for link in ("a:ada skos:exactMatch b:1 .", "b:2 owl:sameAs a:bob ."):
        assert opened(tmp_path, A + more, twins + turned, LINKS.replace(link, "")).verify(
            page.to_json()
        )


def test_what_others_state_of_a_twin_is_turned_round(tmp_path: Path) -> None:
    said = (
        "b:7 a:child b:1 . b:7 owl:sameAs a:byron . a:byron rdfs:label 'Byron' ; a:height 1 , 2 ."
    )
    kg = opened(
        tmp_path,
        A + "a:bob a:father a:rex . a:father owl:inverseOf a:child .",
        PLAIN + said,
        LINKS,
    )
    page = kg.compare("Ada", "Bob", length=Length.LONG)
    (father,) = page["http://a.example/father"].cells[0].statements
    assert (father.subject, father.stated_of) == ("http://a.example/ada", "http://b.example/1")
    assert (father.term, father.value) == (
        "http://b.example/7",
        kg.reader.entities((kg.resolve("Byron"),))[0],
    )
    assert kg.verify(page.to_json()) == ()


def test_a_thing_is_not_compared_with_itself_under_another_name(tmp_path: Path) -> None:
    kg = opened(tmp_path, A, PLAIN, LINKS + "b:1 skos:exactMatch wd:Q7259 .")
    for other in ("http://b.example/1", "Lovelace", "wd:Q7259"):
        with pytest.raises(SelfComparisonError, match=r"exactMatch> <http://b.*says?:"):
            kg.compare("http://a.example/ada", other)
    with pytest.raises(SelfComparisonError, match=r"Ada is named twice: compare"):
        kg.paths("Ada", "Ada")


def test_links_lead_on_but_are_no_connection(tmp_path: Path) -> None:
    kg = opened(tmp_path, A.replace("a:field a:maths ; a:town", "a:town"), PLAIN, LINKS)
    told = [path.sentence.text for path in kg.paths("Ada", "Bob", steps=2).paths]
    assert len(told) == 2
    assert not any("match" in text.lower() or "same as" in text.lower() for text in told)
    kg = opened(
        tmp_path,
        A.replace("a:friend a:ada ;", "").replace("a:field a:maths ; a:pet", "a:pet"),
        PLAIN.replace("; a:rival b:1", ""),
        LINKS,
    )
    (path,) = kg.paths("Ada", "Bob", steps=2).paths
    assert "mathematics" in path.sentence.text


def test_a_twin_is_nobody_else(tmp_path: Path) -> None:
    more = "b:1 a:field a:maths . b:2 a:field a:maths . a:eve a:field a:maths ; rdfs:label 'Eve' ."
    kg = opened(tmp_path, A, PLAIN + more, LINKS)
    assert [one.entity.label for one in kg.common("Ada", "Bob").others] == ["Eve"]


def test_a_table_of_links_is_used_as_far_as_it_is_certain(tmp_path: Path) -> None:
    rows = (
        "#curie_map:\n# a: http://a.example/\n# b: http://b.example/\n"
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
        "a:ada\tskos:exactMatch\tb:1\tsemapv:LexicalMatching\t{}\n"
        "a:bob\tskos:closeMatch\tb:2\tsemapv:LexicalMatching\t0.99\n"
        "a:rex\tskos:exactMatch\tsssom:NoTermFound\tsemapv:LexicalMatching\t\n"
    )
    table = tmp_path / "links.sssom.tsv"
    for confidence, things in (("0.95", 1), ("1e-3", 2), ("", 1)):
        table.write_text(rows.format(confidence), encoding="utf-8")
        opened(tmp_path, A, PLAIN)
        kg = tertium.open(tmp_path / "0.ttl", tmp_path / "1.ttl", table)
        assert len(kg.find("Ada")) == things
        assert len(kg.find("Bob")) == 2


def test_a_page_of_linked_things_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    pages = []
    for parts in ((A, PLAIN, LINKS), (LINKS, PLAIN, A)):
        document = json.loads(opened(tmp_path, *parts).compare("Bob", "Ada").to_json())
        pages.append({name: part for name, part in document.items() if name != "graph"})
    assert pages[0] == pages[1]


def test_a_graph_elsewhere_is_taken_at_its_word(tmp_path: Path) -> None:
    here = opened(tmp_path, A, PLAIN, LINKS)
    reader = Reader(RdflibStore(to_graph(here.reader.store)), here.queries)
    kg = tertium.KnowledgeGraph(reader, info=here.info)
    with pytest.raises(SelfComparisonError, match="Ada is named twice: compare"):
        kg.compare("http://a.example/ada", "http://b.example/1")
    with pytest.raises(SelfComparisonError):
        kg.paths("http://b.example/2", "http://a.example/bob")
    assert here.sidecar
    assert census(here.sidecar, reader).conflicts == ()


def test_links_that_cannot_be_are_counted(tmp_path: Path) -> None:
    kg = opened(tmp_path, A, "a:ada owl:sameAs wd:Q7 . a:bob owl:sameAs wd:Q7 .")
    assert kg.sidecar
    (clash,) = census(kg.sidecar, kg.reader).conflicts
    assert len(clash.iris) == 3
    assert kg.compare("Ada", "Bob").entities[0].same_as == ()


def test_our_graph_and_an_excerpt_of_wikidata_are_told_as_one() -> None:
    kg = tertium.open("bundled", Path(__file__).parents[1] / "fixtures" / "wikidata.nt.xz")
    page = kg.compare("Joseph Stalin", "Leon Trotsky")
    assert page.entities[0].iri == "https://w3id.org/tertium/id/stalin"
    assert page["http://www.wikidata.org/entity/P937"].relation.value == "same"
    assert page["date of birth"].relation.value == "different"
    assert kg.verify(page.to_json()) == ()


def test_a_claim_must_name_the_links_it_rests_on(tmp_path: Path) -> None:
    kg = opened(tmp_path, A, PLAIN, LINKS)
    page = kg.compare("Ada", "Bob", length=Length.LONG).to_json()
    exact = "http://www.w3.org/2004/02/skos/core#exactMatch"
    link = f"(<http://a.example/ada> <{exact}> <http://b.example/1>) "
    assert link in page
    assert {one.check.value for one in kg.verify(page.replace(link, ""))} == {"citation"}
