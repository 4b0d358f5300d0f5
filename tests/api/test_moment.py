import json

import pytest

import tertium
from tertium.errors import BadDateError

PAIR = ("Joseph Stalin", "Leon Trotsky")


def test_a_page_as_of_a_day_says_so_and_verifies(bundled: tertium.KnowledgeGraph) -> None:
    page = bundled.compare(*PAIR, at="1922-06-01")
    document = json.loads(page.to_json())
    assert document["title"].endswith(", as of 1 June 1922")
    assert document["limits"]["at"] == "1922-06-01"
    assert (document["limits"]["unbegun"], document["limits"]["ended"]) == ([], [])
    assert bundled.verify(page.to_json()) == ()
    assert "It speaks of 1 June 1922" in page.render("markdown")


def test_what_had_not_happened_is_not_on_the_page(bundled: tertium.KnowledgeGraph) -> None:
    then = {row.predicate.label for row in bundled.table(*PAIR, at="1922-06-01").rows}
    now = {row.predicate.label for row in bundled.table(*PAIR).rows}
    assert {"date of death", "place of death", "killed by"} <= now
    assert not {"date of death", "place of death", "killed by"} & then
    assert "date of birth" in then


def test_what_began_later_is_not_on_the_page(bundled: tertium.KnowledgeGraph) -> None:
    citizens = {
        label
        for row in bundled.table(*PAIR, at="1910").rows
        if row.predicate.label == "country of citizenship"
        for label in (getattr(s.value, "label", "") for s in row.evidence)
    }
    assert citizens == {"Russian Empire"}


def test_who_was_not_there_is_named(bundled: tertium.KnowledgeGraph) -> None:
    early = bundled.compare(*PAIR, at="1800")
    text = early.render("markdown")
    assert "Not there yet: Joseph Stalin (date of birth: " in text
    late = json.loads(bundled.describe(PAIR[1], at="1950").to_json())
    (ended,) = late["limits"]["ended"]
    assert ended["entity"].endswith("trotsky")


def test_nothing_is_called_unrecorded_because_of_the_day(bundled: tertium.KnowledgeGraph) -> None:
    for year in ("1900", "1918", "1935"):
        page = bundled.compare(*PAIR, at=year)
        assert all(not c.unrecorded for s in page.narrative.sentences for c in s.claims)
        assert bundled.verify(page.to_json()) == ()


def test_a_page_of_another_day_does_not_verify(bundled: tertium.KnowledgeGraph) -> None:
    page = bundled.compare(*PAIR, at="1930").to_json()
    assert bundled.verify(page.replace('"at": "1930"', '"at": "1910"'))


@pytest.mark.parametrize("text", ["", "1.6.1922", "yesterday", "1922-13"])
def test_what_is_no_date_is_refused(bundled: tertium.KnowledgeGraph, text: str) -> None:
    with pytest.raises(BadDateError, match="is no date"):
        bundled.compare(*PAIR, at=text)
