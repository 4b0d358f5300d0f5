"""What the addresses of the API answer: the documents which the commands write, too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import Response

from tertium.api.censuses import stats_document
from tertium.api.suggesting import suggested
from tertium.interfaces.web.documents.answering import KEPT
from tertium.interfaces.web.documents.naming import Unclear, found_json, meant, problem
from tertium.interfaces.web.door import spoken
from tertium.interfaces.web.viewing import language_in
from tertium.model.link import LinkQuery
from tertium.model.linkset import LinkSet
from tertium.render.likeness import write_differences, write_likeness
from tertium.render.links.json import link_document
from tertium.render.paths import render_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from tertium.api import KnowledgeGraph
    from tertium.model.terms import Iri

__all__ = ["Asked", "common", "differ", "find", "link", "paths", "queries", "stats"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a graph: the fields of a request, as they were read."""

    graph: KnowledgeGraph
    request: Request
    fields: Mapping[str, tuple[str, ...]]

    def text(self, name: str) -> str:
        """Return a field, empty if it is not given."""
        return "".join(self.fields[name])

    def number(self, name: str) -> int:
        """Return a field that is a number."""
        return int(self.text(name))

    @property
    def language(self) -> str:
        """The language that is wanted."""
        return language_in(self.request, self.graph.languages)

    def about(self, write: Callable[[tuple[Iri, ...]], str]) -> Response:
        """Return a document about the things that are named, or which may be meant."""
        found = meant(self.graph, self.fields["entity"])
        doubts = [one for one in found if isinstance(one, Unclear)]
        if doubts:
            return problem(found, doubts[0]).response()
        clear = tuple(one for one in found if not isinstance(one, Unclear))
        return spoken(_answer(write(clear)), self.language)


def find(asked: Asked) -> Response:
    """Return what a text may mean or go on to be."""
    text, limit = asked.text("q"), asked.number("limit")
    found = suggested(asked.graph, text, limit=limit)
    return _document({"results": [found_json(one) for one in found]})


def common(asked: Asked) -> Response:
    """Return what things share, and who else does."""
    graph, radius, limit = asked.graph, asked.number("radius"), asked.number("limit")

    def write(iris: tuple[Iri, ...]) -> str:
        found = graph.common(*iris, radius=radius, limit=limit, language=asked.language)
        return write_likeness(found, "json")

    return asked.about(write)


def differ(asked: Asked) -> Response:
    """Return what holds of one of two things only, both ways."""

    def write(iris: tuple[Iri, ...]) -> str:
        one, other = iris
        limit = asked.number("limit")
        found = asked.graph.differ(one, other, limit=limit, language=asked.language)
        return write_differences(found, "json")

    return asked.about(write)


def paths(asked: Asked) -> Response:
    """Return how two things are connected."""
    steps, limit = asked.number("steps"), asked.number("limit")

    def write(iris: tuple[Iri, ...]) -> str:
        one, other = iris
        found = asked.graph.paths(one, other, steps=steps, limit=limit, language=asked.language)
        return render_paths("json", [found])

    return asked.about(write)


def link(asked: Asked) -> Response:
    """Return which thing is meant by a name, with reasons."""
    found = asked.graph.link(LinkQuery(text=asked.text("q")), limit=asked.number("limit"))
    pieces = link_document([found], LinkSet())
    return _answer("".join(pieces))


def stats(asked: Asked) -> Response:
    """Return what is counted of the graph."""
    return _document(stats_document(asked.graph))


def queries(asked: Asked) -> Response:
    """Return the saved queries."""
    listed = [
        {
            "name": query.name,
            "summary": query.summary,
            "parameters": [parameter.signature for parameter in query.params],
            "columns": list(query.returns),
            "sparql": query.text,
        }
        for query in asked.graph.queries.values()
    ]
    return _document({"queries": listed})


def _document(content: Mapping[str, object]) -> Response:
    return _answer(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _answer(text: str) -> Response:
    return Response(text, media_type="application/json", headers=KEPT)
