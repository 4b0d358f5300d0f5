"""What an archive says of itself: RO-Crate 1.1, https://w3id.org/ro/crate/1.1."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.statement import Source
from tertium.render.composing import compose
from tertium.render.escaping import visible, web_address
from tertium.render.json_values import Json
from tertium.render.notes import Notes
from tertium.render.reading import statements_read
from tertium.render.schema_org import abstract
from tertium.render.triples.leaves import is_node

__all__ = ["ISSUED", "Part", "described"]

ISSUED: Final = "2026-11-23"
"""The day of the ontology, where no document of the graph has a later one: no clock is asked."""
_DAY: Final = len(ISSUED)
_SPECIFICATION: Final = "https://w3id.org/ro/crate/1.1"
_UNSTATED: Final = "#licence-not-stated"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the archive: its name, its media type, what it is, and its text."""

    name: str
    media_type: str
    says: str
    text: str


def described(
    comparison: Comparison, narrative: Narrative, parts: Sequence[Part], *, tool: str
) -> str:
    """Return the metadata of an archive with some parts, made by a tool (name and version)."""
    page = _Page(comparison, narrative)
    graph = [_DESCRIPTOR, page.root(parts), *map(_file, parts), *page.context(parts, tool)]
    known = {str(one["@id"]): one for one in reversed(graph)}
    document = {"@context": f"{_SPECIFICATION}/context", "@graph": [*reversed(known.values())]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_Node = dict[str, Json]
_DESCRIPTOR: Final[_Node] = {
    "@id": "ro-crate-metadata.json",
    "@type": "CreativeWork",
    "conformsTo": {"@id": _SPECIFICATION},
    "about": {"@id": "./"},
}


@dataclass(frozen=True, slots=True)
class _Page:
    comparison: Comparison
    narrative: Narrative

    def root(self, parts: Sequence[Part]) -> _Node:
        layout = compose(self.comparison, self.narrative)
        return {
            "@id": "./",
            "@type": "Dataset",
            "name": layout.title,
            "description": abstract(layout.summary) or layout.title,
            "datePublished": self._day,
            "inLanguage": layout.language,
            "license": [{"@id": one} for one in self._licences],
            "about": [{"@id": _id(one.iri)} for one in self.comparison.entities],
            "isBasedOn": {"@id": "#graph"},
            "citation": [{"@id": _id(one.iri)} for one in self._sources],
            "hasPart": [{"@id": part.name} for part in parts],
            "mentions": {"@id": "#comparing"},
        }

    def context(self, parts: Sequence[Part], tool: str) -> Iterator[_Node]:
        """Yield what the files are about, rest on and were made by."""
        yield from self._things()
        yield self._graph()
        yield from map(_work, self._sources)
        for licence, name in self._licences.items():
            yield {"@id": licence, "@type": "CreativeWork", "name": name, "description": name}
        name, _, number = tool.partition(" ")
        yield {
            "@id": "#tool",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": number,
        }
        yield {
            "@id": "#comparing",
            "@type": "CreateAction",
            "name": "The comparison was made",
            "instrument": {"@id": "#tool"},
            "object": {"@id": "#graph"},
            "result": [{"@id": part.name} for part in parts],
        }

    def _things(self) -> Iterator[_Node]:
        for one in self.comparison.entities:
            thing: _Node = {"@id": _id(one.iri), "@type": "Thing", "name": visible(one.label)}
            if one.description:
                thing["description"] = visible(one.description)
            same = sorted(filter(web_address, one.same_as))
            yield thing | ({"sameAs": same} if same else {})

    def _graph(self) -> _Node:
        graph = self.comparison.graph
        return {
            "@id": "#graph",
            "@type": "Dataset",
            "name": visible(graph.id) or "a graph without a name",
            "version": visible(graph.version),
            "description": "The graph that was asked.",
        }

    @property
    def _day(self) -> str:
        days = (one.retrieved[:_DAY] for one in self.comparison.graph.fetched)
        return max((ISSUED, *days))

    @property
    def _sources(self) -> tuple[Source, ...]:
        return Notes.of(statements_read(self.comparison, self.narrative)).sources

    @property
    def _licences(self) -> dict[str, str]:
        """The licences of the sources, by address; a name without one gets one of this archive."""
        names = dict.fromkeys(visible(one.licence) for one in self._sources if one.licence)
        known = {_id(name): name for name in names}
        return known or {_UNSTATED: "The sources state no licence"}


def _file(part: Part) -> _Node:
    content = part.text.encode()
    return {
        "@id": part.name,
        "@type": "File",
        "name": part.says,
        "encodingFormat": part.media_type,
        "contentSize": str(len(content)),
        "sha256": sha256(content).hexdigest(),
    }


def _work(source: Source) -> _Node:
    told: _Node = {"@id": _id(source.iri), "@type": "CreativeWork", "name": visible(source.label)}
    if source.publisher:
        told["publisher"] = visible(source.publisher)
    if source.year:
        told["datePublished"] = visible(source.year)
    if web_address(source.url):
        told["url"] = source.url
    if source.licence:
        told["license"] = {"@id": _id(visible(source.licence))}
    return told


def _id(text: str) -> str:
    """Return an IRI as it is, and a name within the archive of what is none."""
    return text if is_node(text) else f"#{sha256(text.encode()).hexdigest()[:12]}"
