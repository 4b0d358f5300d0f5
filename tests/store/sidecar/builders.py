import pyoxigraph as ox

from tertium.store.sidecar import Sidecar, build_sidecar

__all__ = ["counted", "turtle"]

HEAD = """
@prefix : <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tt: <https://w3id.org/tertium/ontology#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
"""


def turtle(text: str) -> ox.Store:
    store = ox.Store()
    store.load(HEAD + text, ox.RdfFormat.TURTLE)
    return store


def counted(text: str) -> Sidecar:
    return build_sidecar(turtle(text), None, version="1")
