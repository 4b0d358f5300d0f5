"""How common properties and values are in the whole graph."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.hierarchy import Rarity
from tertium.model.terms import Iri, Literal, Term

__all__ = ["PropertyProfile", "Statistics", "reuse_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of entities, and how many statements they make.

    `class_sizes` counts the entities of a class, `having` those of a class which have a property
    (key: class, property) and `stated` the statements which these make of it, `sharing` those
    which have a value in a property (key: property, value); a value which only one entity has is
    left out. `reuse` says of a property how far its values are shared, from 0 to 1; `crowding` how
    many entities stand around the value of one of them. `rarity` says what lies above values, if
    that was counted.
    """

    class_sizes: Mapping[Iri, int] = field(default_factory=dict)
    having: Mapping[tuple[Iri, Iri], int] = field(default_factory=dict)
    stated: Mapping[tuple[Iri, Iri], int] = field(default_factory=dict)
    sharing: Mapping[tuple[Iri, Term], int] = field(default_factory=dict)
    reuse: Mapping[Iri, float] = field(default_factory=dict)
    crowding: Mapping[Iri, float] = field(default_factory=dict)
    rarity: Rarity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyProfile:
    """How often a property is stated, and of what kinds its values are.

    `kinds` counts statements by the kind of value: "iri", "blank" or the IRI of a datatype.
    """

    iri: Iri
    entities: int
    statements: int
    distinct_values: int
    reuse: float
    kinds: Mapping[str, int]


def reuse_of(
    having: Mapping[tuple[Iri, Iri], int], sharing: Mapping[tuple[Iri, Term], int]
) -> Mapping[Iri, float]:
    """Return, of each property, how far its values are shared, from 0 to 1.

    Formula: the sum of c over the values which c > 1 entities have, divided by the number of
    entities which have the property. It is near 0 where everybody's value is their own, such as
    a mother or a day of birth: that two differ there tells little. Only entities count: that two
    numbers agree may be chance.
    """
    holders, shared = Counter[Iri](), Counter[Iri]()
    for (_, predicate), count in having.items():
        holders[predicate] += count
    for (predicate, value), count in sharing.items():
        shared[predicate] += count if count > 1 and not isinstance(value, Literal) else 0
    return {iri: min(1.0, shared[iri] / count) for iri, count in holders.items() if count}
