"""The page of a comparison, and that of an entity."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from babel import Locale

from tertium.interfaces.web.pages.bounding import bounded
from tertium.interfaces.web.pages.choices import facets, formats, views
from tertium.interfaces.web.pages.members import entity_address, members
from tertium.interfaces.web.pages.panels import panels_of
from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.viewing import Viewing
from tertium.model.description import Description
from tertium.model.verdict import Length, Ranks
from tertium.render.composing import compose
from tertium.render.layout import ACCOUNTS
from tertium.render.schema_org import abstract, schema_org

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.api.page import Page
    from tertium.interfaces.web.site import Site
    from tertium.model.terms import Iri

__all__ = ["comparison_page", "embedded_page", "entity_page", "silent_page"]

_RANKS: Final = {
    Ranks.BEST: "the best",
    Ranks.STANDING: "all but deprecated ones",
    Ranks.ALL: "all",
}


def comparison_page(site: Site, viewing: Viewing, page: Page) -> str:
    """Return the page of a comparison as a reader asked for it.

    Where places lie is asked of the graph: call this where that may be asked.
    """
    return fill("comparison.html", page.comparison.graph, **_whole(site, viewing, page))


def entity_page(site: Site, viewing: Viewing, page: Page) -> str:
    """Return the page of an entity.

    What stands around it is asked of the graph: call this where that may be asked.
    """
    around = site.graph.vicinity(viewing.entities[0], language=viewing.language)
    shown = {"thing": page.entities[0], "vicinity": around, "pair": partial(_pair, viewing)}
    whole = {**_whole(site, viewing, page), **shown}
    return fill("entity.html", page.comparison.graph, **whole)


def silent_page(site: Site, viewing: Viewing) -> str:
    """Return the page of an entity of which nothing is stated; others may mention it.

    What stands around it is asked of the graph: call this where that may be asked.
    """
    (iri,) = viewing.entities
    (entity,) = site.graph.reader.entities((iri,))
    thing = Description(entity=entity, description=site.graph.reader.blurbs((iri,))[iri])
    return fill(
        "silent.html",
        site.graph.info,
        language=viewing.language,
        thing=thing,
        vicinity=site.graph.vicinity(iri, language=viewing.language),
        entity_address=entity_address,
        canonical=site.settings.address.rstrip("/") + viewing.address(),
    )


def embedded_page(site: Site, viewing: Viewing, page: Page) -> str:
    """Return a page that may stand in a frame: nothing in it leads on inside the frame."""
    shown = _shown(site, viewing, page)
    bare = {key: shown[key] for key in ("page", "language", "canonical", "address")}
    return fill("embed.html", page.comparison.graph, target="_top", **bare)


def _whole(site: Site, viewing: Viewing, page: Page) -> Mapping[str, object]:
    """Return what is shown with all that stands beside the table."""
    panels = panels_of(site.graph, page)
    return {**_shown(site, viewing, page), "panels": panels, "row_queries": panels.rows}


def _pair(viewing: Viewing, other: Iri) -> str:
    """Return where the entity of a page is compared with another."""
    pair = tuple(sorted((*viewing.entities, other)))
    return Viewing(entities=pair, language=viewing.language).address()


def _shown(site: Site, viewing: Viewing, whole: Page) -> Mapping[str, object]:
    """Return what every page of entities shows."""
    page = bounded(whole)
    layout = compose(page.comparison, page.narrative)
    outside = site.settings.address.rstrip("/")
    canonical = outside + viewing.address()
    return {
        **_choices(site, viewing, page),
        "page": layout,
        "language": layout.language,
        "accounts": ACCOUNTS,
        "entity_address": entity_address,
        "comparands": frozenset(viewing.entities),
        "report_form": "report" if site.settings.reports else "",
        "address": viewing.address(),
        "canonical": canonical,
        "shared": outside + replace(viewing, chosen=True).address(),
        "members": members(viewing, layout.headings),
        "description": abstract(layout.summary),
        "schema_org": schema_org(page.comparison, layout, address=canonical),
    }


def _choices(site: Site, viewing: Viewing, page: Page) -> Mapping[str, object]:
    """Return what a reader may choose, and what is chosen."""
    return {
        "viewing": viewing,
        "bare": Viewing(entities=viewing.entities).address(),
        "views": views(viewing, page.comparison),
        "facets": facets(viewing, page.comparison),
        "formats": formats(viewing),
        "languages": {tag: _own_name(tag) for tag in site.graph.languages},
        "ranks": _RANKS,
        "lengths": Length,
        "withheld": page.comparison.withheld,
    }


def _own_name(tag: str) -> str:
    """Return what a language calls itself."""
    return Locale.parse(tag, sep="-").get_display_name() or tag
