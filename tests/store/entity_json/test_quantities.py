import pytest

from tertium.store.entity_json.quantities import quantity_value

METRE = "http://www.wikidata.org/entity/Q11573"


def test_the_sign_stays_and_a_number_without_unit_counts_ones() -> None:
    value = quantity_value({"amount": "+19460", "unit": "1"}, "")
    assert str(value.simple) == '"+19460"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert value.full is not None
    assert [str(part) for _, part in value.full.parts] == [
        "<http://wikiba.se/ontology#QuantityValue>",
        str(value.simple),
        "<http://www.wikidata.org/entity/Q199>",
    ]


def test_bounds_are_said_in_full() -> None:
    fields = {"amount": "-1.5", "upperBound": "-1.4", "lowerBound": "-1.6", "unit": METRE}
    full = quantity_value(fields, "").full
    assert full is not None
    said = {predicate.value.rpartition("#")[2]: part.value for predicate, part in full.parts}
    assert said["quantityUpperBound"] == "-1.4"
    assert said["quantityLowerBound"] == "-1.6"
    assert said["quantityUnit"] == METRE


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"amount": "+19460", "unit": "1"}, "4e3244ccc4d14053f6649e98562f6f0a"),
        ({"amount": "+1.96", "unit": METRE}, "a75316bb9a036450071a6af49f7907ca"),
    ],
)
def test_the_value_in_full_is_named_as_wikidata_names_it(fields: dict[str, str], name: str) -> None:
    full = quantity_value(fields, "").full
    assert full is not None
    assert full.hash == name


@pytest.mark.parametrize("amount", ["many", "1e5", "٣", "", "9" * 1_000_000 + "x"])
def test_an_amount_that_is_no_decimal_stays_a_text(amount: str) -> None:
    value = quantity_value({"amount": amount, "unit": "1"}, "")
    assert value.simple.value == amount
    assert "decimal" not in str(value.simple)
