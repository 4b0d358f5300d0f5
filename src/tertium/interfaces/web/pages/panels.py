"""What stands beside the table of a comparison: pictures, each told in words, and their queries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

from tertium.model.terms import Literal
from tertium.model.values import Coordinate
from tertium.model.verdict import Relation
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.identifiers import identifier
from tertium.queries.reading.values import point_of
from tertium.render import atlas
from tertium.render.escaping import visible
from tertium.render.panels import Asking, Panel, connections_panel, timeline_panel
from tertium.render.svg import NOTHING
from tertium.store.protocol import select
from tertium.store.vocabulary import direct_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.api.page import Page
    from tertium.model.comparison import Comparison, Row
    from tertium.model.terms import Iri

__all__ = ["Panels", "panels_of", "row_address", "run_address"]

_PAIR: Final = 2
_LOCATING: Final = (
    "http://www.wikidata.org/prop/direct/P625",
    "http://www.opengis.net/ont/geosparql#asWKT",
)
"""The properties by which graphs say where something lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """All panels of a page; those without anything are false."""

    timeline: Panel
    connections: Panel
    places: Panel
    asking: tuple[Asking, ...]
    missing: str
    rows: Mapping[Iri, str]


def panels_of(graph: KnowledgeGraph, page: Page) -> Panels:
    """Return the panels of a page; the graph is asked only where the places lie."""
    iris = [one.iri for one in page.entities]
    names = [identifier(iri) for iri in iris]
    path = "/".join(quote(name, safe=":") for name in names)
    gaps = any(row.relation is Relation.INCOMPLETE for row in page.rows)
    return Panels(
        timeline=_timeline(page),
        connections=_connections(page, f"/paths/{path}" if len(iris) == _PAIR else ""),
        places=_places(page, _points(graph, page)),
        asking=(*_askings(page), *_claimed(path, iris)),
        missing=f"/missing/{path}" if gaps else "",
        rows={row.predicate.iri: row_address(row, iris) for row in page.rows},
    )


def run_address(sparql: str) -> str:
    """Return where a query, which has all its prefixes, is run and can be edited."""
    return f"/sparql?{urlencode({'query': sparql})}"


def row_address(row: Row, entities: Sequence[Iri]) -> str:
    """Return where the values of a row are asked for: by its property, however it is written."""
    predicate = row.predicate.iri
    properties = dict.fromkeys((predicate, direct_name(predicate), *row.means))
    fields = [("entity", iri) for iri in entities] + [("property", iri) for iri in properties]
    return f"/queries/compare/values?{urlencode([(name, identifier(iri)) for name, iri in fields])}"


def _timeline(page: Page) -> Panel:
    panel = timeline_panel(page.comparison, page.narrative)
    if not panel:
        return panel
    sparql = bundled_catalogue()["compare/dates"].bind(entity=[e.iri for e in page.entities])
    return replace(panel, asking=(Asking("all dates", run_address(sparql)),))


def _connections(page: Page, more: str) -> Panel:
    ends = [one.iri for one in page.entities]
    links, pair = bundled_catalogue()["compare/links"], len(ends) == _PAIR
    asking = [links.bind(entity=ends[0], other=ends[1])] if pair else []
    return replace(
        connections_panel(page.comparison),
        more=more,
        asking=tuple(Asking("how they are connected", run_address(sparql)) for sparql in asking),
    )


def _places(page: Page, points: Mapping[Iri, Coordinate]) -> Panel:
    sheet = atlas.sheet(page.comparison, points)
    if sheet is None:
        return Panel(picture=NOTHING)
    sparql = _placing(page, list(points))
    return Panel(
        picture=atlas.drawn(sheet, f"Map: {page.title}"),
        said=tuple((spot.label, atlas.told(spot)) for spot in sheet.spots),
        asking=(Asking("where the places lie", run_address(sparql)),),
    )


def _placing(page: Page, places: Sequence[Iri]) -> str:
    """Return what asks where places lie: by well-known properties, and by those of the page."""
    points = (s for row in page.rows for s in row.evidence if isinstance(s.value, Coordinate))
    stated = tuple(dict.fromkeys(direct_name(one.predicate.iri) for one in points))
    found = _LOCATING if set(stated) & set(_LOCATING) else (*_LOCATING, *stated)
    return bundled_catalogue()["compare/places"].bind(place=places, property=found)


def _points(graph: KnowledgeGraph, page: Page) -> Mapping[Iri, Coordinate]:
    """Return where things lie of which the graph tells it: of several points, the first."""
    found: dict[Iri, Coordinate] = {}
    sparql = _placing(page, atlas.wanted(page.comparison))
    for row in select(graph.reader.store, sparql):
        place, literal = row["place"], row["point"]
        point = point_of(literal.lexical) if isinstance(literal, Literal) else None
        if point is not None and isinstance(place, str):
            found.setdefault(place, point)
    return found


def _claimed(path: str, iris: Sequence[Iri]) -> tuple[Asking, ...]:
    """Return where the claims of the sentences are; of one entity they have no page."""
    asking = Asking("what each sentence claims", f"/claims/{path}")
    return (asking,) if len(iris) >= _PAIR else ()


def _askings(page: Page) -> list[Asking]:
    """Return the queries of the whole page."""
    comparison: Comparison = page.comparison
    names = {one.iri: visible(one.label) for one in comparison.entities}
    found = [
        Asking(f"what only {names[iri]} has", run_address(sparql))
        for iri, sparql in comparison.queries.differences
    ]
    shared = comparison.queries.similarity
    return [Asking("what they share", run_address(shared)), *found] if shared else found
