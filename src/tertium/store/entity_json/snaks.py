"""Snaks: a property with a value, with an unknown one, or with none."""

from dataclasses import dataclass
from hashlib import sha1

import pyoxigraph as ox

from tertium.store.entity_json.draft import Draft
from tertium.store.entity_json.fields import Fields, objects, text, within
from tertium.store.entity_json.hashing import hash_of, serialized
from tertium.store.entity_json.properties import declared_property
from tertium.store.entity_json.terms import RDF_TYPE, PropertyTerms, Role
from tertium.store.entity_json.value import FullValue, Value
from tertium.store.entity_json.values import read_value

__all__ = ["Place", "say_all", "say_snak"]

_DATATYPES = {
    "globecoordinate": "globe-coordinate",
    "monolingualtext": "monolingualtext",
    "quantity": "quantity",
    "time": "time",
}
"""Datatypes told by the kind of value, for documents that leave them out."""


@dataclass(frozen=True, slots=True)
class Place:
    """Of what a snak is said, as what, and in which node's name."""

    subject: ox.NamedNode
    role: Role
    name: str


def say_all(draft: Draft, by_property: Fields, place: Place) -> None:
    """Say all snaks of the qualifiers of a statement or of a reference.

    Raises:
        ValueError: when one is malformed.

    """
    for identifier in by_property:
        for snak in objects(by_property, identifier):
            say_snak(draft, snak, place)


def say_snak(draft: Draft, snak: Fields, *places: Place) -> None:
    """Say a snak in one or more places.

    Raises:
        ValueError: when it is malformed.

    """
    data = within(snak, "datavalue")
    datatype = _datatype(snak, data)
    terms = declared_property(draft, text(snak, "property"), datatype)
    match text(snak, "snaktype"):
        case "value":
            value = read_value(data, datatype, draft.base)
            for place in places:
                _say_value(draft, value, place, terms=terms)
        case "somevalue":
            for place in places:
                predicate = terms.predicates[place.role].simple
                draft.say(place.subject, predicate, _unknown(draft, place, terms))
        case "novalue":
            for place in places:
                draft.say(place.subject, RDF_TYPE, terms.novalue)
        case other:
            problem = f"unknown kind of snak {other!r}"
            raise ValueError(problem)


def _datatype(snak: Fields, data: Fields) -> str:
    stated = snak.get("datatype")
    return stated if isinstance(stated, str) else _DATATYPES.get(str(data.get("type")), "")


def _say_value(draft: Draft, value: Value, place: Place, *, terms: PropertyTerms) -> None:
    predicates = terms.predicates[place.role]
    draft.say(place.subject, predicates.simple, value.simple)
    if value.full and predicates.full:
        draft.say(place.subject, predicates.full, _full(draft, value.full))


def _full(draft: Draft, value: FullValue) -> ox.NamedNode:
    node = ox.NamedNode(f"{draft.base}value/{value.hash}")
    if draft.is_untold(value.hash):
        for predicate, part in value.parts:
            draft.say(node, predicate, part)
    return node


def _unknown(draft: Draft, place: Place, terms: PropertyTerms) -> ox.BlankNode:
    """Return the blank node which Wikibase writes for an unknown value, under the same label.

    Source: `SnakRdfBuilder::addSnak` and `SnakObject::getHash` of Wikibase.
    """
    identifier = terms.iri.value.rpartition("/")[2]
    snak = serialized("Wikibase\\DataModel\\Snak\\PropertySomeValueSnak", identifier)
    own = sha1(snak.encode(), usedforsecurity=False).hexdigest()
    namespace = terms.predicates[place.role].namespace
    return ox.BlankNode(hash_of(f"{place.name}-{namespace}-{draft.base}value/-{own}"))
