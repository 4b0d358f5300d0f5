import json
from collections.abc import Mapping

import pytest

from tertium.api import Page
from tertium.batch import Entry
from tertium.batch.site import Site, page_files
from tertium.errors import BadAddressError, BadDateError
from tertium.render.json import line
from tests.batch.site.building import Links, entry, pages


@pytest.fixture(scope="module")
def page() -> tuple[Page, Entry, str]:
    whole, one = next(pages())
    return whole, one, line(whole.comparison, whole.narrative)


@pytest.fixture(scope="module")
def made(page: tuple[Page, Entry, str], site: Site) -> Mapping[str, bytes]:
    return page_files(*page, site=site)


def html(files: Mapping[str, bytes], one: Entry) -> str:
    return files[f"{one.address}.html"].decode()


def test_a_page_has_its_other_forms_beside_it(
    page: tuple[Page, Entry, str], made: Mapping[str, bytes]
) -> None:
    whole, one, document = page
    assert made[f"{one.address}.json"].decode() == document + "\n"
    assert json.loads(document) == json.loads(whole.to_json())
    assert made[f"{one.address}.ttl"].decode() == whole.render("turtle")
    name = one.address.rpartition("/")[2]
    told = [known for tag, known in Links(html(made, one)).tags if tag == "link"]
    forms = {known["href"]: known["type"] for known in told if known["rel"] == "alternate"}
    assert forms == {f"{name}.json": "application/json", f"{name}.ttl": "text/turtle"}


def test_a_page_says_where_it_is_if_that_is_known(
    page: tuple[Page, Entry, str], made: Mapping[str, bytes]
) -> None:
    whole = f"https://example.org/some/where/{page[1].address}.html"
    assert f'<link rel="canonical" href="{whole}">' in html(made, page[1])
    assert "canonical" not in html(page_files(*page, site=Site()), page[1])


def test_search_engines_are_told_what_it_is(
    page: tuple[Page, Entry, str], made: Mapping[str, bytes]
) -> None:
    text = html(made, page[1])
    data = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["headline"] == page[0].title


def test_the_other_order_leads_to_the_page(page: tuple[Page, Entry, str], site: Site) -> None:
    turned = entry(0, [("http://a/1", "<b>"), ("http://a/2", "Two")])
    files = page_files(page[0], turned, page[2], site=site)
    (path,) = [path for path in files if not path.startswith(turned.address)]
    text = files[path].decode()
    first, second = (one.rpartition("/")[2] for one in turned.address.split("/")[1:])
    assert path.endswith(".html")
    assert text.count("url=../../compare/") == 1
    assert f"{first}/{second}.html" in text or path == f"compare/{second}/{first}.html"
    assert "<b>" not in text


def test_dates_are_drawn(page: tuple[Page, Entry, str], made: Mapping[str, bytes]) -> None:
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="timeline"' in html(made, page[1])


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", "https://a.example/?q", "https://[x/", "//a"]
)
def test_a_site_has_an_address_of_the_web(address: str) -> None:
    with pytest.raises(BadAddressError):
        Site(address=address)


@pytest.mark.parametrize("day", ["2026", "23.11.2026", "2026-13-01"])
def test_a_site_is_of_a_day(day: str) -> None:
    with pytest.raises(BadDateError):
        Site(updated=day)
