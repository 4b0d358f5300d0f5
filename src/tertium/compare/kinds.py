"""What kinds of things the comparands are, and whether such kinds compare at all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import combinations, product
from typing import Final

from tertium.compare.labels import class_name, say_all
from tertium.model.comparability import Comparability
from tertium.model.comparison import Row
from tertium.model.description import Description
from tertium.model.schema import Schema
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.model.verdict import CellState, Relation

__all__ = ["classes_above", "comparability", "is_comparable", "separated"]

_PAIR: Final = 2
_FEW: Final = 4
"""Fewer rows than one in so many are few."""
_RARE: Final = 10
"""The same for classes which meet in an ancestor only."""
_NAMED: Final = 2
"""So many classes of a comparand are named."""
_MOST: Final = 3
"""So many comparands are named with their classes."""


def comparability(
    descriptions: Sequence[Description], rows: Sequence[Row], *, schema: Schema
) -> Comparability:
    """Return whether the comparands are of one kind; if not, why they hardly compare.

    They are of one kind when all share a class which is no root. Else they are not when the
    ontology declares classes of two of them disjoint, or when less than a quarter of the rows has a
    value for all (a tenth where their classes meet). Where the class of one is not stated, nothing
    is concluded.
    """
    common = sum(map(is_comparable, rows))
    kinds = [classes_above(one.entity.types, schema) for one in descriptions]
    reason = ""
    if len(kinds) > 1 and all(kinds) and not _share(kinds, descriptions, schema=schema):
        apart = _disjoint(kinds, schema)
        few = _RARE if _meet(rows, descriptions) else _FEW
        if apart or common * few < len(rows):
            reason = _reason(descriptions, apart, rows=(common, len(rows)))
    return Comparability(rows_total=len(rows), rows_common=common, reason=reason)


def is_comparable(row: Row) -> bool:
    """Return whether every comparand has a value in the row."""
    return all(cell.state is CellState.VALUE for cell in row.cells)


def classes_above(types: Iterable[Iri], schema: Schema) -> frozenset[Iri]:
    """Return classes with all that are above them."""
    return frozenset(types).union(*(schema.superclasses.get(iri, frozenset()) for iri in types))


def separated(
    left: Iterable[Iri], right: Iterable[Iri], *, schema: Schema
) -> tuple[Iri, Iri] | None:
    """Return the first pair of classes, one of each side, which are declared disjoint."""
    pairs = product(sorted(left), sorted(right))
    return next((pair for pair in pairs if frozenset(pair) in schema.disjoint), None)


def _share(
    kinds: Sequence[frozenset[Iri]], descriptions: Sequence[Description], *, schema: Schema
) -> bool:
    stated = [frozenset(one.entity.types) for one in descriptions]
    if reduce(frozenset.intersection, stated):
        return True
    return any(schema.superclasses.get(iri) for iri in reduce(frozenset.intersection, kinds))


def _meet(rows: Iterable[Row], descriptions: Sequence[Description]) -> bool:
    """Return whether a row gives the classes of all, and these have something in common."""
    types = {one.iri: frozenset(one.entity.types) for one in descriptions}
    everyone = set(types)
    for row in rows:
        given = all(
            any(isinstance(s.value, Entity) and s.value.iri in types[cell.entity] for s in stated)
            for cell in row.cells
            for stated in [cell.statements]
        )
        if given and row.relation is not Relation.DIFFERENT:
            return any(set(one.holders) == everyone for one in row.common)
    return False


def _disjoint(kinds: Sequence[frozenset[Iri]], schema: Schema) -> tuple[Iri, Iri] | None:
    found = (separated(left, right, schema=schema) for left, right in combinations(kinds, 2))
    return next(filter(None, found), None)


def _reason(
    descriptions: Sequence[Description], apart: tuple[Iri, Iri] | None, *, rows: tuple[int, int]
) -> str:
    common, total = rows
    everyone = "both" if len(descriptions) == _PAIR else f"all {len(descriptions)}"
    declared = (
        f", and {' and '.join(map(class_name, apart))} are declared disjoint" if apart else ""
    )
    has = "has" if common == 1 else "have"
    return (
        f"{_kinds(descriptions)} hardly compare: no class is common to {everyone}{declared}; "
        f"of {total} {'row' if total == 1 else 'rows'}, {common} {has} a value for {everyone}"
    )


def _kinds(descriptions: Sequence[Description]) -> str:
    labels = _labels(descriptions)
    by_kind: dict[tuple[str, ...], list[str]] = {}
    for one in descriptions:
        named = [labels.get(iri) or class_name(iri) for iri in one.entity.types]
        by_kind.setdefault(tuple(sorted(filter(None, named))[:_NAMED]), []).append(one.label)
    return say_all(
        [
            f"{_names(names)} ({say_all(kind)})" if kind else _names(names)
            for kind, names in by_kind.items()
        ]
    )


def _names(names: Sequence[str]) -> str:
    return say_all(names) if len(names) <= _MOST else f"{names[0]} and {len(names) - 1} more"


def _labels(descriptions: Iterable[Description]) -> Mapping[Iri, str]:
    values = (s.value for one in descriptions for s in one.statements)
    return {v.iri: v.label for v in values if isinstance(v, Entity) and not v.nameless}
