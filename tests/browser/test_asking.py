"""Queries: those that are saved, those that are written, and those that a page has asked."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import Reader, Readers

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f) }"
ALL = "SELECT * { ?s ?p ?o }"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def either(request: pytest.FixtureRequest, readers: Readers) -> Reader:
    return readers(scripts=bool(request.param))


def write(page: Page, query: str) -> None:
    """Write a query into the editor, or into the field if there is no editor."""
    field = page.locator("#query")
    if field.is_visible():
        field.fill(query)
        return
    page.locator(".CodeMirror-code").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def test_a_saved_query_is_filled_in_and_run(either: Reader) -> None:
    either.open("/queries")
    either.page.get_by_role("link", name="history/offices-held").click()
    either.page.locator("form.fields input[type=text]").first.fill("ex:lenin")
    either.page.get_by_role("button", name="Run").click()
    expect(either.page.locator("table.answer tbody tr").first).to_be_visible()
    assert "lenin" in either.page.locator("pre.sparql").inner_text()


def test_a_query_is_written_and_run(either: Reader) -> None:
    either.open("/sparql")
    write(either.page, "SELECT ?one { VALUES ?one { 'first' 'second' } }")
    either.page.get_by_role("button", name="Run").click()
    expect(either.page.locator("table.answer tbody tr")).to_have_count(2)
    expect(either.page.locator("table.answer th")).to_have_text("one")


def test_the_place_of_a_fault_is_told(either: Reader) -> None:
    either.open("/sparql")
    write(either.page, "SELECT * { ?s ?p }")
    either.page.get_by_role("button", name="Run").click()
    expect(either.page.locator("#results .notice.wrong")).to_contain_text(
        "line 1, column 19: it breaks off"
    )
    assert "?s ?p" in either.page.locator("#query").input_value()
    either.excuse("400")


def test_what_was_cut_off_is_told(either: Reader) -> None:
    either.open(f"/sparql?{urlencode({'query': ALL})}")
    expect(either.page.locator("#results .notice")).to_contain_text("10,000")


def test_a_slow_query_is_stopped(reader: Reader) -> None:
    reader.open("/sparql")
    write(reader.page, SLOW)
    reader.page.get_by_role("button", name="Run").click()
    expect(reader.page.get_by_role("status")).to_have_text("The query is running.")
    reader.page.get_by_role("button", name="Stop").click()
    expect(reader.page.get_by_role("status")).to_have_text("The query was stopped.")
    write(reader.page, "SELECT ?one { VALUES ?one { 'still here' } }")
    reader.page.get_by_role("button", name="Run").click()
    expect(reader.page.locator("table.answer tbody td")).to_have_text("still here")


def test_the_editor_is_left_by_the_keyboard(reader: Reader) -> None:
    reader.open("/sparql")
    reader.page.locator(".CodeMirror-code").click()
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("button", name="Run")).to_be_focused()


def test_a_page_shows_the_query_behind_it(either: Reader) -> None:
    either.open("/compare/ex:stalin/ex:trotsky")
    either.page.locator(".ask-for a").first.click()
    expect(either.page.locator("table.answer tbody tr").first).to_be_visible()
    expect(either.page.locator("pre.sparql, #query").first).to_be_attached()
