"""Statistics which note what was asked of them, and what they say when they are asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from tertium.batch.evidence.notes import Notes
from tertium.batch.facts import Noun
from tertium.model.hierarchy import Rarity
from tertium.model.terms import Iri, Term
from tertium.store.sidecar import Sidecar
from tertium.store.sidecar.keys import term_in

if TYPE_CHECKING:
    from tertium.model.statistics import Statistics

__all__ = ["NotingSidecar", "counted"]

_K = TypeVar("_K", bound=str | tuple[Term, ...])
_V = TypeVar("_V", bound=float)


class _Noting(Mapping[_K, _V]):
    """A table which notes the keys that are looked up, whether it has them or not."""

    def __init__(self, name: str, table: Mapping[_K, _V], notes: Notes) -> None:
        self._name = name
        self._table = table
        self._notes = notes

    def __getitem__(self, key: _K) -> _V:
        self._notes.count(self._name, key)
        return self._table[key]

    def __iter__(self) -> Iterator[_K]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class _Totals(Mapping[str, int]):
    """The numbers of the whole graph, noted when they are looked up."""

    def __init__(self, table: Mapping[str, int], notes: Notes) -> None:
        self._table = table
        self._notes = notes

    def __getitem__(self, key: str) -> int:
        self._notes.note(Noun.TOTAL, (key,))
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


@dataclass(frozen=True)
class NotingSidecar(Sidecar):
    """What was counted of a graph; it notes which of it was asked for."""

    notes: Notes = field(default_factory=Notes, kw_only=True)

    @classmethod
    def noting(cls, sidecar: Sidecar, notes: Notes) -> NotingSidecar:
        """Return a sidecar that notes."""
        return cls(
            connection=sidecar.connection,
            version=sidecar.version,
            label_predicates=sidecar.label_predicates,
            totals=_Totals(sidecar.totals, notes),
            notes=notes,
        )

    @cached_property
    def statistics(self) -> Statistics:
        """How common properties and values are."""
        found = super().statistics
        rarity = found.rarity or Rarity()
        return replace(
            found,
            class_sizes=self._noted("class_sizes", found.class_sizes),
            having=self._noted("having", found.having),
            stated=self._noted("stated", found.stated),
            sharing=self._noted("sharing", found.sharing),
            reuse=self._noted("reuse", found.reuse),
            crowding=self._noted("crowding", found.crowding),
            rarity=Rarity(
                of_property=self._noted("of_property", rarity.of_property),
                of_all=self._noted("of_all", rarity.of_all),
                links=self._noted("links", rarity.links),
            ),
        )

    def _noted(self, name: str, table: Mapping[_K, _V]) -> Mapping[_K, _V]:
        return _Noting(name, table, self.notes)


def counted(statistics: Statistics, table: str, columns: tuple[str, ...]) -> float | None:
    """Return the number that a table has for a key, if it has one."""
    rarity = statistics.rarity or Rarity()
    one, two = Iri(columns[0]), tuple(map(Iri, columns[:2]))
    by_one = {
        "class_sizes": statistics.class_sizes,
        "reuse": statistics.reuse,
        "crowding": statistics.crowding,
        "of_all": rarity.of_all,
        "links": rarity.links,
    }
    if table in by_one:
        return by_one[table].get(one)
    if table == "sharing":
        return statistics.sharing.get((one, term_in(columns[1])))
    by_two = {
        "having": statistics.having,
        "stated": statistics.stated,
        "of_property": rarity.of_property,
    }
    return by_two[table].get((two[0], two[1]))
