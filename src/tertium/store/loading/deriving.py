"""The direct triples of statement nodes, kept in step with them."""

from functools import cache

import pyoxigraph as ox

from tertium.resources import folder

__all__ = ["direct_triples", "replace_direct_triples"]


def direct_triples(store: ox.Store) -> frozenset[ox.Triple]:
    """Return what the statement nodes of a store say directly."""
    found = store.query(_query(), use_default_graph_as_union=True)
    return frozenset(found if isinstance(found, ox.QueryTriples) else ())


def replace_direct_triples(store: ox.Store, before: frozenset[ox.Triple]) -> None:
    """Derive the direct triples anew; those that no longer hold are removed."""
    after = direct_triples(store)
    for triple in before - after:
        store.remove(_quad(triple))
    if fresh := after - before:
        store.bulk_extend(_quad(triple) for triple in fresh)


@cache
def _query() -> str:
    return (folder("queries") / "derive" / "direct-triples.rq").read_text(encoding="utf-8")


def _quad(triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object)
