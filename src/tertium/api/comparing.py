"""From a reader and some entities to a comparison: the table, without a word of prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.api.questions import page_queries
from tertium.compare import connections, table
from tertium.errors import NothingStatedError, SelfComparisonError
from tertium.model.comparison import Comparison, GraphInfo
from tertium.model.values import Entity
from tertium.model.verdict import Ranks

if TYPE_CHECKING:
    from tertium.model.description import Description
    from tertium.model.statistics import Statistics
    from tertium.model.terms import Iri
    from tertium.queries.reader import Reader

__all__ = ["Comparer", "refuse_twins"]


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares entities of one graph in one language."""

    reader: Reader
    statistics: Statistics
    info: GraphInfo

    def compare(self, iris: tuple[Iri, ...], *, ranks: Ranks = Ranks.BEST) -> Comparison:
        """Return all rows on these entities, with the statements of the ranks to be shown.

        Raises:
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.

        """
        descriptions = self.reader.descriptions(iris)
        refuse_twins(iris, descriptions)
        if not any(description.statements for description in descriptions):
            raise NothingStatedError(tuple(one.label for one in descriptions))
        rows = table(
            descriptions,
            schema=self.reader.schema(),
            hierarchy=self.reader.hierarchy(_apart(descriptions)),
            statistics=self.statistics,
            ranks=ranks,
        )
        return Comparison(
            entities=descriptions,
            rows=rows,
            rows_total=len(rows),
            connections=connections(descriptions),
            language=self.reader.language,
            ranks=ranks,
            graph=self.info,
            queries=page_queries(iris, self.reader.catalogue),
        )


def refuse_twins(iris: tuple[Iri, ...], descriptions: tuple[Description, ...]) -> None:
    """Refuse to set an entity against itself, under whichever of its names.

    Raises:
        SelfComparisonError: when two are the same.

    """
    seen: set[Iri] = set()
    for description in descriptions:
        names = {description.iri, *description.same_as}
        if names & seen or iris.count(description.iri) > 1:
            raise SelfComparisonError(description.label)
        seen |= names


def _apart(descriptions: tuple[Description, ...]) -> tuple[Iri, ...]:
    """Return the values which may meet in something broader.

    They are values of a property which two or more have, but not values which all have.
    """
    held: list[set[tuple[Iri, Iri]]] = [
        {(s.predicate.iri, s.value.iri) for s in one.statements if isinstance(s.value, Entity)}
        for one in descriptions
    ]
    voices = Counter(iri for pairs in held for iri in {predicate for predicate, _ in pairs})
    alone = {pair for pairs in held for pair in pairs} - held[0].intersection(*held)
    return tuple(sorted({value for predicate, value in alone if voices[predicate] > 1}))
