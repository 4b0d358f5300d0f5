"""What a page is about and what it cites, for search engines: JSON-LD in words of schema.org."""

import json
from collections.abc import Iterator
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.description import Description
from tertium.render.escaping import visible, web_address
from tertium.render.json_values import Json
from tertium.render.layout import Chapter, Layout, Work

__all__ = ["abstract", "schema_org"]

_LONGEST: Final = 300
_DAY: Final = len("2026-11-23")
_INERT: Final = str.maketrans(
    {one: f"\\u{ord(one):04x}" for one in ("<", ">", "&", "\u2028", "\u2029")}
)
"""What could end the element of a page in which the text stands."""


def schema_org(comparison: Comparison, page: Layout, *, address: str = "") -> str:
    """Return an article (JSON-LD) that may stand in a `script` element as it is.

    `page` is the comparison laid out, `address` where it is to be found.

    `dateModified` is the day on which the newest document of the graph was fetched; where the
    graph has no such documents there is none.
    """
    text = json.dumps(dict(_article(comparison, page, address)), ensure_ascii=False)
    return text.translate(_INERT)


def abstract(summary: Chapter) -> str:
    """Return the first sentences of a summary, as many as fit in a short description."""
    told = ""
    for passage in summary.passages:
        longer = f"{told} {''.join(words.text for words in passage.words)}".strip()
        if len(longer) > _LONGEST:
            break
        told = longer
    return told


def _article(comparison: Comparison, page: Layout, address: str) -> Iterator[tuple[str, Json]]:
    yield "@context", "https://schema.org"
    yield "@type", "Article"
    if address:
        yield from (("@id", address), ("url", address))
    yield from (("headline", page.title), ("name", page.title))
    yield "inLanguage", page.language
    if said := abstract(page.summary):
        yield "abstract", said
    yield "about", [dict(_thing(one)) for one in comparison.entities]
    yield "isBasedOn", dict(_graph(comparison))
    yield "citation", [dict(_work(work)) for work in page.works]
    if days := [one.retrieved[:_DAY] for one in comparison.graph.fetched]:
        yield "dateModified", max(days)


def _thing(description: Description) -> Iterator[tuple[str, Json]]:
    yield "@type", "Thing"
    if web_address(description.iri):
        yield "@id", description.iri
    yield "name", visible(description.label)
    if description.description:
        yield "description", visible(description.description)
    if same := [iri for iri in description.same_as if web_address(iri)]:
        yield "sameAs", list[Json](same)


def _graph(comparison: Comparison) -> Iterator[tuple[str, Json]]:
    yield "@type", "Dataset"
    yield "name", visible(comparison.graph.id) or "a graph without a name"
    if comparison.graph.version:
        yield "version", visible(comparison.graph.version)


def _work(work: Work) -> Iterator[tuple[str, Json]]:
    yield "@type", "CreativeWork"
    yield "name", work.label
    if work.address:
        yield "url", work.address
    if work.licence:
        yield "license", work.licence
