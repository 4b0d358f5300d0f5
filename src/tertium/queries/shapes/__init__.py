"""The shapes of graphs: from triples to what they state, before anything has a name."""

from collections.abc import Iterator, Sequence

from tertium.model.shape import Shape
from tertium.model.terms import Iri
from tertium.queries.shapes.plain import direct
from tertium.queries.shapes.reified import annotations, reified
from tertium.queries.shapes.stated import Stated
from tertium.queries.shapes.wikibase import claims
from tertium.store.surroundings import Surroundings

__all__ = ["stated_of"]


def stated_of(
    entities: Sequence[Iri], around: Surroundings, shapes: frozenset[Shape]
) -> tuple[Stated, ...]:
    """Return what a graph states of entities, in whatever mixture of shapes.

    A direct triple is read only where no statement node says the same.
    """
    wanted = frozenset(entities)
    found = dict[Iri, list[Stated]]((entity, []) for entity in entities)
    if Shape.TERTIUM in shapes:
        for one in reified(around):
            if one.subject in wanted:
                found[one.subject].append(one)
    notes = annotations(around)
    for entity, stated in found.items():
        said = {(one.predicate, one.term) for one in stated}
        if Shape.WIKIBASE in shapes:
            stated.extend(claims(entity, around))
        covered = {one.predicate for one in stated if one.triples}
        if Shape.PLAIN in shapes:
            stated.extend(direct(entity, around, said=said, covered=covered, notes=notes))
    return tuple(one for stated in found.values() for one in _once(stated))


def _once(stated: list[Stated]) -> Iterator[Stated]:
    """Yield what is stated, each IRI once: a list may name its members twice."""
    yield from {one.iri: one for one in stated}.values()
