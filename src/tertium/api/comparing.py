"""From a reader and some entities to a comparison: the table, without a word of prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tertium.api.questions import page_queries
from tertium.compare import (
    as_of,
    comparability,
    comparable_first,
    connections,
    ended,
    gender_of,
    living,
    moment_of,
    table,
    united,
    withhold,
)
from tertium.errors import NothingStatedError, SelfComparisonError
from tertium.model.comparison import Comparison, GraphInfo
from tertium.model.values import Entity
from tertium.model.verdict import Ranks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.model.dates import Date
    from tertium.model.description import Description
    from tertium.model.hierarchy import Hierarchy
    from tertium.model.schema import Schema
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

    def compare(
        self,
        iris: tuple[Iri, ...],
        *,
        ranks: Ranks = Ranks.BEST,
        at: Date | None = None,
        sensitive: bool = False,
    ) -> Comparison:
        """Return all rows on these entities, with the statements of the ranks to be shown.

        With a day (`at`), the rows are those which hold on it. What is `sensitive` of living
        persons is left out unless it is wanted.

        Raises:
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.

        """
        whole = self._described(iris)
        known = self._compared(whole, ranks=ranks, at=at)
        if sensitive:
            return replace(known, sensitive=True)
        schema = self.reader.schema(iri for one in whole for iri in one.entity.types)
        return withhold(known, frozenset(one.iri for one in whole if living(one, schema)))

    def _compared(
        self, whole: tuple[Description, ...], *, ranks: Ranks, at: Date | None
    ) -> Comparison:
        moment = moment_of(whole, at) if at else None
        cut = self._as_of(whole, at) if at else whole
        schema = self._schema(cut)
        descriptions = tuple(_judged(united(one, schema.alignment), schema) for one in cut)
        rows = table(
            descriptions,
            schema=schema,
            hierarchy=self._hierarchy(descriptions),
            statistics=self.statistics,
            ranks=ranks,
        )
        kinds = comparability(descriptions, rows, schema=schema)
        return Comparison(
            entities=descriptions,
            rows=rows if kinds.alike else comparable_first(rows),
            rows_total=len(rows),
            connections=connections(descriptions),
            language=self.reader.language,
            ranks=ranks,
            moment=moment,
            graph=replace(self.info.on(one.iri for one in whole), failed=self.reader.failed),
            queries=page_queries(tuple(one.iri for one in whole), self.reader.catalogue),
            comparability=kinds,
        )

    def _described(self, iris: tuple[Iri, ...]) -> tuple[Description, ...]:
        descriptions = self.reader.descriptions(iris)
        refuse_twins(iris, descriptions)
        if not any(description.statements for description in descriptions):
            raise NothingStatedError(tuple(one.label for one in descriptions))
        return descriptions

    def _as_of(self, descriptions: tuple[Description, ...], at: Date) -> tuple[Description, ...]:
        begun = self.reader.beginnings(_values(descriptions))
        return tuple(as_of(one, at, begun=begun) for one in descriptions)

    def _schema(self, descriptions: tuple[Description, ...]) -> Schema:
        known = self.reader.schema(iri for one in descriptions for iri in one.entity.types)
        return replace(known, alignment=self.reader.alignment(descriptions))

    def _hierarchy(self, descriptions: tuple[Description, ...]) -> Hierarchy:
        rarity = self.statistics.rarity
        if rarity is None:
            return self.reader.hierarchy(_apart(descriptions))
        found = self.reader.hierarchy(_apart(descriptions), classes=True)
        return replace(found, rarity=rarity)


def _judged(description: Description, schema: Schema) -> Description:
    """Return a description with what follows from it, by what the ontology says."""
    over, gender = ended(description, schema), gender_of(description, schema)
    return replace(description, ended=over, gender=gender)


def _values(descriptions: tuple[Description, ...]) -> tuple[Iri, ...]:
    values = (s.value for one in descriptions for s in one.statements)
    return tuple(sorted({value.iri for value in values if isinstance(value, Entity)}))


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
    """Return the values which may meet in something broader, or lie below one another.

    They are values of a property which two or more have, but not values which all have; and those
    of a functional property of which one has several.
    """
    held: list[set[tuple[Iri, Iri]]] = [
        {(s.predicate.iri, s.value.iri) for s in one.statements if isinstance(s.value, Entity)}
        for one in descriptions
    ]
    voices = Counter(iri for pairs in held for iri in {predicate for predicate, _ in pairs})
    alone = {pair for pairs in held for pair in pairs} - held[0].intersection(*held)
    rivals = {value for one in descriptions for value in _rivals(one)}
    return tuple(sorted({value for predicate, value in alone if voices[predicate] > 1} | rivals))


def _rivals(description: Description) -> Iterator[Iri]:
    """Yield the entities of which only one can be true."""
    values: dict[Iri, set[Iri]] = {}
    for statement in description.statements:
        if statement.predicate.functional and isinstance(statement.value, Entity):
            values.setdefault(statement.predicate.iri, set()).add(statement.value.iri)
    for found in values.values():
        yield from found if len(found) > 1 else ()
