"""How much a row deserves to be read: a score from 0 to 1, with its reasons.

    score = told * contrast * both * direct * named / the most that these can be together

As in C3D+P (Cheng, Xu and Qu 2015) a row is worth reading for what it tells of each comparand and
for commonality or conflict between them. That a row in which both have something counts 1.3 was
measured on pairs of ESBM v1.2.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from tertium.compare.connecting import names_another
from tertium.compare.equality import Twins
from tertium.compare.holdings import Holding
from tertium.compare.relate import Verdict
from tertium.compare.worth import MOST, Judge
from tertium.model.comparison import Cell
from tertium.model.explanation import Bearing, Explanation, Worth
from tertium.model.measure import Measure, QuantityRatio
from tertium.model.schema import Property
from tertium.model.terms import Iri
from tertium.model.verdict import CellState, Relation

__all__ = ["Appraiser"]

_BOTH: Final = 1.3
_APART: Final = 0.4
"""What it adds that values of which there can be one, or amounts, are as far apart as can be."""
_DIRECT: Final = 1.5
_UNKNOWN: Final = 0.5
_SILENT: Final = 0.4
_AT_LEAST: Final = 0.3
"""A row is read for each comparand, too, even where they agree in what everybody has."""
_OWN: Final = 0.5
_NAMELESS: Final = 0.5
"""What a row tells of which all values are things without a name."""
_LEAST: Final = 0.05
"""What a value that all peers have weighs beside rarer ones."""
_MOST: Final = (1 + _APART) * _BOTH * _DIRECT * MOST


@dataclass(frozen=True, slots=True)
class Appraiser:
    """Scores the rows of one table against what is usual in the graph."""

    judges: Sequence[Judge]
    known: Twins
    reuse: Mapping[Iri, float]

    def explain(
        self,
        predicate: Property,
        cells: Sequence[Cell],
        *,
        verdict: Verdict,
        measure: Measure | None = None,
    ) -> Explanation:
        """Return the salience of a row, factor by factor.

        Quiet rows get up to 0.1, all others from there on: those of a quiet property, and those
        of nothing but housekeeping.
        """
        judged = [
            [judge.worth(s, own=len(cell.statements)) for s in cell.statements]
            for judge, cell in zip(self.judges, cells, strict=True)
        ]
        worths = {worth.statement: worth for side in judged for worth in side}
        direct = any(names_another(s, self.known) for cell in cells for s in cell.statements)
        return Explanation(
            told=tuple(max(side, key=_merit, default=None) for side in judged),
            both=_BOTH if all(cell.state is CellState.VALUE for cell in cells) else 1.0,
            contrast=self._contrast(verdict, worths, self._apart(predicate, measure or Measure())),
            direct=_DIRECT if direct else 1.0,
            most=_MOST,
            named=_named(worths.values()),
            quiet=predicate.quiet
            or all(one.bearing is Bearing.HOUSEKEEPING for one in worths.values()),
        )

    def _contrast(self, verdict: Verdict, worths: Mapping[Iri, Worth], apart: float) -> float:
        """Return how much the row says of the comparands together.

        0.3 + 0.7 * (J * i + (1 - J) * d), where J is the Jaccard index, each value weighted by its
        informativeness, i the informativeness of the most telling value that all have, and d says
        how much a difference tells (`_apart`). A one-sided row has the contrast 1; an incomplete
        one, of which nothing may be concluded, 0.4.
        """
        if verdict.relation is Relation.INCOMPLETE:
            return _SILENT
        if verdict.relation is Relation.ONE_SIDED:
            return 1.0
        news = [(self._is_common(held), _news(held, worths)) for held in verdict.held]
        if not news:  # all have none, or nobody knows
            news = [(True, worth.informativeness) for worth in worths.values()]
        common = [found for shared, found in news if shared]
        share = _weight(common) / (_weight(found for _, found in news) or 1.0)
        found = share * max(common, default=0.0) + (1 - share) * apart
        return _AT_LEAST + (1 - _AT_LEAST) * found

    def _apart(self, predicate: Property, measure: Measure) -> float:
        """Return how much it tells that values of a property differ.

        (0.5 + 0.5 * r) * (1 + 0.4 * a), where r is how far values of the property are shared at
        all; a is, of amounts, the part by which the least falls short of the greatest, else 0.5 for
        a functional property and 0 for any other. No distance of dates is told: without knowing how
        those of the peers lie, a year may be much or little.
        """
        told = _OWN + (1 - _OWN) * self.reuse.get(predicate.iri, 0.0)
        return told * (1 + _APART * _distance(predicate, measure.quantities))

    def _is_common(self, held: Holding) -> bool:
        return len(held.holders) == len(self.judges)


def _distance(predicate: Property, quantities: QuantityRatio | None) -> float:
    if quantities is not None and quantities.ratio is not None:
        return float(1 - 1 / quantities.ratio)
    return _UNKNOWN if predicate.functional else 0.0


def _named(worths: Iterable[Worth]) -> float:
    """Return a half where things without a name are all there is, but for housekeeping."""
    told = [worth for worth in worths if worth.bearing is not Bearing.HOUSEKEEPING]
    return _NAMELESS if told and all(worth.nameless for worth in told) else 1.0


def _news(held: Holding, worths: Mapping[Iri, Worth]) -> float:
    return max(worths[statement.iri].informativeness for statement in held.statements)


def _weight(news: Iterable[float]) -> float:
    return fsum(max(_LEAST, found) for found in news)


def _merit(worth: Worth) -> tuple[float, Iri]:
    return (worth.told, worth.statement)
