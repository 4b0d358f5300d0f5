"""Small entity documents, and their triples in short words."""

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from tertium.store.entity_json import entity_triples

PREFIXES = {
    "http://www.wikidata.org/entity/statement/": "s:",
    "http://www.wikidata.org/entity/": "wd:",
    "http://www.wikidata.org/prop/novalue/": "wdno:",
    "http://www.wikidata.org/prop/direct/": "wdt:",
    "http://www.wikidata.org/prop/statement/value/": "psv:",
    "http://www.wikidata.org/prop/statement/": "ps:",
    "http://www.wikidata.org/prop/qualifier/value/": "pqv:",
    "http://www.wikidata.org/prop/qualifier/": "pq:",
    "http://www.wikidata.org/prop/reference/value/": "prv:",
    "http://www.wikidata.org/prop/reference/": "pr:",
    "http://www.wikidata.org/prop/": "p:",
    "http://www.wikidata.org/value/": "v:",
    "http://www.wikidata.org/reference/": "ref:",
    "http://wikiba.se/ontology#": "wikibase:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": "a",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://schema.org/": "schema:",
}

Json = dict[str, object]


def snak(prop: str, kind: str, value: object, datatype: str = "") -> Json:
    data = {"type": kind, "value": value}
    named = {"datatype": datatype} if datatype else {}
    return {"snaktype": "value", "property": prop, "datavalue": data, **named}


def item_snak(prop: str, identifier: str) -> Json:
    return snak(prop, "wikibase-entityid", {"id": identifier}, "wikibase-item")


def statement(main: Mapping[str, object], name: str = "Q1$a", **more: object) -> Json:
    return {"id": name, "type": "statement", "rank": "normal", "mainsnak": main, **more}


def item(*statements: Mapping[str, object], **more: object) -> Json:
    claims: dict[str, list[object]] = {}
    for one in statements:
        main = one["mainsnak"]
        prop = main["property"] if isinstance(main, dict) else ""
        claims.setdefault(str(prop), []).append(one)
    return {"type": "item", "id": "Q1", "claims": claims, **more}


def said(document: Mapping[str, object]) -> set[str]:
    """Return the triples of a document but for declarations of properties."""
    lines = map(short, entity_triples(document))
    return {line for line in lines if not line.startswith("wd:P")}


def short(quad: ox.Quad) -> str:
    return " ".join(_word(term) for term in (quad.subject, quad.predicate, quad.object))


def about(subject: str, lines: Iterable[str]) -> set[str]:
    return {line.removeprefix(f"{subject} ") for line in lines if line.startswith(f"{subject} ")}


def _word(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return _short_iri(term.value)
    if (
        isinstance(term, ox.Literal)
        and term.datatype.value.startswith("http")
        and not term.language
    ):
        return f'"{term.value}"^^{_short_iri(term.datatype.value)}'.removesuffix("^^xsd:string")
    return str(term)


def _short_iri(iri: str) -> str:
    for start, prefix in PREFIXES.items():
        if iri.startswith(start):
            return prefix + iri.removeprefix(start)
    return f"<{iri}>"
