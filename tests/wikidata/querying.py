"""The query services of Wikidata: the main graph, scholarly articles, and both on QLever."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import pyoxigraph as ox

from tertium.store.entity_json import WIKIDATA, entity_triples
from tertium.store.oxigraph import OxigraphStore
from tests.store.serving import Reply, answering
from tests.wikidata.documents import Document, Site
from tests.wikidata.manners import Request

__all__ = ["MAIN", "QLEVER", "SCHOLARLY", "QueryServices"]

MAIN, SCHOLARLY, QLEVER = "/sparql", "/scholarly/sparql", "/api/wikidata"

_ARTICLE = "Q13442814"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_WIKIBASE = "http://wikiba.se/ontology#"
_LEFT_OUT = frozenset(
    ox.NamedNode(_WIKIBASE + kind)
    for kind in (
        "GlobecoordinateValue",
        "Item",
        "QuantityValue",
        "Reference",
        "Statement",
        "TimeValue",
    )
)
"""The types which are not loaded into the query services: `Munger` of wikidata-query-rdf."""


class QueryServices:
    """Three endpoints over the entities of a site as they were when it was first asked."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def answer(self, request: Request) -> Reply | None:
        """Return what one of the endpoints answers, if it is asked."""
        match request.path:
            case "/sparql":
                return self._wdqs(request, self._main)
            case "/scholarly/sparql":
                return self._wdqs(request, self._scholarly)
            case "/api/wikidata":
                return _as_qlever(self._both, request)
            case _:
                return None

    def _wdqs(self, request: Request, store: OxigraphStore) -> Reply:
        reply = answering(store)(request.form.get("query", ""))
        kind = f"{reply.kind};charset=utf-8"
        return replace(reply, kind=kind, headers={"Cache-Control": "public, max-age=300"})

    @cached_property
    def _main(self) -> OxigraphStore:
        return _store(document for document in self._site if not _is_article(document))

    @cached_property
    def _scholarly(self) -> OxigraphStore:
        return _store(filter(_is_article, self._site))

    @cached_property
    def _both(self) -> OxigraphStore:
        return _store(self._site)


def _as_qlever(store: OxigraphStore, request: Request) -> Reply:
    """Answer as QLever does: its own JSON for errors, short integers, no zeros before a year."""
    reply = answering(store)(request.form.get("query", ""))
    if reply.status != 200:
        words = {"exception": str(reply.body), "query": request.form["query"], "status": "ERROR"}
        return Reply(status=reply.status, body=json.dumps(words), kind="application/json")
    answer = json.loads(reply.body)
    for row in answer.get("results", {}).get("bindings", ()):
        for term in row.values():
            _shorten(term)
    return replace(reply, body=json.dumps(answer))


def _shorten(term: dict[str, str]) -> None:
    datatype = term.get("datatype", "").rpartition("#")[2]
    if datatype == "integer":
        term["datatype"] = term["datatype"].replace("integer", "int")
    if datatype == "dateTime" and term["value"].startswith("-0"):
        term["value"] = "-" + term["value"].lstrip("-0")


def _store(documents: Iterable[Document]) -> OxigraphStore:
    store = ox.Store()
    seen: set[str] = set()
    for document in documents:
        store.extend(
            ox.Quad(quad.subject, quad.predicate, _skolem(quad.object))
            for quad in entity_triples(document, seen=seen)
            if not (quad.predicate == _TYPE and quad.object in _LEFT_OUT)
        )
    return OxigraphStore(store)


def _skolem(term: object) -> ox.NamedNode | ox.Literal:
    """Return a term; some unknown value has an address in the query services."""
    if isinstance(term, ox.BlankNode):
        return ox.NamedNode(f"{WIKIDATA}.well-known/genid/{term.value}")
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term


def _is_article(document: Document) -> bool:
    claims = document.get("claims")
    assert isinstance(claims, Mapping)
    return any(_ARTICLE in json.dumps(one["mainsnak"]) for one in claims.get("P31", ()))
