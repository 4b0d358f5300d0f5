import pytest

from tertium.model.statement import Reference, Source
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Entity
from tertium.queries.reading.names import NO_NAMES, Named, Names
from tertium.queries.reading.references import read_references, sources_in
from tests.queries.builders import around, item, src

ANNALS = item(1)
NAMES = Names({ANNALS: Named(Entity(ANNALS, "Annals", language="en"), labelled=True)})
REF = Iri("http://www.wikidata.org/reference/1")


def of_wikibase(snaks: str) -> Reference:
    known = around(f"<{REF}> {snaks} .")
    (reference,) = read_references([REF], known, NAMES)
    return reference


def cited(term: Term, turtle: str) -> tuple[Reference, ...]:
    return read_references([term], around(turtle), NO_NAMES)


def test_a_work_is_cited_with_its_place() -> None:
    reference = of_wikibase("pr:P248 wd:Q1 ; pr:P304 '12' ; pr:P478 '2' ; pr:P577 '1911-01-01'")
    assert reference == Reference(Source(iri=ANNALS, label="Annals", year="1911"), "vol. 2, p. 12")


def test_a_title_stands_after_the_work_it_is_in() -> None:
    assert of_wikibase("pr:P248 wd:Q1 ; pr:P1476 'Letters'@en").source.label == "Annals: Letters"


def test_an_address_is_cited_by_its_title_in_english() -> None:
    source = of_wikibase("pr:P854 <http://x.org/a> ; pr:P1476 'Titel'@de , 'Title'@en").source
    assert source == Source(iri=Iri("http://x.org/a"), label="Title", url="http://x.org/a")


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("http://www.x.org/a/b.html", "x.org: b.html"),
        ("http://x.org/", "x.org"),
        ("urn:x", "urn:x"),
    ],
)
def test_an_address_without_a_title_is_shortened(address: str, label: str) -> None:
    assert of_wikibase(f"pr:P854 <{address}>").source.label == label


def test_an_address_may_be_a_text() -> None:
    assert of_wikibase("pr:P854 'http://x.org/a'").source.url == "http://x.org/a"


@pytest.mark.parametrize(("snak", "label"), [("'1911'", "1911"), ("wd:Q1", "Annals")])
def test_the_last_resort_is_what_a_reference_says_first(snak: str, label: str) -> None:
    source = of_wikibase(f"pr:P1810 {snak}").source
    assert (source.label, source.url) == (label, "")
    assert source.iri.startswith("https://w3id.org/tertium/triple/")


def test_a_source_is_cited_with_what_is_known_of_it() -> None:
    turtle = """src:x dcterms:title 'X' ; dcterms:publisher 'P' ; dcterms:issued 1911 ;
        schema:url <http://x.org> ; dcterms:license <http://l.org> , [] ."""
    (reference,) = cited(src("x"), turtle)
    assert reference.source == Source(
        *(),
        iri=src("x"),
        label="x",
        publisher="P",
        year="1911",
        url="http://x.org",
        licence="http://l.org",
    )


def test_a_source_of_which_nothing_is_known_is_an_address() -> None:
    (reference,) = cited(Iri("http://x.org/a"), "")
    assert (reference.source.label, reference.source.url) == ("x.org: a", "http://x.org/a")


def test_a_node_names_a_source_and_places_in_it() -> None:
    known = around("src:ref tt:source src:x ; tt:locator 'ch. 1' , 'ch. 2' .")
    references = read_references([src("ref"), src("ref")], known, NO_NAMES)
    assert [(r.source.iri, r.locator) for r in references] == [
        (src("x"), "ch. 1"),
        (src("x"), "ch. 2"),
    ]


@pytest.mark.parametrize("term", [BlankNode("x"), Literal("a book")])
def test_what_has_no_name_cannot_be_cited(term: Term) -> None:
    assert cited(term, "") == ()


def test_what_references_name_must_have_a_name_itself() -> None:
    known = around(f"<{REF}> pr:P248 wd:Q1 . src:ref tt:source src:x .")
    assert sources_in([REF, src("ref"), BlankNode("x")], known) == (ANNALS, REF, src("x"))


def test_of_a_source_without_a_name_we_know_when_it_was_seen() -> None:
    source = of_wikibase("pr:P813 '2020-02-02T00:00:00Z'").source
    assert source.label == "a source without a name, retrieved 2020-02-02"
