import json
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.comparison import Row
from tertium.model.explanation import Bearing, Explanation, Worth
from tertium.model.narrative import Narrative
from tertium.model.terms import Iri
from tertium.model.values import Entity, Text, Value
from tertium.model.verdict import Relation
from tertium.render import render
from tertium.render.json_values import Json
from tertium.render.triples import restored
from tests.render.builders import A, B, cell, comparison, entity, row, statement
from tests.render.conftest import Page
from tests.render.triples.reading import canonical, quads, through_rdflib, triples

_NAMES = ("jsonld", "turtle")


def _text(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", _NAMES)
def test_a_page_is_the_same_after_it_was_triples(name: str, page: Page) -> None:
    found = quads(render(name, *page), name)
    assert _text(restored(triples(found))) == render("json", *page)


@pytest.mark.parametrize("name", _NAMES)
def test_it_is_the_same_when_rdflib_has_read_and_written_it(name: str, page: Page) -> None:
    found = through_rdflib(render(name, *page), name)
    assert _text(restored(triples(found))) == render("json", *page)


def test_it_is_the_same_when_a_store_has_kept_it(page: Page) -> None:
    store = ox.Store()
    store.extend(quads(render("turtle", *page), "turtle"))
    assert _text(restored(triples(store))) == render("json", *page)


def test_both_have_the_same_triples(page: Page) -> None:
    turtle, jsonld = (render(name, *page) for name in ("turtle", "jsonld"))
    assert canonical(quads(turtle, "turtle")) == canonical(quads(jsonld, "jsonld"))


def test_pages_share_no_node_without_a_name(small: Page, whole: Page) -> None:
    store = ox.Store()
    for one in (small, whole):
        store.load(render("turtle", *one).encode(), format=ox.RdfFormat.TURTLE)
    sizes = [len(quads(render("turtle", *one), "turtle")) for one in (small, whole)]
    assert len(store) == sum(sizes)


def test_a_page_is_called_by_its_content(small: Page) -> None:
    again = replace(small[0], language="de"), small[1]
    first, same, other = (_name(one) for one in (small, small, again))
    assert first == same != other


def _name(page: Page) -> str:
    found = quads(render("turtle", *page), "turtle")
    return next(str(one.subject) for one in found if one.object == _PAGE)


_PAGE = ox.NamedNode("https://w3id.org/tertium/ontology#Page")
_WORTH = Worth(
    statement=Iri("urn:s"),
    kind=A.iri,
    size=3,
    holders=2,
    sharers=1,
    own=1,
    usual=0.5,
    informativeness=1.0,
    bearing=Bearing.CONTENT,
    frequency=0.25,
    scarcity=1.0,
    breadth=1.0,
    shape=1,
    news=2.5,
)


def _explained(one: Row) -> Row:
    found = Explanation(
        told=(_WORTH, None), both=1.0, contrast=0.5, direct=1, most=2, kinds=(A, None)
    )
    return replace(one, explanation=found, folded_into=Iri("urn:broader"))


@pytest.mark.parametrize("name", _NAMES)
def test_why_a_row_is_telling_is_kept_with_those_who_have_nothing(name: str) -> None:
    stated = cell(A, statement("s", entity("x")))
    made = _explained(row("p", Relation.INCOMPLETE, stated, cell(B)))
    page = comparison(made), Narrative()
    found = quads(render(name, *page), name)
    assert _text(restored(triples(found))) == render("json", *page)


_IRIS = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"[a-z]{1,6}:(//)?[ -~\u00a0-\u00ff]{0,12}", fullmatch=True),
    st.sampled_from(
        ("label:x", "tt:Row", "_:b", "http://a/../b", "http://[::1]/", "http://a:b/", "mailto:a@b")
    ),
)


@settings(max_examples=12)
@given(
    iri=_IRIS,
    label=st.text(max_size=9),
    language=st.sampled_from(("", "de", "pt-BR", "x-a", "de-at", "123456789", "i-klingon")),
)
def test_no_text_is_lost_whatever_it_is(iri: str, label: str, language: str) -> None:
    values: tuple[Value, ...] = (Entity(Iri(iri), label), Text(label, language))
    stated = cell(A, *(statement(f"s{n}", one) for n, one in enumerate(values)))
    page = comparison(row("p", Relation.INCOMPLETE, stated, cell(B))), Narrative()
    for name in _NAMES:
        for found in (quads(render(name, *page), name), through_rdflib(render(name, *page), name)):
            assert _text(restored(triples(found))) == render("json", *page)
