import pytest

import tertium
from tertium.api import Page
from tertium.api.page_triples import read_page, read_page_rdf
from tertium.errors import BadPageError
from tertium.model.verdict import View
from tests.render.pages import every_kind


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    kg = tertium.open()
    people = ("Abraham Lincoln", "George Washington", "Winston Churchill")
    return (
        kg.describe(people[0], at="1862-01-01", rows=4),
        kg.compare(*people[:2], facet="Legacy", view=View.MISSING),
        kg.explain(kg.compare(*people, language="ru", rows=4)),
    )


def test_one_entity_a_day_an_empty_view_and_another_language_are_read_back(
    pages: tuple[Page, ...],
) -> None:
    for page in pages:
        for name in ("turtle", "jsonld"):
            assert read_page_rdf(page.render(name)) == page.to_json()


@pytest.mark.parametrize("name", ["turtle", "jsonld"])
def test_a_page_is_read_back(name: str) -> None:
    page = Page(*every_kind())
    assert read_page_rdf(page.render(name)) == page.to_json()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<a> <b>", "no Turtle"),
        ('{"@context": "https://example.org/context", "@id": "urn:a"}', "no JSON-LD"),
        ("{", "no JSON-LD"),
        ("<urn:a> <urn:b> << <urn:a> <urn:b> _:c >> .", "0 comparisons"),
        ("<urn:a> a <https://w3id.org/tertium/ontology#Page> .", "schema|null"),
    ],
)
def test_what_is_no_page_is_refused(text: str, problem: str) -> None:
    with pytest.raises(BadPageError, match=problem):
        read_page_rdf(text)


@pytest.mark.parametrize("name", ["json", "turtle", "jsonld"])
def test_a_page_is_read_however_it_is_written(name: str) -> None:
    page = Page(*every_kind())
    assert read_page(page.render(name)) == page.to_json()


def test_json_that_is_no_page_is_left_to_its_reader() -> None:
    assert read_page(" {}") == " {}"
