"""Pairs worth comparing, for those who do not know yet what there is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from tertium.api.vicinity import vicinity
from tertium.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tertium.api.surveying import Surveying
    from tertium.model.terms import Iri
    from tertium.model.values import Entity
    from tertium.store.sidecar import Names

__all__ = ["pairs"]

_Classes: TypeAlias = "tuple[Mapping[Iri, tuple[Iri, ...]], Sequence[Sequence[Iri]]]"

_HEAVIEST: Final = 600
"""Among so many things, of which or to which most is stated, examples are looked for."""
_OF_CLASS: Final = 3
"""How many of a class are tried, the richest first."""


def pairs(names: Names, surveying: Surveying) -> Iterator[tuple[Entity, Entity]]:
    """Yield pairs of the richest things, each with what is likest to it; the richest first.

    No two pairs have a class in common. What serves to state something else, such as a gender, is
    heavy, but not rich: what is stated of it leads to few others.
    """
    kinds, rich = _by_class(names, surveying)
    known: set[Iri] = set()
    for members in rich:
        for iri in (one for one in members[:_OF_CLASS] if known.isdisjoint(kinds[one])):
            (entity,) = surveying.reader.entities((iri,))
            others = [one.entity for one in vicinity(iri, surveying).kindred]
            other = next((one for one in others if not one.nameless), None)
            if other is not None and not entity.nameless:
                known |= {*kinds[iri], *other.types}
                yield entity, other
                break


def _by_class(names: Names, surveying: Surveying) -> _Classes:
    """Return the classes of heavy things, and the things of each, the richest first."""
    store = surveying.reader.store
    if not isinstance(store, OxigraphStore):
        return {}, ()
    heavy = names.heaviest(_HEAVIEST)
    kinds = names.kinds(heavy)
    rich = {iri: len({value for _, value in store.links(iri)}) for iri in heavy}
    members: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for iri in sorted(heavy, key=lambda one: (-rich[one], one)):
        for kind in kinds[iri]:
            members[kind].append(iri)
    return kinds, [found for found in members.values() if len(found) > 1]
