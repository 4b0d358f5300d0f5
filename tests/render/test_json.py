import json
from dataclasses import replace
from decimal import Decimal

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.comparison import GraphInfo
from tertium.model.dates import Date, Precision
from tertium.model.narrative import Narrative
from tertium.model.schema import QualifierRole
from tertium.model.values import NoValue, SomeValue, Text, Value
from tertium.model.verdict import Relation
from tertium.render import json_schema
from tertium.render.json import render
from tertium.render.json_values import Json, iso_date, key_of, number, value_json
from tests.render.builders import A, B, cell, comparison, entity, row, sentence, statement
from tests.render.conftest import Page
from tests.render.pages import every_kind


def _schema() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json.loads(json_schema()))


def test_the_schema_is_a_schema() -> None:
    jsonschema_rs.meta.validate(json.loads(json_schema()))
    assert json.loads(json_schema())["$id"] == "https://w3id.org/tertium/schema/comparison/1"


def test_every_document_fits_the_schema(page: Page) -> None:
    assert list(_schema().iter_errors(json.loads(render(*page)))) == []


@pytest.mark.parametrize("path", [(), ("rows", 0), ("rows", 0, "cells", 0, "values", 0)])
def test_the_schema_refuses_a_key_too_many(path: tuple[str | int, ...], whole: Page) -> None:
    document = json.loads(render(*whole))
    place = document
    for step in path:
        place = place[step]
    place["surprise"] = 1
    assert not _schema().is_valid(document)


def test_the_keys_stand_in_the_order_of_the_contract(whole: Page) -> None:
    document = json.loads(render(*whole))
    known = json.loads(json_schema())["properties"]
    assert list(document) == list(known)
    assert list(document["rows"][0]) == [
        *("property", "facet", "relation", "reason", "salience", "contested"),
        *("common", "measure", "tally", "cells"),
    ]


def test_a_date_tells_its_old_style(whole: Page) -> None:
    value = json.loads(render(*whole))["rows"][0]["cells"][0]["values"][0]
    assert list(value.items())[:6] == [
        ("type", "date"),
        ("value", "1878-12-18"),
        ("precision", "day"),
        ("calendar", "julian"),
        ("lexical", "1878-12-18"),
        ("old_style", "1878-12-06"),
    ]


def test_a_state_without_values_names_its_statements(whole: Page) -> None:
    rows = json.loads(render(*whole))["rows"]
    spouse = next(one for one in rows if one["property"]["label"] == "spouse")
    assert spouse["cells"][1] == {
        "entity": B.iri,
        "state": "none",
        "values": [],
        "statements": ["https://w3id.org/tertium/statement/spouse-none"],
        "why": "",
    }


def test_references_are_all_the_sources_sorted(whole: Page) -> None:
    document = json.loads(render(*whole))
    iris = [one["source"] for one in document["references"]]
    assert iris == sorted({*iris})
    assert [one.rpartition("/")[2] for one in iris] == ["kotkin", "late", "service"]


def test_limits_count_the_rows_left_out(whole: Page) -> None:
    shown = len(whole[0].rows)
    assert json.loads(render(*whole))["limits"] == {
        "rows_total": shown + 3,
        "rows_shown": shown,
        "truncated": True,
        "failed_sources": [],
        "ranks": "all",
        "statistics": "counted",
        "view": "all",
        "facet": None,
        "length": "normal",
        "hidden": {"outside_facet": 0, "outside_view": 0, "beyond_limit": 0},
        "sensitive": False,
        "withheld": 0,
        "values_cut": [],
    }


def test_a_graph_which_was_not_counted_is_told(small: Page) -> None:
    rough = replace(small[0], graph=GraphInfo(counted=False))
    assert json.loads(render(rough, small[1]))["limits"]["statistics"] == "none"


def test_a_document_of_old_fits_the_schema(small: Page) -> None:
    document = json.loads(render(*small))
    for name in (
        "ranks",
        "statistics",
        "view",
        "facet",
        "hidden",
        "values_cut",
        "sensitive",
        "withheld",
    ):
        del document["limits"][name]
    del document["comparability"]
    for told in document["rows"]:
        del told["tally"]
        for cell_ in told["cells"]:
            del cell_["why"]
    assert _schema().is_valid(document)


def test_what_does_not_count_follows_with_its_rank(whole: Page) -> None:
    rows = json.loads(render(*whole))["rows"]
    seats = next(one for one in rows if one["property"]["label"] == "seat")["cells"][0]
    names = [one["statement"].rpartition("/")[2] for one in seats["values"]]
    assert names == ["seat-1", "seat-2", "seat-5", "seat-3"]
    assert [one["rank"] for one in seats["values"]][2:] == ["normal", "deprecated"]
    wrong = rows[-1]["cells"][0]
    assert (wrong["state"], len(wrong["values"]), len(wrong["statements"])) == ("not-stated", 1, 2)


def test_every_statement_is_named(whole: Page) -> None:
    text = render(*whole)
    assert all(f'"{one.iri}"' in text for line in whole[0].rows for one in line.shown)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        (Date(year=-43, month=3, day=13), "-0043-03-13"),
        (Date(year=0), "0000"),
        (Date(year=1917, month=11), "1917-11"),
        (Date(year=1917, month=11, day=7, precision=Precision.YEAR), "1917"),
        (Date(year=12345, precision=Precision.CENTURY), "12345"),
    ],
)
def test_dates_are_written_as_xsd_does(date: Date, iso: str) -> None:
    assert iso_date(date) == iso


def test_a_number_keeps_its_digits() -> None:
    assert number(Decimal("1.50")) == "1.50"
    assert number(Decimal("5.5E+6")) == "5500000"


@pytest.mark.parametrize(
    ("value", "shape"), [(NoValue(), {"type": "none"}), (SomeValue(), {"type": "unknown"})]
)
def test_a_qualifier_may_be_absent(value: Value, shape: Json) -> None:
    assert value_json(value) == shape
    assert key_of(value) == ""
    stated = statement("x", Text("x"), (QualifierRole.END, value))
    made = comparison(row("x", Relation.SAME, cell(A, stated), cell(B, stated)))
    assert _schema().is_valid(json.loads(render(made, Narrative())))


@given(st.text())
def test_any_text_survives(text: str) -> None:
    whole, narrative = every_kind()
    told = statement("x", entity("x", text), (None, Text(text)))
    line = replace(row("x", Relation.SAME, cell(A, told), cell(B, told)), reason=text)
    summary = (sentence(text, told),)
    document = json.loads(render(replace(whole, rows=(line,)), replace(narrative, summary=summary)))
    value = document["rows"][0]["cells"][0]["values"][0]
    assert [value["label"] or text, value["qualifiers"][0]["value"]["value"]] == [
        text or "X",
        text,
    ]
    assert document["narrative"]["summary"][0]["text"] == document["rows"][0]["reason"] == text


def test_a_value_names_its_property_where_that_is_not_the_one_of_the_row() -> None:
    own, other = statement("x", Text("x")), statement("y", Text("y"))
    turned = replace(own, turned=other.predicate)
    made = comparison(row("x", Relation.SAME, cell(A, own, other), cell(B, turned)))
    document = json.loads(render(made, Narrative()))
    assert _schema().is_valid(document)
    one, two = document["rows"][0]["cells"]
    named = {"iri": other.predicate.iri, "label": other.predicate.label}
    found = [(value.get("property"), value.get("inverse")) for value in one["values"]]
    assert found == [(None, None), (named, None)]
    assert [(value["property"], value["inverse"]) for value in two["values"]] == [(named, True)]


def test_a_folded_row_names_the_one_which_implies_it(small: Page) -> None:
    made, narrative = small
    folded = tuple(replace(one, folded_into=A.iri) for one in made.rows)
    document = json.loads(render(replace(made, rows=folded), narrative))
    assert {one["folded_into"] for one in document["rows"]} == {A.iri}
    assert list(_schema().iter_errors(document)) == []


def test_a_date_tells_its_bounds() -> None:
    early, late = Date(year=1878), Date(year=1879, month=2)
    told = value_json(Date(year=1878, lower=early, upper=late))
    assert told["bounds"] == {"lower": "1878", "upper": "1879-02"}
    assert value_json(Date(year=1878, lower=early))["bounds"] == {"lower": "1878", "upper": None}
