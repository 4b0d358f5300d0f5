"""Statements: main value, rank, qualifiers, references and the direct triple."""

import json
import re
from collections.abc import Sequence
from typing import Final

import pyoxigraph as ox

from tertium.store.entity_json.draft import Draft
from tertium.store.entity_json.fields import Fields, objects, text, within
from tertium.store.entity_json.hashing import hash_of
from tertium.store.entity_json.snaks import Place, say_all, say_snak
from tertium.store.entity_json.terms import (
    RDF_TYPE,
    WAS_DERIVED_FROM,
    Role,
    property_terms,
    wikibase,
)

__all__ = ["say_statements"]

_NOT_IN_NAMES: Final = re.compile(r"[^\w-]", re.ASCII)
_RANKS: Final = {
    "preferred": wikibase("PreferredRank"),
    "normal": wikibase("NormalRank"),
    "deprecated": wikibase("DeprecatedRank"),
}


def say_statements(draft: Draft, subject: ox.NamedNode, claims: Fields) -> None:
    """Say all statements of an entity, given by property.

    Raises:
        ValueError: when one is malformed.

    """
    for identifier in claims:
        claim = property_terms(draft.base, identifier).claim
        statements = tuple(objects(claims, identifier))
        best = _best_rank(statements)
        for statement in statements:
            name = _NOT_IN_NAMES.sub("-", text(statement, "id"))
            node = ox.NamedNode(f"{draft.base}entity/statement/{name}")
            draft.say(subject, claim, node)
            own = Place(node, Role.STATEMENT, name)
            if statement.get("rank") == best:
                draft.say(node, RDF_TYPE, wikibase("BestRank"))
                _say(draft, statement, own, Place(subject, Role.DIRECT, name))
            else:
                _say(draft, statement, own)


def _best_rank(statements: Sequence[Fields]) -> str:
    preferred = any(statement.get("rank") == "preferred" for statement in statements)
    return "preferred" if preferred else "normal"


def _say(draft: Draft, statement: Fields, own: Place, *places: Place) -> None:
    draft.say(own.subject, RDF_TYPE, wikibase("Statement"))
    draft.say(own.subject, wikibase("rank"), _rank(text(statement, "rank")))
    say_snak(draft, within(statement, "mainsnak"), own, *places)
    qualified = Place(own.subject, Role.QUALIFIER, own.name)
    say_all(draft, within(statement, "qualifiers"), qualified)
    for reference in objects(statement, "references"):
        _say_reference(draft, reference, own.subject)


def _rank(name: str) -> ox.NamedNode:
    if name in _RANKS:
        return _RANKS[name]
    problem = f"unknown rank {name!r}"
    raise ValueError(problem)


def _say_reference(draft: Draft, reference: Fields, statement: ox.NamedNode) -> None:
    snaks, stated = within(reference, "snaks"), reference.get("hash")
    name = stated if isinstance(stated, str) else hash_of(json.dumps(snaks, sort_keys=True))
    node = ox.NamedNode(f"{draft.base}reference/{name}")
    draft.say(statement, WAS_DERIVED_FROM, node)
    if draft.is_untold(name):
        draft.say(node, RDF_TYPE, wikibase("Reference"))
        say_all(draft, snaks, Place(node, Role.REFERENCE, name))
