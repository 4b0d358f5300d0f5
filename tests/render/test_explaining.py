import json
from dataclasses import replace

import pytest

import tertium
from tertium.api.page import Page
from tertium.model.explanation import Bearing, Explanation
from tertium.render.explaining import explanation_json, say_explanation
from tertium.render.layout import ACCOUNTS


@pytest.fixture(scope="module")
def page() -> Page:
    kg = tertium.open()
    return kg.explain(kg.compare("Joseph Stalin", "Leon Trotsky"))


def test_reasons_are_given_when_asked(page: Page) -> None:
    plain = tertium.open().compare("Joseph Stalin", "Leon Trotsky")
    for name in ("text", "markdown", "html"):
        assert ACCOUNTS in page.render(name)
        assert ACCOUNTS not in plain.render(name)
    assert "explanation" not in plain.to_json()


def test_the_numbers_of_a_document_give_the_salience_again(page: Page) -> None:
    for row in json.loads(page.to_json())["rows"]:
        found = row["explanation"]
        told = [one["told"] if one else 0.0 for one in found["told"]]
        factors = (
            found["both"] * found["contrast"] * found["direct"] * found["named"] / found["most"]
        )
        share = sum(told) / len(told) * factors
        expected = 0.1 * share if found["quiet"] else 0.1 + 0.9 * share
        assert row["salience"] == pytest.approx(expected, abs=2e-3)
        for one in filter(None, found["told"]):
            product = one["frequency"] * one["breadth"] * one["shape"] * one["news"]
            assert one["told"] == pytest.approx(product, abs=2e-3)


def test_words_name_peers_values_and_factors(page: Page) -> None:
    names = ("Stalin", "Trotsky")
    words = say_explanation(page["opponent"], names)
    assert "peers of class person have it" in words
    assert "(each has a value)" in words
    assert "(one names another)" in words
    assert "a date" in say_explanation(page["date of birth"], names)
    assert "(quiet)" in say_explanation(page["gender"], names)
    silent = say_explanation(page["killed by"], names)
    assert "Stalin: 0 (nothing is stated)" in silent


def test_without_a_class_nothing_was_counted(page: Page) -> None:
    row = page["date of birth"]
    assert row.explanation is not None
    told = tuple(replace(one, kind=None, size=0) for one in row.explanation.told if one)
    found = replace(row.explanation, told=told, kinds=(None, None))
    words = say_explanation(replace(row, explanation=found, folded_into=row.predicate.iri), "AB")
    assert "no class was counted" in words
    assert words.endswith(f"folded into {row.predicate.iri}")
    plain = explanation_json(found, row)
    assert isinstance(plain, dict)
    assert "class" in str(plain["told"])


def test_what_has_no_name_is_said_to_have_none(page: Page) -> None:
    row = page["date of birth"]
    assert row.explanation is not None
    told = tuple(replace(one, nameless=True) for one in row.explanation.told if one)
    words = say_explanation(
        replace(row, explanation=replace(row.explanation, told=told, named=0.5)), "AB"
    )
    assert "and has no name)" in words
    assert "0.5 (its values have no name)" in words


def test_a_row_of_nothing_has_no_reasons() -> None:
    row = tertium.open().table("Joseph Stalin", "Leon Trotsky").rows[0]
    assert say_explanation(row, "AB") == ""
    assert say_explanation(replace(row, explanation=None), "AB") == ""
    nothing = Explanation(told=(None,), both=1.0, contrast=1.0, direct=1.0, most=2.0, quiet=True)
    assert (nothing.mean, nothing.salience) == (0.0, 0.0)
    assert len(Bearing) == 9
