"""Entity documents of Wikidata and other Wikibases (JSON) become RDF.

The triples are those which Wikibase itself exports, down to the IRIs of value nodes, so that a
document and the RDF of the same entity say one and the same thing.
"""

from tertium.store.entity_json.documents import read_documents
from tertium.store.entity_json.entity import WIKIDATA, entity_triples

__all__ = ["WIKIDATA", "entity_triples", "read_documents"]
