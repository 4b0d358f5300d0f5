"""Properties: declared where they are first used."""

from typing import Final

from tertium.store.entity_json.draft import Draft
from tertium.store.entity_json.terms import (
    RDF_TYPE,
    PropertyTerms,
    Role,
    property_terms,
    wikibase,
)

__all__ = ["declared_property"]

_DECLARED: Final = (
    (Role.DIRECT, wikibase("directClaim"), None),
    (Role.STATEMENT, wikibase("statementProperty"), wikibase("statementValue")),
    (Role.QUALIFIER, wikibase("qualifier"), wikibase("qualifierValue")),
    (Role.REFERENCE, wikibase("reference"), wikibase("referenceValue")),
)


def declared_property(draft: Draft, identifier: str, datatype: str) -> PropertyTerms:
    """Return the terms of a property, which the draft declares if need be."""
    terms = property_terms(draft.base, identifier)
    if draft.is_untold(f"{identifier} {datatype}", always=True):
        _declare(draft, terms, datatype)
    return terms


def _declare(draft: Draft, terms: PropertyTerms, datatype: str) -> None:
    draft.say(terms.iri, RDF_TYPE, wikibase("Property"))
    draft.say(terms.iri, wikibase("claim"), terms.claim)
    draft.say(terms.iri, wikibase("novalue"), terms.novalue)
    for role, simple, full in _DECLARED:
        predicates = terms.predicates[role]
        draft.say(terms.iri, simple, predicates.simple)
        if full and predicates.full:
            draft.say(terms.iri, full, predicates.full)
    if datatype:
        draft.say(terms.iri, wikibase("propertyType"), wikibase(_type_name(datatype)))


def _type_name(datatype: str) -> str:
    """Return the name of a datatype in the ontology.

    >>> _type_name("wikibase-item"), _type_name("commonsMedia")
    ('WikibaseItem', 'CommonsMedia')
    """
    return "".join(word[:1].upper() + word[1:] for word in datatype.split("-"))
