"""Taking back what a Wikibase said of entities before it is said anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.store.entity_json.terms import ALIAS, DESCRIPTION, LABEL, RDF_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["take_back"]

_NAMES: Final = frozenset((ALIAS, DESCRIPTION, LABEL))
_ENTITY: Final = "entity/"


def take_back(store: ox.Store, entities: Iterable[str]) -> None:
    """Remove names, claims and statement nodes of entities; what others say of them stays.

    Nodes of values and sources stay too, for statements of other entities share them.
    """
    for iri in entities:
        for quad in [*_said(store, ox.NamedNode(iri))]:
            store.remove(quad)


def _said(store: ox.Store, entity: ox.NamedNode) -> Iterator[ox.Quad]:
    base = entity.value.rpartition(_ENTITY)[0]
    claims, nodes = f"{base}prop/", f"{base}{_ENTITY}statement/"
    for quad in store.quads_for_pattern(entity, None, None, ox.DefaultGraph()):
        value = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
        is_claim = quad.predicate.value.startswith(claims)
        is_novalue = quad.predicate == RDF_TYPE and value.startswith(claims)
        if is_claim or is_novalue or quad.predicate in _NAMES:
            yield quad
        if is_claim and value.startswith(nodes):
            yield from store.quads_for_pattern(ox.NamedNode(value), None, None, ox.DefaultGraph())
