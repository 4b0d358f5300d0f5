"""A graph attacks whoever reads it: nothing of it runs, leads away or leaves its place."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.handling import is_awake, leads, structured, touch_all
from tests.browser.hostile import Hostile, hostile
from tests.browser.payloads import TEXTS
from tests.browser.reading import Reader, Readers, reading
from tests.interfaces.web.served import serving

SCHEMES = ("http: ", "https: ", "mailto: ")
WIDE, NARROW = 1280, 360
FIELDS = 190
"""So many fields with a text the graph has."""
SUITE = Path(__file__).parents[3] / "shared" / "suites" / "blns.json"
PAIRS = ((0, 1), (1, 2), (4, 5), (7, 8), (0, 4, 7), (3, 9))


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def home(graph: Hostile) -> Iterator[str]:
    with serving("-g", str(graph.path), "--processes", "1") as served:
        yield served.address


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Hostile]]:
    if not SUITE.is_file():
        pytest.skip("needs the shared suites beside the checkout: blns.json")
    texts = [text for text in json.loads(SUITE.read_text(encoding="utf-8")) if "\0" not in text]
    fitting = [" ".join(texts[place::FIELDS]) for place in range(FIELDS)]
    graph = hostile(tmp_path_factory.mktemp("naughty"), fitting)
    with serving("-g", str(graph.path), "--processes", "1") as served:
        yield served.address, graph


@pytest.fixture
def victims(browser: Browser, home: str) -> Iterator[Readers]:
    with ExitStack() as leaving:
        yield Readers(browser, home, leaving)


@pytest.fixture
def victim(victims: Readers) -> Reader:
    return victims()


def harmed(reader: Reader) -> Sequence[str]:
    """Return what is wrong with the open page once everything was tried."""
    page, harms = reader.page, []
    touch_all(page)
    harms += [lead for lead in leads(page) if not lead.startswith(SCHEMES)]
    harms += ["a script has run"] * is_awake(page)
    for data in structured(page):
        json.loads(data)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        harms += [f"too wide for {width}"] * reader.is_sideways()
    return harms


def opened(reader: Reader, path: str, status: int = 200) -> Reader:
    assert reader.open(path).status == status
    return reader


@pytest.mark.parametrize("number", range(10))
def test_a_page_of_a_thing_is_harmless(victim: Reader, graph: Hostile, number: int) -> None:
    assert harmed(opened(victim, graph.entity(number))) == []


@pytest.mark.parametrize("numbers", PAIRS)
def test_a_comparison_is_harmless(victim: Reader, graph: Hostile, numbers: tuple[int, ...]) -> None:
    assert harmed(opened(victim, graph.comparison(*numbers))) == []


@pytest.mark.parametrize("page", ["embed", "missing", "paths"])
@pytest.mark.parametrize("numbers", [(0, 1), (4, 5), (7, 8)])
def test_a_page_beside_a_comparison_is_harmless(
    victim: Reader, graph: Hostile, numbers: tuple[int, ...], page: str
) -> None:
    assert harmed(opened(victim, graph.comparison(*numbers, page=page))) == []


@pytest.mark.parametrize(
    "query",
    ["statistics/classes", "statistics/kinds", "history/unsourced-statements"],
)
def test_the_answer_of_a_saved_query_is_harmless(victim: Reader, query: str) -> None:
    assert harmed(opened(victim, f"/queries/{query}?run=1")) == []
    assert victim.page.locator("table.answer tbody tr").count() > 0


@pytest.mark.parametrize("scripts", [True, False])
def test_the_answer_of_a_query_is_harmless(victims: Readers, *, scripts: bool) -> None:
    query = 'SELECT ("<b>" AS ?b) ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }'
    victim = opened(victims(scripts=scripts), f"/sparql?{urlencode({'query': query})}")
    assert victim.page.locator("table.answer tbody tr").count() > 100
    assert harmed(victim) == []


@pytest.mark.parametrize("name", TEXTS[:8])
def test_asking_for_it_is_harmless(victim: Reader, name: str) -> None:
    answer = victim.open(f"/compare?{urlencode({'a': name, 'b': name + name})}")
    assert harmed(victim) == []
    if answer.status == HTTPStatus.NOT_FOUND:
        victim.excuse("404")
    else:
        assert victim.page.locator(".candidates a").count() > 1


def test_what_is_downloaded_has_a_harmless_name(victim: Reader, graph: Hostile) -> None:
    opened(victim, graph.comparison(0, 1))
    links = victim.page.locator(".formats a").all()
    for address in {str(link.get_attribute("href")) for link in links}:
        answer = victim.page.context.request.get(victim.home + address)
        assert answer.ok
        name = answer.headers.get("content-disposition", "")
        assert re.fullmatch(r'((inline|attachment); filename="[\w.-]+")?', name)
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(links) > 3


@pytest.mark.parametrize("numbers", [(0, 1), (2, 3), (4, 5), (7, 8), (6, 9), (0,), (4,), (9,)])
def test_naughty_strings_are_harmless(
    browser: Browser, naughty: tuple[str, Hostile], numbers: tuple[int, ...]
) -> None:
    home, graph = naughty
    with reading(browser, home) as reader:
        path = graph.comparison(*numbers) if len(numbers) > 1 else graph.entity(*numbers)
        assert harmed(opened(reader, path)) == []


def test_suggestions_are_harmless(victim: Reader) -> None:
    opened(victim, "/")
    victim.page.locator("#a").press_sequentially("window canary alert")
    victim.page.get_by_role("option").first.click()
    victim.page.locator("#a").press("ArrowDown")
    expect(victim.page.get_by_role("option").first).to_be_visible()
    assert harmed(victim) == []


def test_what_can_be_moved_is_harmless(victim: Reader, graph: Hostile) -> None:
    opened(victim, graph.comparison(0, 1, page="paths"))
    victim.page.get_by_role("button", name="Move things around").click()
    expect(victim.page.locator("canvas").first).to_be_visible()
    assert harmed(victim) == []


def test_a_report_is_harmless(victim: Reader, graph: Hostile) -> None:
    opened(victim, graph.entity(1))
    victim.page.locator("tbody details.note summary").first.click()
    victim.page.get_by_role("button", name="Report a problem").first.click()
    expect(victim.page.locator("blockquote.said")).to_be_visible()
    assert harmed(victim) == []
    victim.page.locator("[name=kind]").first.check()
    victim.page.locator("[name=text]").fill(TEXTS[2])
    victim.page.get_by_role("button", name="Send").click()
    expect(victim.page.get_by_text("Thank you")).to_be_visible()
    assert harmed(victim) == []
