"""The table of a comparison: a row for each property, in the order of the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertium.compare.align import Line, align
from tertium.compare.contest import contested
from tertium.compare.equality import Twins, twins
from tertium.compare.folding import folded
from tertium.compare.holdings import apart, holdings
from tertium.compare.joining import joined, meant, turned
from tertium.compare.kinds import classes_above
from tertium.compare.measuring import measure
from tertium.compare.reasons import explained, reason
from tertium.compare.relate import Verdict, relate
from tertium.compare.salience import Appraiser
from tertium.compare.selection import in_order
from tertium.compare.series import chosen
from tertium.compare.states import cell
from tertium.compare.tallying import tally
from tertium.compare.worth import Judge, judges_of
from tertium.model.comparison import Cell, Row
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.measure import Measure
from tertium.model.schema import Property, Schema
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.model.verdict import Ranks

__all__ = ["table"]

_PERSON: Final = Iri("https://w3id.org/tertium/ontology#Person")


def table(
    descriptions: Sequence[Description],
    *,
    schema: Schema,
    hierarchy: Hierarchy,
    statistics: Statistics,
    ranks: Ranks = Ranks.BEST,
) -> tuple[Row, ...]:
    """Return a row for each property which is stated of one or more of the comparands.

    Statements of the best rank make the verdicts; `ranks` tells which are shown beside them. Rows
    are sorted by facet, then the most salient first, then as the ontology orders properties. Of
    people, the ontology orders the facets, too; of other things, those come first which tell most.
    """
    known = twins(descriptions)
    judges = judges_of([one.entity for one in descriptions], statistics)
    appraiser = Appraiser(judges, known, statistics.reuse)
    setting = _Setting(descriptions, schema, hierarchy, known, appraiser, ranks)
    lines = align(
        descriptions,
        alignment=schema.alignment,
        ranks=ranks,
        peers=[judge.peers for judge in judges],
    )
    people = all(_PERSON in classes_above(one.entity.types, schema) for one in descriptions)
    return in_order(_folded(map(setting.row, lines), schema, hierarchy), weighed=not people)


def _folded(rows: Iterable[Row], schema: Schema, hierarchy: Hierarchy) -> Iterator[Row]:
    """Yield rows with the property of the one which implies them, if one does."""
    found = tuple(rows)
    into = folded(found, alignment=schema.alignment, hierarchy=hierarchy)
    for row in found:
        name = into.get(row.predicate.iri)
        yield replace(row, folded_into=name) if name else row


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all rows of a table are made with."""

    descriptions: Sequence[Description]
    schema: Schema
    hierarchy: Hierarchy
    known: Twins
    appraiser: Appraiser
    ranks: Ranks

    def row(self, line: Line) -> Row:
        cells = self._cells(line)
        judged = chosen(cells)
        held = holdings(judged.cells, self.known)
        held = apart(held) if judged.incomparable else held
        verdict = relate(judged.cells, held, hierarchy=self.hierarchy, schema=self.schema)
        found = measure(judged, held, self.known)
        explanation = self.appraiser.explain(line.predicate, cells, verdict=verdict, measure=found)
        silent = not all(saying.best for saying in line.sayings)
        return Row(
            predicate=line.predicate,
            cells=cells,
            relation=verdict.relation,
            reason="; ".join((self._reason(judged.cells, verdict, found), *self._joined(line))),
            common=verdict.common(cells),
            measure=found,
            contested=self._contested(line),
            salience=explanation.salience,
            explanation=explanation,
            tally=tally(cells, held),
            means=meant(line, self.schema.alignment) if silent else (),
            turned=turned(line, self.schema.alignment) if silent else (),
        )

    def _reason(self, cells: Sequence[Cell], verdict: Verdict, found: Measure | None) -> str:
        names = {d.iri: d.short_name or d.label for d in self.descriptions}
        return reason(cells, verdict, names, found=found, at=self.descriptions[0].at)

    def _contested(self, line: Line) -> frozenset[Iri]:
        found = (contested(s, self.known, hierarchy=self.hierarchy) for s in line.sayings)
        return frozenset[Iri]().union(*found)

    def _joined(self, line: Line) -> Iterator[str]:
        return joined(line, self.descriptions, alignment=self.schema.alignment)

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        sides = zip(self.descriptions, line.sayings, self.appraiser.judges, strict=True)
        return tuple(
            explained(
                cell(
                    description,
                    saying=saying,
                    applies=bool(saying.best) or self._applies(line.predicate, judge),
                    crowded=line.predicate.iri in description.crowded,
                    ranks=self.ranks,
                ),
                line.predicate,
                of=description,
                schema=self.schema,
            )
            for description, saying, judge in sides
        )

    def _applies(self, predicate: Property, judge: Judge) -> bool:
        """Return whether a property can hold of an entity: of one of its peers it does."""
        possible = self.schema.applies(predicate, judge.entity.types)
        return possible or judge.peers.holders(predicate) > 0
