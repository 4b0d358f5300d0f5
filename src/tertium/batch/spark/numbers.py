"""Statistics of which only some are at hand: they note which others are looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from tertium.batch.spark.partial import PartialTable
from tertium.batch.spark.statistics import Number
from tertium.model.hierarchy import Rarity
from tertium.model.statistics import Statistics
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.store.terms import to_oxigraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Key", "Numbers", "term_text"]

Key: TypeAlias = tuple[str, str, str]
"""A statistic: which number, of which one or two terms as N-Triples write them."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Amounts by key, `None` where the graph has none; and the keys that are missing."""

    amounts: Mapping[Key, float | None]
    missing: dict[Key, None] = field(default_factory=dict)

    @property
    def statistics(self) -> Statistics:
        """The statistics which look numbers up here."""
        return Statistics(
            class_sizes=PartialTable(self._count(Number.CLASS_SIZES)),
            having=PartialTable(self._counts(Number.HAVING)),
            stated=PartialTable(self._counts(Number.STATED)),
            sharing=PartialTable(lambda pair: _whole(self.find(Number.SHARING, *pair))),
            reuse=PartialTable(lambda iri: self.find(Number.REUSE, iri)),
            crowding=PartialTable(lambda iri: self.find(Number.CROWDING, iri)),
            rarity=Rarity(
                of_property=PartialTable(lambda pair: self.find(Number.OF_PROPERTY, *pair)),
                of_all=PartialTable(lambda iri: self.find(Number.OF_ALL, iri)),
                links=PartialTable(self._count(Number.LINKS)),
            ),
        )

    def find(self, number: Number, *terms: Term) -> float | None:
        """Return a number of one term or two; note it where it is not known."""
        one, other = (*map(term_text, terms), "")[:2]
        key = (number.value, one, other)
        if key not in self.amounts:
            self.missing[key] = None
        return self.amounts.get(key)

    def _count(self, number: Number) -> Callable[[Iri], int | None]:
        return lambda iri: _whole(self.find(number, iri))

    def _counts(self, number: Number) -> Callable[[tuple[Iri, Iri]], int | None]:
        return lambda pair: _whole(self.find(number, *pair))


def term_text(term: Term) -> str:
    """Return a term as N-Triples write it.

    >>> term_text(Iri("urn:a"))
    '<urn:a>'
    """
    if isinstance(term, Literal):
        return str(to_oxigraph(term))
    return f"_:{term.label}" if isinstance(term, BlankNode) else f"<{term}>"


def _whole(amount: float | None) -> int | None:
    return None if amount is None else int(amount)
