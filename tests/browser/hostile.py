"""A graph in which every field that may hold a text or an address has one that attacks.

It is made of graphs that the other tests read: three shapes, with sources, qualifiers, units,
places, facets and verbs. What says how a graph is to be read stays; all that is shown is replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from tests.browser.payloads import ADDRESSES, NAMES, TEXTS

__all__ = ["Hostile", "hostile"]

_Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
_GRAPHS: Final = ("graph.ttl", "plain.ttl", "wikibase.ttl")
_PLAIN: Final = "http://lakes.example.org/"
_OWN: Final = ("https://w3id.org/tertium/", _PLAIN)
_ID: Final = "https://w3id.org/tertium/id/"
_WD: Final = "http://www.wikidata.org/entity/"
_THINGS: Final = (
    *(f"{_ID}{name}" for name in ("stalin", "trotsky", "caesar", "gallic-war")),
    *(f"{_PLAIN}place/{name}" for name in ("alder", "birch", "cedar")),
    *(f"{_WD}{name}" for name in ("Q9000001", "Q9000002", "Q9000003")),
)
_TT: Final = "https://w3id.org/tertium/ontology#"
_KEPT: Final = (
    f"{_TT}role",
    "http://www.w3.org/ns/lemon/ontolex#language",
    "http://wikiba.se/ontology#",
)
"""What says how to read, not what is read."""

_PAGES: Final = ("url", "license", "exactMatch", "sameAs", "website", "P854", "P856", "P18")
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_EXTRA: Final = """
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://lakes.example.org/ns#> .
@prefix place: <http://lakes.example.org/place/> .
place:alder :location "Point(15.5 47.25)"^^geo:wktLiteral , "Point(<script> 1)"^^geo:wktLiteral ,
        "Point(999 -999)"^^geo:wktLiteral , "Point(1e99 NaN)"^^geo:wktLiteral ;
    :founded "<img src=x onerror=alert(1)>"^^xsd:gYear , "9999999999"^^xsd:gYear ,
        "-0000"^^xsd:gYear ;
    :closed "2024-13-45"^^xsd:date , "1900-02-30"^^xsd:date ;
    :elevation "1e400"^^xsd:double , "INF"^^xsd:double , "<b>1</b>"^^xsd:decimal ;
    :remark "x"@en-x-alert , "y"@aaaaaaaa-bbbbbbbb-cccccccc , "z"@ar ,
        "<b>w</b>"^^<javascript:alert(1)> ;
    :sees <javascript:alert(1)> , <data:text/html,alert(1)> , <vbscript:alert(1)> .
place:birch :location "Point(16.5 46.25)"^^geo:wktLiteral ;
    :sees <javascript:alert(1)> , <data:text/html,alert(2)> ;
    :remark "x"@en-x-alert , "\\u202Ez"@ar .
"""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A graph on the disk, and where the pages of things in it are."""

    path: Path
    things: Sequence[str]

    def entity(self, number: int) -> str:
        return f"/entity/{quote(self.things[number], safe='')}"

    def comparison(self, *numbers: int, page: str = "compare") -> str:
        names = (quote(self.things[number], safe="") for number in numbers)
        return f"/{page}/{'/'.join(names)}"


@dataclass
class _Writer:
    """Replaces what is shown, each time by the next of the things that attack."""

    texts: Iterator[str]
    names: Iterator[str] = field(default_factory=lambda: cycle(NAMES))
    pages: Iterator[str] = field(default_factory=lambda: cycle(ADDRESSES))
    called: dict[str, ox.NamedNode] = field(default_factory=dict)

    def call(self, subjects: Iterable[str]) -> None:
        """Give all things of ours another name."""
        for iri in subjects:
            self.called[iri] = ox.NamedNode(iri + next(self.names))

    def quad(self, quad: ox.Quad) -> ox.Quad:
        """Return a quad that attacks; what things of no shape of ours say is in a graph of them."""
        subject, graph = quad.subject, ox.DefaultGraph()
        predicate = self.called.get(quad.predicate.value, quad.predicate)
        if not isinstance(subject, ox.NamedNode):
            return ox.Quad(subject, predicate, self._value(quad), graph)
        called = self.called.get(subject.value, subject)
        plain = subject.value.startswith(_PLAIN)
        return ox.Quad(called, predicate, self._value(quad), called if plain else graph)

    def _value(self, quad: ox.Quad) -> _Node:
        value, said = quad.object, quad.predicate.value
        if said.startswith(_KEPT):
            return value
        if isinstance(value, ox.NamedNode):
            shown = said.endswith(_PAGES)
            return ox.NamedNode(next(self.pages)) if shown else self.called.get(value.value, value)
        if isinstance(value, ox.Literal) and (value.language or value.datatype.value == _STRING):
            return ox.Literal(next(self.texts), language=value.language)
        return value


def hostile(folder: Path, texts: Sequence[str] = TEXTS) -> Hostile:
    """Write the graph into a folder."""
    quads = [quad for name in _GRAPHS for quad in ox.parse(path=str(_FIXTURES / name))]
    quads += ox.parse(_EXTRA, ox.RdfFormat.TURTLE)
    writer = _Writer(cycle(texts))
    iris = dict.fromkeys(
        quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)
    )
    writer.call(iri for iri in iris if iri.startswith(_OWN))
    path = folder / "hostile.trig"
    ox.serialize(map(writer.quad, quads), str(path), format=ox.RdfFormat.TRIG)
    return Hostile(
        path, tuple(writer.called[iri].value if iri in writer.called else iri for iri in _THINGS)
    )
