"""What a reader does with a comparison."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.reading import Reader, Readers

PAIR = "/compare/ex:stalin/ex:trotsky"
UNSEEN = "!one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
THREE = "/compare/ex:stalin/ex:trotsky/ex:lenin"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def either(request: pytest.FixtureRequest, readers: Readers) -> Reader:
    """Return a reader with scripts, then one without."""
    reader = readers(scripts=bool(request.param))
    reader.open(PAIR)
    return reader


def press(mark: Locator) -> None:
    """Press the middle of what may stand in two lines."""
    mark.scroll_into_view_if_needed()
    x, y = mark.evaluate(
        "(one) => [...one.getClientRects()].filter((box) => box.width > 9)"
        ".map((box) => [box.x + box.width / 2, box.y + box.height / 2])[0]"
    )
    mark.page.mouse.click(float(x), float(y))


def opened(reader: Reader, summary: str) -> Locator:
    """Open what stands behind a summary, and return it."""
    details = reader.page.locator("details", has=reader.page.locator("summary", has_text=summary))
    details.locator("> summary").first.click()
    return details.first


def test_a_view_has_as_many_rows_as_it_promises(either: Reader) -> None:
    for view in ("All", "Differences", "Shared", "Missing"):
        link = either.page.get_by_label("Views").get_by_role("link", name=view)
        promised = int(link.locator(".count").inner_text().replace(",", ""))
        link.click()
        expect(either.page.get_by_label("Views").locator("[aria-current]")).to_contain_text(view)
        rows = either.page.locator("#comparison ~ * tbody tr:not(.facet)")
        expect(rows).to_have_count(promised)  # the page may still be coming in


def test_a_facet_has_as_many_rows_as_it_promises(either: Reader) -> None:
    opened(either, "Facets")
    link = either.page.get_by_label("Facets").get_by_role("link").nth(1)
    promised = int(link.locator(".count").inner_text())
    link.click()
    either.page.wait_for_url("**facet=**")
    rows = either.page.locator("#comparison ~ * tbody tr:not(.facet)")
    expect(rows).to_have_count(promised)


def test_a_third_is_added_moved_and_removed(either: Reader) -> None:
    opened(either, "Whom to compare")
    either.page.locator("#add").fill("Vladimir Lenin")
    either.page.get_by_role("button", name="Add").click()
    either.page.wait_for_url(f"**{THREE}")
    expect(either.page.locator("ul.entities li")).to_have_count(3)
    opened(either, "Whom to compare")
    either.page.get_by_role("link", name=re.compile("^earlier.*Lenin$")).click()
    either.page.wait_for_url("**/ex:stalin/ex:lenin/ex:trotsky")
    opened(either, "Whom to compare")
    either.page.get_by_role("link", name=re.compile("^remove.*Lenin$")).click()
    either.page.wait_for_url(f"**{PAIR}")


def test_a_date_and_a_language_are_wished(either: Reader) -> None:
    wishes = opened(either, "How to show it")
    wishes.locator("#at").fill("1922-06-01")
    wishes.locator("#lang").select_option("de")
    wishes.get_by_role("button", name="Show").click()
    either.page.wait_for_url("**at=1922-06-01**")
    assert either.page.locator("html").get_attribute("lang") == "de"
    expect(either.page.locator("#comparison")).to_have_text("Vergleich")
    assert "1922" in either.page.locator("main").inner_text()


def test_a_link_leads_to_exactly_this_page(readers: Readers) -> None:
    first, second = readers(), readers()
    first.open(f"{PAIR}?view=shared&at=1922&lang=fr")
    opened(first, "Share and download")
    link = first.page.locator("[data-share]").input_value()
    assert link.startswith(first.home)
    opened(first, "Share and download")
    second.page.goto(link)
    seen, shared = (one.page.locator("main").inner_text() for one in (first, second))
    assert seen == shared
    assert first.page.url == second.page.url


def test_a_cell_opens_to_its_sources(either: Reader) -> None:
    cell = either.page.locator("tbody tr td").first
    note = cell.locator("details.note").first
    expect(note.locator("ul").first).to_be_hidden()
    note.locator("summary").first.click()
    expect(note.locator(".statement").first).to_be_visible()
    citation = note.locator('a[href^="#source-"]').first
    target = str(citation.get_attribute("href"))
    citation.click()
    assert either.page.url.endswith(target)
    expect(either.page.locator(target)).to_be_in_viewport()


def test_a_sentence_opens_to_its_sources(either: Reader) -> None:
    note = either.page.locator(".summary details.note, .prose details.note").first
    press(note.locator("summary"))
    expect(note.locator(".statement").first).to_be_visible()


def test_on_paper_is_every_value_and_no_navigation(either: Reader) -> None:
    hidden = f"(all) => all.filter((one) => {UNSEEN}).map((one) => one.textContent)"
    values = either.page.locator("tbody td [data-statement] [data-entity]")
    assert len(values.evaluate_all(hidden)) > 0
    either.page.emulate_media(media="print")
    assert values.count() > 100
    assert values.evaluate_all(hidden) == []
    ways = either.page.locator(".search, .wishes, .choices, .report, nav, button")
    assert len(ways.evaluate_all(hidden)) == ways.count()
    assert either.page.pdf().startswith(b"%PDF")
