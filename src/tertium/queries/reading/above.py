"""All classes above each class, gathered when they are asked for.

Written out they would be as many as the square of the classes, where these form a long chain.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tertium.model.terms import Iri

__all__ = ["Above", "Widened"]

_Classes = frozenset[Iri]


@dataclass(frozen=True, slots=True, eq=False)
class Above(Mapping[Iri, _Classes]):
    """All that is above each class; `parents` has what is next above it, nothing for a root."""

    parents: Mapping[Iri, Iterable[Iri]]
    _found: dict[Iri, _Classes] = field(default_factory=dict, repr=False)

    def __getitem__(self, iri: Iri) -> _Classes:
        """Return what is above a class, itself too where classes go round in a circle."""
        if iri not in self._found:
            self._found[iri] = frozenset(_climbed(self.parents[iri], self.parents))
        return self._found[iri]

    def __contains__(self, iri: object) -> bool:
        """Return whether it is a class, without climbing."""
        return iri in self.parents

    def __iter__(self) -> Iterator[Iri]:
        """Iterate over the classes."""
        return iter(self.parents)

    def __len__(self) -> int:
        """Return how many classes there are."""
        return len(self.parents)

    @classmethod
    def joined(
        cls, known: Mapping[Iri, Iterable[Iri]], more: Mapping[Iri, Iterable[Iri]]
    ) -> "Above":
        """Return what is above by both; `known` has what is next above, or all that is above."""
        parents: Mapping[Iri, Iterable[Iri]] = known.parents if isinstance(known, Above) else known
        added = {iri: (*parents.get(iri, ()), *ups) for iri, ups in more.items()}
        roots = {up: () for ups in more.values() for up in ups if up not in parents}
        return cls({**roots, **parents, **added})


@dataclass(frozen=True, slots=True, eq=False)
class Widened(Mapping[Iri, _Classes]):
    """The classes of a graph, too, with those above them which are known.

    `parents` has what is next above each class of the graph.
    """

    known: Mapping[Iri, _Classes]
    parents: Mapping[Iri, tuple[Iri, ...]]
    _found: dict[Iri, _Classes] = field(default_factory=dict, repr=False)

    def __getitem__(self, iri: Iri) -> _Classes:
        """Return the known classes above one; an error if there are none."""
        if iri not in self._found:
            self._found[iri] = self._gathered(iri)
        if not self._found[iri] and iri not in self.known:
            raise KeyError(iri)
        return self._found[iri]

    def __contains__(self, iri: object) -> bool:
        """Return whether it is a known class, or below one."""
        return iri in self.known or (isinstance(iri, str) and bool(self.get(Iri(iri))))

    def __iter__(self) -> Iterator[Iri]:
        """Iterate over the classes which are known, and those below them."""
        found = dict.fromkeys((*self.known, *self.parents))
        return (iri for iri in found if iri in self)

    def __len__(self) -> int:
        """Return how many classes there are."""
        return sum(1 for _ in self)

    def _gathered(self, iri: Iri) -> _Classes:
        above = set[Iri]()
        for one in _climbed((iri,), self.parents):
            if one not in above:  # else all that is above it is there, too
                above |= self.known.get(one, frozenset())
        return frozenset(above)


def _climbed(starts: Iterable[Iri], parents: Mapping[Iri, Iterable[Iri]]) -> Iterable[Iri]:
    """Return the classes with all that are above them, level by level."""
    reached = dict.fromkeys(starts)
    for one in (queue := list(reached)):
        queue += (up for up in parents.get(one, ()) if up not in reached)
        reached.update(dict.fromkeys(parents.get(one, ())))
    return reached
