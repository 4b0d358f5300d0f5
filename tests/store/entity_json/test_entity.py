import pyoxigraph as ox
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tertium.errors import BadDataError
from tertium.store.entity_json import entity_triples
from tests.store.entity_json.builders import (
    Json,
    about,
    item,
    item_snak,
    said,
    short,
    snak,
    statement,
)


def test_names_are_said_in_every_language() -> None:
    document = item(
        labels={"en": {"language": "en", "value": "Trotsky"}},
        descriptions={"de": {"language": "de", "value": "Politiker"}},
        aliases={"fr": [{"language": "fr", "value": "Léon"}, {"language": "fr", "value": "LT"}]},
    )
    assert said(document) == {
        "wd:Q1 a wikibase:Item",
        'wd:Q1 rdfs:label "Trotsky"@en',
        'wd:Q1 schema:description "Politiker"@de',
        'wd:Q1 skos:altLabel "Léon"@fr',
        'wd:Q1 skos:altLabel "LT"@fr',
    }


def test_empty_objects_may_be_arrays() -> None:
    document: Json = {"type": "item", "id": "Q1", "labels": [], "aliases": [], "claims": []}
    assert said(document) == {"wd:Q1 a wikibase:Item"}


def test_a_property_declares_itself() -> None:
    document: Json = {"type": "property", "id": "P31", "datatype": "wikibase-item"}
    assert {short(quad) for quad in entity_triples(document)} == {
        "wd:P31 a wikibase:Property",
        "wd:P31 wikibase:propertyType wikibase:WikibaseItem",
        "wd:P31 wikibase:claim p:P31",
        "wd:P31 wikibase:directClaim wdt:P31",
        "wd:P31 wikibase:novalue wdno:P31",
        "wd:P31 wikibase:statementProperty ps:P31",
        "wd:P31 wikibase:statementValue psv:P31",
        "wd:P31 wikibase:qualifier pq:P31",
        "wd:P31 wikibase:qualifierValue pqv:P31",
        "wd:P31 wikibase:reference pr:P31",
        "wd:P31 wikibase:referenceValue prv:P31",
    }


def test_another_wikibase_has_iris_of_its_own() -> None:
    quads = entity_triples(item(statement(item_snak("P1", "Q2"))), base="https://acme.test/")
    direct = ox.NamedNode("https://acme.test/prop/direct/P1")
    assert [str(quad.object) for quad in quads if quad.predicate == direct] == [
        "<https://acme.test/entity/Q2>"
    ]


def test_what_was_told_in_a_file_is_not_told_again() -> None:
    number = snak("P1", "quantity", {"amount": "+1", "unit": "1"}, "quantity")
    source = {"hash": "r", "snaks": {"P2": [item_snak("P2", "Q3")]}}
    document = item(statement(number, references=[source]))
    seen: set[str] = set()
    first = {short(quad) for quad in entity_triples(document, seen=seen)}
    second = {short(quad) for quad in entity_triples(document, seen=seen)}
    assert first == {short(quad) for quad in entity_triples(document)}
    assert second < first
    assert not any(line.startswith(("v:", "ref:", "wd:P")) for line in second)
    assert "s:Q1-a prov:wasDerivedFrom ref:r" in second


def test_only_so_many_values_are_remembered_but_all_properties() -> None:
    number = snak("P1", "quantity", {"amount": "+1", "unit": "1"}, "quantity")
    seen = {str(index) for index in range(100_000)}
    for _ in range(2):
        lines = {short(quad) for quad in entity_triples(item(statement(number)), seen=seen)}
    assert any(line.startswith("v:") for line in lines)
    assert not about("wd:P1", lines)


BAD: dict[str, Json] = {
    "no type": {"id": "Q1"},
    "no id": {"type": "item"},
    "claims in a row": {"type": "item", "id": "Q1", "claims": [{}]},
    "a claim that is none": {"type": "item", "id": "Q1", "claims": {"P1": [5]}},
    "claims that are a text": {"type": "item", "id": "Q1", "claims": {"P1": "x"}},
    "an evil property": {"type": "item", "id": "Q1", "claims": {"P1> <": []}},
    "a label without words": item(labels={"en": {"language": "en"}}),
    "a lone surrogate": item(labels={"en": {"language": "en", "value": "\ud800"}}),
    "a statement without id": item({"mainsnak": item_snak("P1", "Q2"), "rank": "normal"}),
    "an unknown rank": item(statement(item_snak("P1", "Q2"), rank="royal")),
    "an unknown snak": item(statement({"snaktype": "vague", "property": "P1"})),
    "no value": item(statement({"snaktype": "value", "property": "P1"})),
    "a huge coordinate": item(
        statement(snak("P1", "globecoordinate", {"latitude": 10**400, "longitude": 0}))
    ),
}


@pytest.mark.parametrize("document", BAD.values(), ids=BAD.keys())
def test_a_malformed_document_is_refused_before_anything_is_said(document: Json) -> None:
    seen: set[str] = set()
    with pytest.raises(BadDataError, match="entity "):
        next(entity_triples(document, seen=seen))
    assert not seen


WHOLE = item(
    statement(
        snak("P1", "quantity", {"amount": "+1", "unit": "1"}, "quantity"),
        qualifiers={"P2": [item_snak("P2", "Q3"), {"snaktype": "somevalue", "property": "P2"}]},
        references=[{"hash": "r", "snaks": {"P2": [item_snak("P2", "Q3")]}}],
    ),
    statement(
        snak("P4", "globecoordinate", {"latitude": 1, "longitude": 2, "precision": None}), "Q1$b"
    ),
    statement(snak("P5", "time", {"time": "+1917-10-25T00:00:00Z", "calendarmodel": "c:"}), "Q1$c"),
    labels={"en": {"language": "en", "value": "x"}},
    aliases={"en": [{"language": "en", "value": "y"}]},
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.data())
def test_no_document_brings_another_error(data: st.DataObject) -> None:
    try:
        list(entity_triples(_spoiled(WHOLE, data)))
    except BadDataError:
        event("refused")


def _spoiled(fields: Json, data: st.DataObject) -> Json:
    key = data.draw(st.sampled_from(sorted(fields)))
    return {**fields, key: _spoiled_value(fields[key], data)}


def _spoiled_value(value: object, data: st.DataObject) -> object:
    if isinstance(value, dict) and value and data.draw(st.integers(0, 9)):
        return _spoiled(value, data)
    if isinstance(value, list) and value and data.draw(st.integers(0, 9)):
        return [_spoiled_value(value[0], data), *value[1:]]
    return data.draw(JSON)
