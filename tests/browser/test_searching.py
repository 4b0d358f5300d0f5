"""From two names to a comparison, by mouse, by keyboard, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import Reader, Readers

PAIR = "/compare/ex:stalin/ex:trotsky"


def test_suggestions_are_picked_by_keyboard(reader: Reader) -> None:
    reader.open("/")
    keyboard = reader.page.keyboard
    for field, typed, name in (("#a", "trots", "Leon Trotsky"), ("#b", "stal", "Joseph Stalin")):
        reader.page.focus(field)
        keyboard.type(typed)
        exactly = reader.page.locator("bdi", has_text=re.compile(f"^{name}$"))
        option = reader.page.get_by_role("option").filter(has=exactly).first
        expect(option).to_be_visible()
        while option.get_attribute("aria-selected") != "true":
            keyboard.press("ArrowDown")
        keyboard.press("Enter")
        expect(reader.page.locator(field)).to_have_value(name)
        expect(reader.page.get_by_role("option")).to_have_count(0)
    keyboard.press("Enter")
    reader.page.wait_for_url(f"**{PAIR}")
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Stalin")


def test_suggestions_are_picked_by_mouse_and_closed_by_escape(reader: Reader) -> None:
    reader.open(PAIR)
    field = reader.page.locator("#search-a")
    field.press_sequentially("lenin")
    expect(reader.page.get_by_role("listbox", name="Suggestions")).to_be_visible()
    field.press("Escape")
    expect(reader.page.get_by_role("listbox")).to_have_count(0)
    expect(field).to_be_focused()
    field.press("ArrowDown")
    reader.page.get_by_role("option", name="Vladimir Lenin").first.click()
    expect(field).to_have_value("Vladimir Lenin")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_name_that_is_unknown_is_asked_back(readers: Readers, *, scripts: bool) -> None:
    reader = readers(scripts=scripts)
    reader.open("/")
    reader.page.locator("#a").fill("Trotskyy")
    reader.page.locator("#b").fill("Stalin")
    reader.page.locator("main button").click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Which one did you mean?")
    reader.excuse("404")
    reader.page.locator(".candidates a", has_text="Leon Trotsky").first.click()
    reader.page.wait_for_url(f"**{PAIR}")


def test_there_is_a_page_for_no_page(reader: Reader) -> None:
    assert reader.open("/nowhere").status == 404
    expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
    reader.excuse("404")
    reader.page.get_by_role("link", name="compare something else").click()
    reader.page.wait_for_url(f"{reader.home}/")


def test_one_goes_back_forward_and_reloads(reader: Reader) -> None:
    reader.open(PAIR)
    title = reader.page.title()
    reader.page.get_by_role("link", name="Differences").click()
    reader.page.wait_for_url("**view=differences**")
    differences = reader.page.locator("tbody tr").count()
    reader.page.go_back()
    assert reader.path == PAIR
    assert reader.page.title() == title
    reader.page.go_forward()
    reader.page.reload()
    assert "view=differences" in reader.path
    expect(reader.page.locator("tbody tr")).to_have_count(differences)
