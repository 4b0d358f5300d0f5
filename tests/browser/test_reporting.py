"""A reader finds a fault in a statement and tells it."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import Readers


@pytest.mark.parametrize("scripts", [True, False])
def test_a_problem_with_a_statement_is_told(readers: Readers, *, scripts: bool) -> None:
    reader = readers(scripts=scripts)
    page = reader.page
    reader.open("/compare/ex:stalin/ex:trotsky")
    note = page.locator("tbody details.note").first
    note.locator("summary").click()
    statement = note.locator(".statement").first.inner_text()
    note.get_by_role("button", name="Report a problem").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Report a problem")
    assert page.locator("[name=statement]").input_value() == statement
    expect(page.locator("blockquote.said")).not_to_be_empty()
    page.get_by_label("It is wrong").check()
    page.get_by_label("What is wrong, and what would be right?").fill("<b>Not</b> so: \u202e!")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Nobody has decided about it yet")).to_be_visible()
