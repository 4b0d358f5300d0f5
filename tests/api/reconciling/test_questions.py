import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.api.reconciling.parts import count_in, name_in, parsed
from tertium.api.reconciling.questions import (
    Condition,
    Quantifier,
    Question,
    Strictness,
    batch,
    draft_batch,
)
from tertium.api.reconciling.spaces import Space, Spaces
from tertium.errors import BadRequestError, TooManyPartsError
from tertium.model.link import Given
from tertium.model.terms import Iri

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reconciliation-schemas"
WD = "http://www.wikidata.org/entity/"
SPACES = Spaces(Space(WD), Space(WD))
FINAL = sorted((FIXTURES / "0.2/queries/reconciliation-query-batch").rglob("*.json"))
DRAFT = sorted((FIXTURES / "1.0-draft/queries/reconciliation-query-batch").rglob("*.json"))


def asked(**parts: object) -> Question:
    return batch({"q": parts}, SPACES)["q"]


def drafted(*conditions: object, **parts: object) -> Question:
    (question,) = draft_batch({"queries": [{"conditions": [*conditions], **parts}]}, SPACES)
    return question


@pytest.mark.parametrize("path", FINAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_published_batches_are_read_and_bad_ones_refused(path: Path) -> None:
    document = parsed(path.read_text(encoding="utf-8"))
    if path.parent.name == "valid" or path.name == "misnamed-property.json":
        assert batch(document, SPACES)  # what nobody knows is passed over
    else:
        with pytest.raises(BadRequestError):
            batch(document, SPACES)


@pytest.mark.parametrize("path", DRAFT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_published_batches_of_the_draft_are_read_and_bad_ones_refused(path: Path) -> None:
    document = parsed(path.read_text(encoding="utf-8"))
    if path.parent.name == "valid":
        assert draft_batch(document, SPACES)
    else:
        with pytest.raises(BadRequestError):
            draft_batch(document, SPACES)


def test_a_query_has_a_name_types_properties_and_a_limit() -> None:
    question = asked(
        query=" Ada\0Lovelace ",
        type=["Q5", "no type"],
        type_strict="should",
        limit=3.0,
        properties=[{"pid": "P27", "v": ["UK", {"id": "Q145"}, {"id": "no id", "name": "x"}]}],
    )
    assert question == Question(
        names=("Ada Lovelace",),
        types=(Iri(WD + "Q5"), None),
        strictness=Strictness.SHOULD,
        given=(Given(Iri(WD + "P27"), ("UK", WD + "Q145", "no id")),),
        limit=3,
    )


def test_a_single_type_and_a_single_value_need_no_array() -> None:
    question = asked(query="x", type="Q5", properties=[{"pid": "P1", "v": 1.5}])
    assert question.types == (WD + "Q5",)
    assert question.given[0].values == ("1.5",)


def test_truth_and_whole_numbers_are_values() -> None:
    given = asked(properties=[{"pid": "a property", "v": [True, 12]}]).given
    assert given == (Given(None, ("true", "12")),)


def test_what_is_null_or_empty_is_not_said() -> None:
    silent = [{"pid": "P1", "v": value} for value in (None, "", " ", [], [None, ""])]
    nulls = dict.fromkeys(("type", "type_strict", "limit"))
    found = asked(query="x", properties=silent, **nulls)
    assert found == asked(query="x", properties=[{"pid": "P1", "v": ""}] * 5)
    assert not any(one.values for one in found.given)
    assert asked(query="x", properties=None) == asked(query="x")


def test_no_more_candidates_are_proposed_than_we_have() -> None:
    assert asked(query="x", limit=999).limit == 100


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"query": 1},
        {"query": "x", "type": {}},
        {"query": "x", "type": [1]},
        {"query": "x", "type_strict": "perhaps"},
        {"query": "x", "type_strict": []},
        {"query": "x", "limit": 0},
        {"query": "x", "limit": True},
        {"query": "x", "limit": 1.5},
        {"query": "x", "properties": {}},
        {"query": "x", "properties": [1]},
        {"query": "x", "properties": [{"pid": "P1"}]},
        {"query": "x", "properties": [{"pid": "P1", "v": {"name": "x"}}]},
    ],
)
def test_what_is_of_another_kind_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(BadRequestError):
        asked(**parts)


def test_conditions_are_names_identifiers_or_properties() -> None:
    question = drafted(
        {"matchType": "name", "propertyValue": ["Ada", "Augusta", ""]},
        {"matchType": "id", "propertyValue": "Q7259"},
        {"matchType": "property", "propertyId": "P27", "propertyValue": "UK", "required": True},
        {"matchType": "property", "propertyId": "P1", "propertyValue": "x", "required": False},
        {
            "matchType": "property",
            "propertyId": "P2",
            "propertyValue": "y",
            "matchQuantifier": "none",
        },
        type="Q5",
        limit=2,
    )
    assert question == Question(
        names=("Ada", "Augusta"),
        ids=("Q7259",),
        types=(Iri(WD + "Q5"),),
        given=(Given(Iri(WD + "P27"), ("UK",)), Given(Iri(WD + "P1"), ("x",))),
        conditions=(
            Condition(Iri(WD + "P27"), ("UK",)),
            Condition(Iri(WD + "P2"), ("y",), Quantifier.NONE),
        ),
        limit=2,
    )


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        {"queries": {}},
        {"queries": [{"conditions": [{"matchType": "colour", "propertyValue": "x"}]}]},
        {"queries": [{"conditions": [{"matchType": "property", "propertyValue": "x"}]}]},
    ],
)
def test_a_batch_of_the_draft_of_another_form_is_refused(document: object) -> None:
    with pytest.raises(BadRequestError):
        draft_batch(document, SPACES)


@pytest.mark.parametrize("text", ["", "{", "NaN", "[" * 100_000, "1" * 10_000])
def test_what_is_no_json_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        parsed(text)
    assert len(str(refused.value)) < 100


def test_too_many_queries_or_parts_are_refused() -> None:
    with pytest.raises(TooManyPartsError, match="501 queries"):
        batch({str(n): {"query": "x"} for n in range(501)}, SPACES)
    with pytest.raises(TooManyPartsError, match="101 v"):
        asked(properties=[{"pid": "P1", "v": ["x"] * 101}])


def test_a_number_may_be_written_in_a_string() -> None:
    assert count_in("5", "limit") == 5


def test_half_a_character_is_in_nobodys_name() -> None:
    assert name_in(json.loads('"A\\ud800 B"'), "query") == "A  B"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=50)
@given(JSON)
def test_whatever_json_comes_is_read_or_refused(document: object) -> None:
    for read in (batch, draft_batch):
        with contextlib.suppress(BadRequestError):
            assert read(document, SPACES) is not None
