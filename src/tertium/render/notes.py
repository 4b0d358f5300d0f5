"""The numbers under which a page cites its sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tertium.model.statement import Source, Statement
from tertium.model.terms import Iri

__all__ = ["Notes", "in_runs"]

_RUN: Final = 3
"""So many numbers in a row are one mark."""


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


def in_runs(numbers: Iterable[int]) -> tuple[str, ...]:
    """Return ascending numbers as marks, many in a row as one.

    >>> in_runs((1, 3, 4)), len(in_runs((1, 3, 4, 5)))
    (('[1]', '[3]', '[4]'), 2)
    """
    return tuple(mark for run in _runs(numbers) for mark in _marks(run))


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield the numbers in runs, each number one more than the one before."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    yield run


def _marks(run: list[int]) -> tuple[str, ...]:
    if len(run) < _RUN:
        return tuple(f"[{number}]" for number in run)
    return (f"[{run[0]}\u2013{run[-1]}]",)
