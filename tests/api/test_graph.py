import json
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

import tertium
from tertium.errors import (
    AmbiguousEntityError,
    BadLanguageTagError,
    BadParameterError,
    BadQueryError,
    NothingStatedError,
    SelfComparisonError,
    TooFewEntitiesError,
    TooManyEntitiesError,
    UnknownEntityError,
    UnknownQueryError,
    UnknownRowError,
)
from tertium.model.selection import Offers
from tertium.store.protocol import Solutions
from tertium.store.rdflib_terms import to_rdflib

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_labels_iris_and_curies_mean_the_same(bundled: tertium.KnowledgeGraph) -> None:
    by_label = bundled.compare("Joseph Stalin", "Leon Trotsky").to_json()
    iri = "https://w3id.org/tertium/id/stalin"
    assert bundled.compare(iri, "wd:Q33391").to_json() == by_label
    assert bundled.compare("ex:stalin", "Q33391").to_json() == by_label


def test_a_page_says_what_is_shared_what_differs_and_what_is_missing(
    small: tertium.KnowledgeGraph,
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage")
    assert [row.predicate.label for row in page.commonalities] == ["place of birth"]
    assert [row.predicate.label for row in page.gaps] == ["date of birth"]
    assert page.differences == ()
    assert page["background"] in page.rows
    assert page["place of birth"].evidence[0].references[0].source.label == "The Letters"
    assert [row.predicate.label for row in page] == [row.predicate.label for row in page.rows]
    with pytest.raises(UnknownRowError):
        page["shoe size"]


def test_the_queries_of_a_page_say_what_is_shared_and_what_one_alone_has(
    small: tertium.KnowledgeGraph,
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage")
    shared = small.query(page.queries.similarity)
    assert isinstance(shared, Solutions)
    assert [str(row["value"]).rpartition("/")[2] for row in shared.rows] == [
        "ontology#Person",
        "london",
    ]
    iri, alone = page.queries.differences[0]
    assert iri == page.entities[0].iri
    assert "1815-12-10" in str(small.query(alone))


def test_view_and_facet_choose_rows_and_sentences_the_number_rows_only(
    bundled: tertium.KnowledgeGraph,
) -> None:
    pair = ("Joseph Stalin", "Leon Trotsky")
    whole = bundled.compare(*pair)
    few = bundled.compare(*pair, rows=3)
    foreign = bundled.compare(*pair, facet="Foreign policy")
    missing = bundled.compare(*pair, view=tertium.View.MISSING)
    assert len(few.rows) == 3
    assert few.narrative == whole.narrative
    assert {row.facet.label for row in foreign} == {"Foreign policy"}
    assert [section.heading for section in foreign.narrative.sections] == ["Foreign policy"]
    told = {s.predicate.facet.label for n in foreign.narrative.sentences for s in n.evidence}
    assert told == {"Foreign policy"}
    assert {row.relation for row in missing} == {tertium.Relation.INCOMPLETE}


def test_a_page_of_any_choice_passes_its_own_check(bundled: tertium.KnowledgeGraph) -> None:
    pair = ("Joseph Stalin", "Leon Trotsky")
    page = bundled.compare(*pair, view=tertium.View.SHARED, length=tertium.Length.SHORT)
    assert page.narrative.sentences
    assert bundled.verify(page.to_json()) == ()


def test_one_entity_is_described_without_contrast(bundled: tertium.KnowledgeGraph) -> None:
    page = bundled.describe("Rosa Luxemburg")
    assert page.title == "Rosa Luxemburg"
    assert page.queries.similarity == ""
    assert "whereas" not in page.render("text")


def test_what_cannot_be_compared_is_refused(small: tertium.KnowledgeGraph) -> None:
    with pytest.raises(TooFewEntitiesError):
        small.compare("Ada Lovelace")
    with pytest.raises(TooManyEntitiesError, match="at most 50"):
        small.compare(*["Ada Lovelace"] * 51)
    with pytest.raises(SelfComparisonError):
        small.compare("Ada Lovelace", "ada lovelace")
    with pytest.raises(SelfComparisonError):
        small.compare("Ada Lovelace", "Countess of Lovelace")
    with pytest.raises(UnknownEntityError, match="Ada Lovelace"):
        small.compare("Ada Lovelac", "Charles Babbage")
    with pytest.raises(AmbiguousEntityError, match="smith-2"):
        small.compare("Smith", "Charles Babbage")
    with pytest.raises(NothingStatedError, match="London"):
        small.describe("London")
    with pytest.raises(BadLanguageTagError):
        small.compare("Ada Lovelace", "Charles Babbage", language="xx")


def test_an_iri_means_itself_before_its_twin(small: tertium.KnowledgeGraph) -> None:
    assert small.resolve("ex:ada") == "https://w3id.org/tertium/id/ada"


def test_find_gives_the_nearest_names(bundled: tertium.KnowledgeGraph) -> None:
    assert bundled.find("Trotskij")[0].entity.label == "Leon Trotsky"
    assert bundled.find("Koba")[0].entity.label == "Joseph Stalin"
    assert bundled.find("zzzzzz") == ()


def test_saved_queries_take_labels_iris_and_lists(bundled: tertium.KnowledgeGraph) -> None:
    one = bundled.query("history/works", person="Leon Trotsky")
    assert "my-life" in str(one)
    two = bundled.query("compare/shared", entity=["ex:stalin", "Leon Trotsky"])
    assert isinstance(two, Solutions)
    assert two.rows
    by_property = bundled.query("history/values-of-a-property", property="tt:killedBy")
    assert "Ramón Mercader" in str(by_property)


def test_queries_that_cannot_be_run_are_refused(bundled: tertium.KnowledgeGraph) -> None:
    with pytest.raises(UnknownQueryError, match="history/"):
        bundled.query("history/work")
    with pytest.raises(BadQueryError):
        bundled.query("SELECT nothing at all")
    with pytest.raises(BadParameterError):
        bundled.query("compare/shared", person="Leon Trotsky")


def test_a_notebook_shows_the_page(small: tertium.KnowledgeGraph) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage")
    assert page._repr_html_() == page.render("html")


def test_a_page_verifies_on_its_graph_only(
    small: tertium.KnowledgeGraph, bundled: tertium.KnowledgeGraph
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage").to_json()
    assert small.verify(page) == ()
    (failure,) = bundled.verify(page)
    assert "knows no entity" in failure.problem


def changed(document: str, old: str, new: str) -> str:
    assert old in document
    return document.replace(old, new)


def test_a_page_that_was_tampered_with_fails(small: tertium.KnowledgeGraph) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage").to_json()
    words = small.verify(changed(page, "born in London", "born in Paris"))
    assert any("“Paris” has no ground" in failure.problem for failure in words)
    locator = small.verify(changed(page, '"p. 1"', '"p. 2"'))
    assert any(failure.where.startswith("cell 'place of birth'") for failure in locator)


TAMPERED = {
    "title": ('"title": "Ada', '"title": "Lady Ada'),
    "row 'place of birth'": ('"relation": "same"', '"relation": "different"'),
}


@pytest.mark.parametrize("where", TAMPERED)
def test_title_and_verdicts_are_checked_too(small: tertium.KnowledgeGraph, where: str) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage").to_json()
    assert where in {failure.where for failure in small.verify(changed(page, *TAMPERED[where]))}


def test_connections_are_checked_too(bundled: tertium.KnowledgeGraph) -> None:
    document = json.loads(bundled.compare("Joseph Stalin", "Leon Trotsky").to_json())
    document["relations"].pop()
    assert [failure.where for failure in bundled.verify(json.dumps(document))] == ["connections"]


def test_a_claim_must_be_a_saved_question_on_all_its_evidence(
    small: tertium.KnowledgeGraph,
) -> None:
    document = json.loads(small.compare("Ada Lovelace", "Charles Babbage").to_json())
    sentence = document["narrative"]["summary"][0]
    sentence["claims"] = [{"kind": "shared", "ask": "ASK { ?s ?p ?o }"}]
    problems = {failure.problem for failure in small.verify(json.dumps(document))}
    assert "a claim is none of the saved questions" in problems
    assert any("no claim rests on" in problem for problem in problems)


def test_a_cell_that_said_nothing_fails_when_something_is_recorded(
    small: tertium.KnowledgeGraph, file: Path, tmp_path: Path
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage").to_json()
    more = file.read_text(encoding="utf-8") + (
        "s:babbage-born a tt:Statement ; rdf:subject ex:babbage ; rdf:predicate tt:birthDate ;"
        ' rdf:object "1791-12-26"^^xsd:date ; prov:wasDerivedFrom src:letters .'
    )
    later = tmp_path / "more.ttl"
    later.write_text(more, encoding="utf-8")
    problems = [failure.problem for failure in tertium.open(later).verify(page)]
    assert "the page says not-stated, the graph value" in problems


def test_a_cell_fails_when_its_property_is_gone(
    small: tertium.KnowledgeGraph, file: Path, tmp_path: Path
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage").to_json()
    less = tmp_path / "less.ttl"
    text = file.read_text(encoding="utf-8")
    born, place = text.index("s:ada-born"), text.index("s:ada-place")
    less.write_text(text[:born] + text[place:], encoding="utf-8")
    problems = [failure.problem for failure in tertium.open(less).verify(page)]
    assert "the graph says nothing of this property any more" in problems


def test_no_document_is_a_clear_error(small: tertium.KnowledgeGraph) -> None:
    with pytest.raises(tertium.TertiumError, match="no JSON"):
        small.verify("{")
    with pytest.raises(tertium.TertiumError, match="required property"):
        small.verify("{}")


def test_a_table_is_the_comparison_of_a_page(small: tertium.KnowledgeGraph) -> None:
    pair = ("Ada Lovelace", "Charles Babbage")
    page = small.compare(*pair)
    assert small.table(*pair) == replace(page.comparison, offers=Offers())
    assert small.narrate(page.comparison) == page.narrative
    with pytest.raises(TooFewEntitiesError):
        small.table("Ada Lovelace")


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("wikibase.ttl", ("Livia Ardens", "Marek Holt")),
        (
            "plain.ttl",
            ("http://lakes.example.org/place/alder", "http://lakes.example.org/place/birch"),
        ),
    ],
)
def test_a_page_on_a_graph_of_any_shape_verifies_until_a_statement_goes(
    name: str, pair: tuple[str, str]
) -> None:
    graph = rdflib.Graph().parse(FIXTURES / name)
    page = tertium.open(graph).compare(*pair).to_json()
    assert tertium.open(graph).verify(page) == ()
    told = json.loads(page)["narrative"]["sections"][0]["sentences"][0]
    assert told["evidence"]
    for row in tertium.open(graph).compare(*pair).comparison.rows:
        for statement in row.evidence:
            if statement.iri == told["evidence"][0]:
                node = (statement.iri, str(rdflib.RDF.subject), None)
                subject, predicate, _ = (*statement.triples, node)[0]
                graph.remove((to_rdflib(subject), rdflib.URIRef(predicate), None))
    failures = tertium.open(graph).verify(page)
    assert any(told["text"] in failure.where for failure in failures)


@pytest.mark.parametrize(
    ("language", "title", "heading"),
    [("de", "Worin liegt", "Vergleich"), ("de-AT", "Worin liegt", "Vergleich")],
)
def test_a_page_is_in_the_language_asked_for(
    small: tertium.KnowledgeGraph, language: str, title: str, heading: str
) -> None:
    page = small.compare("Ada Lovelace", "Charles Babbage", language=language)
    english = small.compare("Ada Lovelace", "Charles Babbage")
    assert heading in page.render("markdown")
    assert title in page.render("html")
    told, same = (
        [[claim.ask for claim in one.claims] for one in each.narrative.sentences]
        for each in (page, english)
    )
    assert told == same


def test_what_is_no_language_tag_is_refused(small: tertium.KnowledgeGraph) -> None:
    for tag in ("", "de at", "de\n", "deutsch-"):
        with pytest.raises(BadLanguageTagError):
            small.compare("Ada Lovelace", "Charles Babbage", language=tag)


def test_patterns_are_told_in_english_and_paths_in_every_language(
    small: tertium.KnowledgeGraph,
) -> None:
    pair = ("Ada Lovelace", "Charles Babbage")
    assert small.common(*pair, language="de") == small.common(*pair)
    german, english = (small.paths(*pair, language=one).paths for one in ("de", "en"))
    iris = [[[s.iri for s in one.statements] for one in each] for each in (german, english)]
    assert iris[0] == iris[1]
    assert [one.text for one in german] != [one.text for one in english]
