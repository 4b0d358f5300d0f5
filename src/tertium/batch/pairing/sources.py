"""Pairs as they are given, and each of them once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from tertium.errors import TertiumError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.model.terms import Iri

__all__ = ["Asked", "Given", "Pairs", "apart"]

Asked: TypeAlias = "Mapping[str, str | int | None]"


@runtime_checkable
class Pairs(Protocol):
    """Where pairs come from; a pair may be more than two things."""

    @property
    def asked(self) -> Asked:
        """What is asked of the graph, from which the pairs follow; empty if others give them."""
        ...

    def named(self, graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
        """Yield what is to be compared: labels, IRIs or CURIEs, each once."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """Pairs that a program has."""

    pairs: Iterable[Sequence[str]]

    @property
    def asked(self) -> Asked:
        """Nothing: they do not come from the graph."""
        return {}

    def named(self, graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
        """Yield the pairs, each once."""
        return apart(self.pairs, graph)


def apart(pairs: Iterable[Sequence[str]], graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
    """Yield what is to be compared, once, also where it comes in another order or by other names.

    What is clear is named by its IRI; the rest as it was given, so that it fails as it would alone.
    """
    found, seen = _Meanings(graph), set[tuple[str, ...]]()
    for names in pairs:
        meant = found.of(tuple(name.strip() for name in names if name.strip()))
        key = tuple(sorted(meant))
        if key not in seen:
            seen.add(key)
            yield meant


@dataclass(frozen=True, slots=True)
class _Meanings:
    """What names mean in a graph, each looked up once."""

    graph: KnowledgeGraph
    known: dict[str, Iri | None] = field(default_factory=dict)

    def of(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the IRIs which names mean, or the names if that is not clear."""
        iris = tuple(filter(None, map(self._meant, names)))
        return iris if len(iris) == len(names) == len({*iris}) else names

    def _meant(self, name: str) -> Iri | None:
        if name not in self.known:
            try:
                self.known[name] = self.graph.resolve(name)
            except TertiumError:
                self.known[name] = None
        return self.known[name]
