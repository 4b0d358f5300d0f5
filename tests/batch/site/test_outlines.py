import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers.expat import ParserCreate

from tertium.batch.site import Site
from tertium.batch.site.listing import Listing, PageLink
from tertium.batch.site.outlines import outline_files
from tests.batch.site.building import entry, many, site_of
from tests.render.hostility import HOSTILE

HOME = "https://example.org/a"
ATOM = "http://www.w3.org/2005/Atom "
MAPS = "http://www.sitemaps.org/schemas/sitemap/0.9 "
WHEN = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@dataclass
class Node:
    """An element of a document; its name follows the address of its namespace."""

    name: str
    known: Mapping[str, str] = field(default_factory=dict)
    inside: list["Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> Iterator["Node"]:
        for one in self.inside:
            if one.name == name:
                yield one
            yield from one.all(name)

    def texts(self, name: str) -> list[str]:
        return [one.text for one in self.all(name)]


def read(text: str) -> Node:
    """Return the one element of a document, which is well-formed."""
    open_ones = [Node("")]

    def start(name: str, known: dict[str, str]) -> None:
        node = Node(name, known)
        open_ones[-1].inside.append(node)
        open_ones.append(node)

    def data(words: str) -> None:
        open_ones[-1].text += words

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_ones.pop()
    parser.CharacterDataHandler = data
    parser.ParseFile(BytesIO(text.encode()))
    return open_ones[0].inside[0]


def test_a_sitemap_has_all_pages_with_their_days() -> None:
    dated = entry(9, [("http://a/1", "&"), ("http://a/2", "b")], modified="2026-01-02")
    whole = read(site_of([*many(2), dated], address=HOME)["sitemap.xml"])
    assert whole.name == f"{MAPS}urlset"
    places = whole.texts(f"{MAPS}loc")
    assert f"{HOME}/compare/q1/q2.html" in places
    assert f"{HOME}/{dated.address}.html" in places
    assert len(set(places)) == len(places) == 1 + 6 + 3
    assert whole.texts(f"{MAPS}lastmod") == ["2026-01-02"]


def test_a_sitemap_of_too_many_pages_is_split() -> None:
    links = tuple(PageLink(f"compare/q0/q{n}", "", (), "") for n in range(1, 50_002))
    listing = Listing(pages=links, things=(), news=(), sources={})
    site = Site(address=HOME)
    files = {path: content.decode() for path, content in outline_files(listing, site)}
    whole = read(files["sitemap.xml"])
    assert whole.name == f"{MAPS}sitemapindex"
    assert whole.texts(f"{MAPS}loc") == [f"{HOME}/sitemap-1.xml", f"{HOME}/sitemap-2.xml"]
    sizes = [files[f"sitemap-{number}.xml"].count("<url>") for number in (1, 2)]
    assert sizes == [50_000, 2]


def test_a_feed_has_what_atom_requires() -> None:
    hostile = [
        entry(number, [(f"http://a/{number}", text), ("http://a/b", "b")], said=text)
        for number, text in enumerate(HOSTILE)
    ]
    feed = read(site_of(hostile, address=HOME, updated="2026-11-23")["feed.xml"])
    entries = list(feed.all(f"{ATOM}entry"))
    for element in (feed, *entries):
        found = {one.name.removeprefix(ATOM): one for one in element.inside}
        assert found["id"].text.startswith(HOME)
        assert found["title"].text
        assert WHEN.fullmatch(found["updated"].text)
    assert feed.texts(f"{ATOM}name") == ["Comparisons"]
    links = [one.known["rel"] for one in feed.inside if one.name == f"{ATOM}link"]
    assert links == ["self", "alternate"]
    identifiers = feed.texts(f"{ATOM}id")
    assert len(set(identifiers)) == len(identifiers) == 1 + len(HOSTILE)


def test_a_feed_tells_the_newest_first() -> None:
    days = [f"2026-{1 + number % 12:02}-01" for number in range(300)]
    entries = [
        entry(n, [(f"http://a/{n}", str(n)), ("http://a/b", "b")], modified=day)
        for n, day in enumerate(days)
    ]
    feed = read(site_of(entries, address=HOME)["feed.xml"])
    told = feed.texts(f"{ATOM}updated")
    assert told[0] == "2026-12-01T00:00:00Z"
    assert told[1:] == sorted(told[1:], reverse=True)
    assert len(told) == 101


def test_pages_without_a_day_are_not_in_a_feed_that_has_none_for_them() -> None:
    dated = entry(9, [("http://a/1", "a"), ("http://a/2", "b")], modified="2026-01-02")
    feed = read(site_of([*many(2), dated], address=HOME)["feed.xml"])
    assert len(list(feed.all(f"{ATOM}entry"))) == 1


def test_hosts_are_told_where_the_other_order_leads() -> None:
    three = entry(9, [("http://a/1", "a"), ("http://a/2", "b"), ("http://a/3", "c")])
    files = site_of([*many(1), three], address=HOME)
    assert files["_redirects"] == "/a/compare/q2/q1.html /a/compare/q1/q2.html 301\n"
    assert "/compare/q2/q1.html /compare/q1/q2.html 301\n" in site_of(many(1))["_redirects"]


def test_robots_find_the_sitemap() -> None:
    assert site_of((), address=HOME)["robots.txt"].endswith(f"\nSitemap: {HOME}/sitemap.xml\n")
