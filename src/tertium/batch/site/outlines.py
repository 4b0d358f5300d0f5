"""What tells programs of a site: sitemaps, a feed, where else its pages are looked for."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from tertium.batch.addresses import turned_addresses
from tertium.batch.outcomes import Entry
from tertium.batch.site.about import Site
from tertium.batch.site.listing import Listing
from tertium.render.escaping import visible

__all__ = ["outline_files"]

_MOST: Final = 50_000
"""So many addresses a sitemap has at most (sitemaps.org)."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


def outline_files(listing: Listing, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield them; without an address of the site there is no sitemap, without a day no feed."""
    if site.address:
        yield from _sitemaps(listing, site)
        if site.updated or any(entry.modified for entry in listing.news):
            yield "feed.xml", _feed(listing.news, site).encode()
    where = f"Sitemap: {site.whole('sitemap.xml')}\n" if site.address else ""
    yield "robots.txt", f"User-agent: *\nAllow: /\n{where}".encode()
    yield "_redirects", "".join(_redirects(listing, site)).encode()
    yield ".nojekyll", b""


def _sitemaps(listing: Listing, site: Site) -> Iterator[tuple[str, bytes]]:
    urls = [(f"{thing.address}.html", "") for thing in listing.things]
    urls = [("index.html", ""), *urls]
    urls += [(f"{page.address}.html", page.modified) for page in listing.pages]
    parts = [urls[start : start + _MOST] for start in range(0, len(urls), _MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", _sitemap(parts[0], site)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield (
        "sitemap.xml",
        _sitemap([(name, "") for name in names], site, of=("sitemapindex", "sitemap")),
    )
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap(part, site)


def _sitemap(
    urls: Sequence[tuple[str, str]], site: Site, *, of: tuple[str, str] = ("urlset", "url")
) -> bytes:
    whole, part = of
    lines = (
        f"<{part}><loc>{_xml(site.whole(path))}</loc>"
        f"{f'<lastmod>{_xml(day)}</lastmod>' if day else ''}</{part}>\n"
        for path, day in urls
    )
    return f'{_HEAD}<{whole} xmlns="{_SITEMAPS}">\n{"".join(lines)}</{whole}>\n'.encode()


def _feed(news: Sequence[Entry], site: Site) -> str:
    """Return an Atom feed (RFC 4287); what has no day of its own is of the day of the site."""
    dated = [(entry, entry.modified or site.updated) for entry in news]
    told = [_entry(entry, day, site) for entry, day in dated if day]
    newest = max((day for _, day in dated), default=site.updated)
    return (
        f'{_HEAD}<feed xmlns="{_ATOM}" xml:lang="{_xml(site.language)}">\n'
        f"<id>{_xml(site.whole(''))}</id>\n<title>{_xml(site.name)}</title>\n"
        f"<updated>{_xml(newest)}T00:00:00Z</updated>\n"
        f"<author><name>{_xml(site.name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_xml(site.whole("feed.xml"))}"/>\n'
        f'<link rel="alternate" type="text/html" href="{_xml(site.whole("index.html"))}"/>\n'
        f"{''.join(told)}</feed>\n"
    )


def _entry(entry: Entry, day: str, site: Site) -> str:
    address = _xml(site.whole(f"{entry.address}.html"))
    return (
        f'<entry xml:lang="{_xml(entry.language)}">\n<id>{address}</id>\n'
        f"<title>{_xml(entry.title)}</title>\n<updated>{_xml(day)}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href="{address}"/>\n'
        f"<summary>{_xml(entry.abstract)}</summary>\n</entry>\n"
    )


def _redirects(listing: Listing, site: Site) -> Iterator[str]:
    for page in listing.pages:
        for turned in turned_addresses(page.iris):
            folder = site.folder
            yield f"{folder}{turned}.html {folder}{page.address}.html 301\n"


def _xml(text: str) -> str:
    return escape(visible(text).translate(_NOT_XML))
