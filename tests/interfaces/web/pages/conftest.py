"""A site over a small graph, and pages of it."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib import Literal as RdfText

from tertium.api.page import Page
from tertium.interfaces.web.pages.comparing import (
    comparison_page,
    embedded_page,
    entity_page,
    silent_page,
)
from tertium.interfaces.web.pages.home import home_page
from tertium.interfaces.web.pages.problems import (
    Doubt,
    candidates_page,
    explanation_page,
    problem_page,
)
from tertium.interfaces.web.settings import Settings
from tertium.interfaces.web.site import Site
from tertium.interfaces.web.viewing import Viewing
from tests.render.hostility import HOSTILE, hostile
from tests.render.pages import every_kind

__all__ = ["GRAPH", "PLACE"]

EX = "https://w3id.org/tertium/id/"
TT = "https://w3id.org/tertium/ontology#"
PLACE = "https://example.org"
NASTY = "</script><script>alert(1)</script>\\u202e"
GRAPH = f"""
@prefix ex: <https://w3id.org/tertium/id/> .
@prefix tt: <https://w3id.org/tertium/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:ada a tt:Person ; rdfs:label "Ada"@en ; skos:altLabel "The Countess"@en ;
    owl:sameAs <http://www.wikidata.org/entity/Q7259> ; tt:birthPlace ex:london ;
    tt:memberOf ex:club, ex:union ; tt:occupation ex:poet .
ex:bab a tt:Person ; rdfs:label "Babbage"@en ; tt:birthPlace ex:london ; tt:memberOf ex:club .
ex:cleo a tt:Person ; rdfs:label "كليوباترا"@ar ; tt:birthPlace ex:london ; tt:occupation ex:poet .
ex:dora a tt:Person ; rdfs:label "{NASTY}"@en ; tt:memberOf ex:club ; tt:allyOf ex:ada .
ex:erik a tt:Person ; rdfs:label "Erik"@en ; tt:occupation ex:poet ; tt:allyOf ex:ada .
ex:smith a tt:Person ; rdfs:label "Smith"@en . ex:smith-2 a tt:Person ; rdfs:label "Smith"@en .
ex:london a tt:City ; rdfs:label "London {NASTY}"@en . ex:club a tt:Body ; rdfs:label "Club"@en .
ex:union a tt:Body ; rdfs:label "Union"@en . ex:poet rdfs:label "poet"@en .
"""


def hostile_graph() -> str:
    """Return a graph (N-Triples) in which two things have every hostile text in every place."""
    one, other, odd = (URIRef(f"{EX}{name}") for name in ("one", "other", "odd"))
    graph = Graph()
    graph.add((odd, RDFS.label, RdfText(HOSTILE[0])))
    for place, text in enumerate(HOSTILE):
        said = RdfText(text)
        property_ = URIRef(f"{EX}p{place}#{quote(text)}")
        thing = URIRef(f"javascript:{quote(text, safe=':')}")
        statement = URIRef(f"data:text/html,{quote(text)}")
        graph.add((property_, RDFS.label, said))
        graph.add((thing, RDFS.label, said))
        graph.add((statement, RDF.type, URIRef(f"{TT}Statement")))
        graph.add((statement, RDF.subject, one))
        graph.add((statement, RDF.predicate, property_))
        graph.add((statement, RDF.object, thing))
        graph.add((statement, URIRef(f"{TT}startTime"), RdfText("1900", datatype=XSD.gYear)))
        graph.add((statement, URIRef(f"{TT}note"), said))
        for subject in (one, other):
            graph.add((subject, property_, thing))
            graph.add((subject, property_, said))
            graph.add((subject, RDFS.label, said))
            graph.add((subject, RDFS.comment, said))
            graph.add((subject, SKOS.altLabel, said))
        graph.add((odd, property_, one))
    return graph.serialize(format="nt")


@pytest.fixture(scope="session")
def enemy(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("enemy")
    (folder / "enemy.nt").write_text(hostile_graph(), encoding="utf-8")
    return Site(Settings(sources=(str(folder / "enemy.nt"),), store=Path("unused")))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    (folder / "small.ttl").write_text(GRAPH, encoding="utf-8")
    settings = Settings(
        sources=(str(folder / "small.ttl"),),
        store=Path("unused"),
        address=f"{PLACE}/",
        reports=Path("reports.sqlite"),
    )
    return Site(settings)


def of(site: Site, *names: str) -> tuple[Viewing, Page]:
    graph = site.graph
    iris = tuple(map(graph.resolve, names))
    page = graph.compare(*iris) if len(iris) > 1 else graph.describe(*iris)
    return Viewing(entities=iris), page


def made(page: Page) -> tuple[Viewing, Page]:
    return Viewing(entities=tuple(one.iri for one in page.entities)), page


def _candidates(site: Site) -> str:
    doubts = (Doubt(0, "Smith", site.graph.find("Smith")), Doubt(1, HOSTILE[0]))
    return candidates_page((("a", "Smith"), ("b", HOSTILE[0])), doubts, (("lang", "de"),))


def _problem(_: Site) -> str:
    return problem_page(
        {"title": HOSTILE[0], "detail": HOSTILE[1], "status": 404, "type": "/problems/x"}
    )


_PAGES: dict[str, Callable[[Site], str]] = {
    "home": lambda site: home_page(site.graph, address=PLACE),
    "two": lambda site: comparison_page(site, *of(site, "ex:ada", "ex:bab")),
    "three": lambda site: comparison_page(site, *of(site, "ex:ada", "ex:bab", "ex:cleo")),
    "five": lambda site: comparison_page(
        site, *of(site, "ex:ada", "ex:bab", "ex:cleo", "ex:dora", "ex:erik")
    ),
    "kinds": lambda site: comparison_page(site, *made(Page(*every_kind()))),
    "entity": lambda site: entity_page(site, *of(site, "ex:ada")),
    "place": lambda site: entity_page(site, *of(site, "ex:dora")),
    "silent": lambda site: silent_page(site, Viewing(entities=(site.graph.resolve("ex:club"),))),
    "embedded": lambda site: embedded_page(site, *made(Page(*hostile()))),
    "candidates": _candidates,
    "problem": _problem,
    "explanation": lambda _: explanation_page("Problems", "All kinds."),
}


_ENEMIES: dict[str, Callable[[Site], str]] = {
    "hostile pair": lambda site: comparison_page(site, *of(site, "ex:one", "ex:other")),
    "hostile entity": lambda site: entity_page(site, *of(site, "ex:one")),
    "hostile frame": lambda site: embedded_page(site, *of(site, "ex:one", "ex:odd")),
    "hostile home": lambda site: home_page(site.graph),
}


@pytest.fixture(params=[*_PAGES, *_ENEMIES])
def page(request: pytest.FixtureRequest, site: Site, enemy: Site) -> str:
    name = str(request.param)
    return _PAGES[name](site) if name in _PAGES else _ENEMIES[name](enemy)
