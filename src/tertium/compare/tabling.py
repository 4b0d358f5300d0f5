"""The table of a comparison: a row for each property, in the order of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from tertium.compare.align import Line, align
from tertium.compare.contest import contested
from tertium.compare.equality import Twins, twins
from tertium.compare.holdings import holdings
from tertium.compare.measuring import measure
from tertium.compare.peers import peers_of
from tertium.compare.reasons import explained, reason
from tertium.compare.relate import relate
from tertium.compare.salience import Appraiser
from tertium.compare.selection import in_order
from tertium.compare.states import cell
from tertium.compare.tallying import tally
from tertium.model.comparison import Cell, Row
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.schema import Schema
from tertium.model.statistics import Statistics
from tertium.model.verdict import Ranks

__all__ = ["table"]


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
    are sorted by facet, then the most salient first, then as the ontology orders properties.
    """
    known = twins(descriptions)
    appraiser = Appraiser([peers_of(d, statistics) for d in descriptions], known, statistics.reuse)
    setting = _Setting(descriptions, schema, hierarchy, known, appraiser, ranks)
    return in_order(setting.row(line) for line in align(descriptions, ranks=ranks))


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
        held = holdings(cells, self.known)
        verdict = relate(cells, held, hierarchy=self.hierarchy, schema=self.schema)
        names = {d.iri: d.short_name or d.label for d in self.descriptions}
        return Row(
            predicate=line.predicate,
            cells=cells,
            relation=verdict.relation,
            reason=reason(cells, verdict, names),
            common=verdict.common(cells),
            measure=measure(cells, held, self.known),
            contested=frozenset().union(*(contested(s, self.known) for s in line.sayings)),
            salience=self.appraiser.score(line.predicate, cells, verdict),
            tally=tally(cells, held),
        )

    def _cells(self, line: Line) -> tuple[Cell, ...]:
        return tuple(
            explained(
                cell(
                    description,
                    line.predicate,
                    saying=saying,
                    schema=self.schema,
                    ranks=self.ranks,
                ),
                line.predicate,
                of=description,
                schema=self.schema,
            )
            for description, saying in zip(self.descriptions, line.sayings, strict=True)
        )
