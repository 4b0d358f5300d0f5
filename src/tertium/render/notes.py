"""The numbers under which a page cites its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tertium.model.statement import Source, Statement
from tertium.model.terms import Iri

__all__ = ["Notes"]


@dataclass(frozen=True, slots=True)
class Notes:
    """The sources of a page, numbered from 1 in order of first use."""

    sources: tuple[Source, ...]
    numbers: Mapping[Iri, int]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "Notes":
        """Return the notes of a page which uses these statements in this order."""
        known = {source.iri: source for source in _cited(statements)}
        return cls(tuple(known.values()), {iri: i for i, iri in enumerate(known, start=1)})

    def number(self, source: Source) -> int:
        """Return the number of a source of this page."""
        return self.numbers[source.iri]

    def __iter__(self) -> Iterator[tuple[int, Source]]:
        """Iterate over (number, source)."""
        return enumerate(self.sources, start=1)

    def __len__(self) -> int:
        """Return how many sources the page cites."""
        return len(self.sources)


def _cited(statements: Iterable[Statement]) -> Iterator[Source]:
    return (reference.source for statement in statements for reference in statement.references)
