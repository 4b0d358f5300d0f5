"""A site of files is opened from a disk and from any host, in any folder of it."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tertium.batch.site import Site
from tests.batch.site.building import entry, site_of, whole_site
from tests.browser.reading import Reader, Readers, reading
from tests.loopback import Quiet, running

FOLDER = "some/where"
PAIR = "compare/ex-stalin-0/ex-trotsky-0.html"
PAGES = {
    "front": "index.html",
    "pair": PAIR,
    "hostile": "compare/ex-stalin-1/ex-trotsky-1.html",
    "thing": "entity/ex-stalin-0.html",
    "why": "_why/index.html",
    "nothing": "404.html",
}
CROWD = [
    [("http://a.example/1", "東京都"), ("http://a.example/2", "Zoë Smith")],
    [("http://a.example/2", "Zoë Smith"), ("http://a.example/3", "Zoë Smithers & <b>Sons</b>")],
]


class Host(Quiet, SimpleHTTPRequestHandler):
    """Serves files."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A disk on which two sites are, neither at the top."""
    top = tmp_path_factory.mktemp("disk")
    small = site_of(entry(number, things) for number, things in enumerate(CROWD))
    sites = {
        FOLDER: whole_site(Site(name="Pages")),
        "crowd": {p: t.encode() for p, t in small.items()},
    }
    for folder, files in sites.items():
        for path, content in files.items():
            file = top / folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return top


@pytest.fixture(scope="module", params=["disk", "host"])
def home(request: pytest.FixtureRequest, root: Path) -> Iterator[str]:
    if request.param == "disk":
        yield f"file://{root}"
        return
    with running(partial(Host, directory=str(root))) as address:
        yield address


@pytest.fixture
def readers(browser: Browser, home: str) -> Iterator[Readers]:
    with ExitStack() as leaving:
        yield Readers(browser, home, leaving)


@pytest.fixture
def reader(readers: Readers) -> Reader:
    return readers()


def sought(reader: Reader, folder: str, words: str) -> list[str]:
    reader.page.goto(f"{reader.home}/{folder}/index.html")
    reader.page.get_by_label("Name one thing, or two").fill(words)
    expect(reader.page.locator("#told > *").first).to_be_visible()
    return reader.page.locator("#told a").all_inner_texts()


def test_two_names_lead_to_their_comparison(reader: Reader) -> None:
    assert sought(reader, FOLDER, "trotsky vs joseph STALIN")[0] == "Joseph Stalin vs. Leon Trotsky"
    reader.page.locator("#told a").first.click()
    expect(reader.page.locator("h1")).to_have_text("Joseph Stalin vs. Leon Trotsky")


def test_one_name_leads_to_all_its_comparisons(reader: Reader) -> None:
    assert "Zoë Smith" in sought(reader, "crowd", "zoe smi")
    reader.page.locator("#told a").get_by_text("Zoë Smith", exact=True).click()
    expect(reader.page.locator("main li a")).to_have_count(2)


def test_any_sign_of_a_name_without_spaces_finds_it(reader: Reader) -> None:
    assert sought(reader, "crowd", "京") == ["東京都"]
    assert sought(reader, "crowd", "nobody of this name") == []


def test_without_scripts_the_list_is_there(readers: Readers) -> None:
    reader = readers(scripts=False)
    reader.page.goto(f"{readers.home}/{FOLDER}/index.html")
    expect(reader.page.locator("#search")).to_be_hidden()
    reader.page.get_by_role("link", name="Joseph Stalin").first.click()
    reader.page.locator("main li a").first.click()
    expect(reader.page.locator("h1")).to_have_text("Joseph Stalin vs. Leon Trotsky")
    reader.page.get_by_role("link", name="Pages").click()
    expect(reader.page.locator("h1")).to_have_text("Pages")


def test_the_other_order_leads_to_the_page(reader: Reader) -> None:
    reader.page.goto(f"{reader.home}/{FOLDER}/compare/ex-trotsky-0/ex-stalin-0.html")
    reader.page.wait_for_url(f"**/{PAIR}")


def test_a_page_has_its_style_in_any_folder(reader: Reader) -> None:
    reader.page.goto(f"{reader.home}/{FOLDER}/{PAIR}")
    expect(reader.page.locator(".entities")).to_have_css("display", "flex")


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_read_on_a_phone_and_in_the_dark(browser: Browser, root: Path, page: str) -> None:
    home = f"file://{root}"
    with reading(browser, home, width=360, height=640, dark=True, touch=True) as reader:
        reader.page.goto(f"{home}/{FOLDER}/{PAGES[page]}")
        assert not reader.is_sideways()
        found = Axe().run(reader.page, options={"preload": False}).response["violations"]
        assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
