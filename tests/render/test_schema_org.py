import json
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tertium.model.comparison import Comparison, GraphInfo
from tertium.model.description import Description
from tertium.model.narrative import Narrative
from tertium.model.revision import Revision
from tertium.model.terms import Iri
from tertium.model.verdict import Relation
from tertium.render.composing import compose
from tertium.render.schema_org import abstract, schema_org
from tests.render.builders import A, B, cell, comparison, entity, row, sentence, statement
from tests.render.conftest import Page

PLACE = "https://example.org/compare/a/b"


def made(comparison_: Comparison, narrative: Narrative, address: str = "") -> dict[str, object]:
    text = schema_org(comparison_, compose(comparison_, narrative), address=address)
    found: dict[str, object] = json.loads(text)
    return found


def test_a_page_is_an_article_about_its_entities(whole: Page) -> None:
    article = made(*whole, PLACE)
    assert (article["@context"], article["@type"]) == ("https://schema.org", "Article")
    assert (article["@id"], article["url"]) == (PLACE, PLACE)
    about = article["about"]
    assert isinstance(about, list)
    assert [one["name"] for one in about] == ["Joseph Stalin", "Leon Trotsky"]
    assert about[0]["@id"] == A.iri


def test_each_work_is_cited_with_its_address_and_licence(whole: Page) -> None:
    works = compose(*whole).works
    cited = made(*whole)["citation"]
    assert isinstance(cited, list)
    assert [one["name"] for one in cited] == [work.label for work in works]
    assert [one.get("url", "") for one in cited] == [work.address for work in works]
    assert [one.get("license", "") for one in cited] == [work.licence for work in works]


def test_it_names_the_graph_and_the_day_of_its_newest_document(small: Page) -> None:
    assert "dateModified" not in made(*small)
    assert made(*small)["isBasedOn"] == {"@type": "Dataset", "name": "a graph without a name"}
    fetched = tuple(
        Revision(entity="x", number=1, url="https://x.org", retrieved=f"2026-11-{day}T09:00:00Z")
        for day in (21, 23, 22)
    )
    graph = GraphInfo(id="mine", version="v1", fetched=fetched)
    article = made(replace(small[0], graph=graph), small[1])
    assert article["dateModified"] == "2026-11-23"
    assert article["isBasedOn"] == {"@type": "Dataset", "name": "mine", "version": "v1"}


def test_what_an_entity_is_and_where_else_it_is_told(small: Page) -> None:
    known = Description(
        entity=entity("a", "A"),
        description="first",
        same_as=(Iri("http://www.wikidata.org/entity/Q1"), Iri("urn:x")),
    )
    odd = Description(entity=replace(B, iri=Iri("javascript:alert(1)")))
    about = made(replace(small[0], entities=(known, odd)), small[1])["about"]
    assert isinstance(about, list)
    assert about[0]["description"] == "first"
    assert about[0]["sameAs"] == ["http://www.wikidata.org/entity/Q1"]
    assert "@id" not in about[1]


def test_the_abstract_has_whole_sentences() -> None:
    some = statement("x", A)
    told = tuple(sentence(text, some) for text in ("Short.", "x" * 280 + ".", "y" * 30))
    assert (
        abstract(compose(comparison(), Narrative(summary=told)).summary) == f"Short. {'x' * 280}."
    )
    long = (sentence("z" * 301, some),)
    assert abstract(compose(comparison(), Narrative(summary=long)).summary) == ""
    assert "abstract" not in made(comparison(), Narrative(summary=long))


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs in ([], [("type", "application/ld+json")])
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read_in_a_page(text: str) -> object:
    parser = _Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script>')
    parser.close()
    assert parser.tags == ["script"]
    return json.loads(parser.text)


def test_hostile_texts_stay_inside_the_element(nasty: Page) -> None:
    text = schema_org(nasty[0], compose(*nasty))
    assert not set("<>&\u2028\u2029") & set(text)
    assert read_in_a_page(text) == made(*nasty)


@given(st.text() | st.just("</script><!--<script>"))
def test_any_label_comes_out_as_it_was_laid_out(label: str) -> None:
    line = row("x", Relation.SAME, cell(A, statement("x", A)), cell(B, statement("y", A)))
    page = comparison(line, entities=(entity("a", label), B))
    layout = compose(page, Narrative())
    found = read_in_a_page(schema_org(page, layout))
    assert isinstance(found, dict)
    assert found["about"][0]["name"] == layout.headings[0].entity.text
