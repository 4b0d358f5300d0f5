"""A graph of which only some is at hand: it notes what else is read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from tertium.store.reads import NotingStore, Reach, Read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pyoxigraph as ox

    from tertium.model.terms import Iri
    from tertium.store.oxigraph import OxigraphStore
    from tertium.store.protocol import Answer

__all__ = ["PartialStore", "PartialTable"]

_K = TypeVar("_K")
_V = TypeVar("_V", bound=float)


class PartialStore(NotingStore):
    """An embedded store with all triples of some reads; any other read is noted as missing.

    `predicates` are all of the whole graph; `vocabulary` answers queries, which ask of properties
    and classes alone.
    """

    def __init__(
        self,
        store: ox.Store,
        *,
        known: Iterable[Read],
        predicates: frozenset[str],
        vocabulary: OxigraphStore,
    ) -> None:
        """Wrap a store which has what the known reads find in the whole graph."""
        super().__init__(store, self._look)
        self._known = frozenset(known)
        self._predicates = predicates
        self.vocabulary = vocabulary
        self.missing: dict[Read, None] = {}

    def query(self, sparql: str, *, choosy: bool = False) -> Answer:
        """Return the answer to a query on properties and classes."""
        return self.vocabulary.query(sparql, choosy=choosy)

    def uses(self, predicate: Iri) -> bool:
        """Return whether any triple of the whole graph has a predicate."""
        return predicate in self._predicates

    def linked(self, predicate: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield the links of the whole graph, if these are not too many to be looked at."""
        return self.vocabulary.linked(predicate)

    def _look(self, read: Read) -> None:
        whole = Read(read.reach, read.node)
        wanted = whole if read.reach is Reach.FROM else read
        if wanted not in self._known and whole not in self._known:
            self.missing[wanted] = None


class PartialTable(Mapping[_K, _V], Generic[_K, _V]):
    """Numbers of a graph, each found or told as missing when it is looked up."""

    def __init__(self, find: Callable[[_K], _V | None]) -> None:
        """Find numbers so; `None` is that of a key which is missing, or which there is not."""
        self._find = find

    def __getitem__(self, key: _K) -> _V:
        """Return the number of a key."""
        number = self._find(key)
        if number is None:
            raise KeyError(key)
        return number

    def __iter__(self) -> Iterator[_K]:
        """Yield nothing: what there is elsewhere is not known."""
        return iter(())

    def __len__(self) -> int:
        """Return 0, as many as can be listed."""
        return 0
