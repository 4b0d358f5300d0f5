"""How much a row deserves to be read: a score from 0 to 1.

    score = told * contrast * both * direct / the most that these can be together

As in C3D+P (Cheng, Xu and Qu 2015) a row is worth reading for what it tells of each comparand and
for commonality or conflict between them; the constants are those of a ranker measured on ESBM v1.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from tertium.compare.connecting import names_another
from tertium.compare.equality import Twins
from tertium.compare.holdings import jaccard
from tertium.compare.peers import Peers
from tertium.compare.relate import Verdict
from tertium.model.comparison import Cell
from tertium.model.schema import Property
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Identifier, WebAddress
from tertium.model.verdict import CellState, Relation

__all__ = ["Appraiser"]

_NEVER_SEEN: Final = 0.3
_EXPONENT: Final = 0.35
_VALUE_SHARE: Final = 0.35
_BOTH: Final = 1.3
_FUNCTIONAL: Final = 1.2
_DIRECT: Final = 1.5
_SILENT: Final = 0.5
_OWN: Final = 0.5
_QUIET: Final = 0.1
_DIGITS: Final = 4
"""Beyond these, platforms may differ in their logarithms."""


@dataclass(frozen=True, slots=True)
class Appraiser:
    """Scores the rows of one table against what is usual in the graph."""

    peers: Sequence[Peers]
    known: Twins
    reuse: Mapping[Iri, float]

    def score(self, predicate: Property, cells: Sequence[Cell], verdict: Verdict) -> float:
        """Return the salience of a row: quiet ones up to 0.1, all others from there on."""
        product = self._told(predicate, cells) * self._contrast(predicate, cells, verdict)
        if all(cell.state is CellState.VALUE for cell in cells):
            product *= _BOTH
        if any(names_another(s, self.known) for cell in cells for s in cell.statements):
            product *= _DIRECT
        share = product / (_FUNCTIONAL * _BOTH * _DIRECT)
        quiet = predicate.quiet or _housekeeping(cells)
        return round(_QUIET * share if quiet else _QUIET + (1 - _QUIET) * share, _DIGITS)

    def _told(self, predicate: Property, cells: Sequence[Cell]) -> float:
        """Return the mean of what the cells tell; one without statements tells nothing.

        Of one entity: ((0.3 + f) / 1.3) ^ 0.35 * (0.65 + 0.35 * i), where f is the share of its
        peers which have the property, and i the mean informativeness of its values.
        """
        return fsum(
            ((_NEVER_SEEN + peers.frequency(predicate)) / (_NEVER_SEEN + 1)) ** _EXPONENT
            * (1 - _VALUE_SHARE + _VALUE_SHARE * _mean(peers, cell))
            for peers, cell in zip(self.peers, cells, strict=True)
            if cell.statements
        ) / len(cells)

    def _contrast(self, predicate: Property, cells: Sequence[Cell], verdict: Verdict) -> float:
        """Return how much the row says of the comparands together.

        J * i + (1 - J) * d, where J is the Jaccard index, i the informativeness of the most telling
        value that all have, and d = (0.5 + 0.5 * r), times 1.2 for a functional property, where
        r is how far values of the property are shared at all. A one-sided row has the contrast 1;
        an incomplete one, of which nothing may be concluded, 0.5.
        """
        if verdict.relation is Relation.INCOMPLETE:
            return _SILENT
        if verdict.relation is Relation.ONE_SIDED:
            return 1.0
        share = jaccard(verdict.held, len(cells)) if verdict.held else 1.0
        apart = _OWN + (1 - _OWN) * self.reuse.get(predicate.iri, 0.0)
        apart *= _FUNCTIONAL if predicate.functional else 1.0
        return share * self._shared(cells, verdict) + (1 - share) * apart

    def _shared(self, cells: Sequence[Cell], verdict: Verdict) -> float:
        """Return the informativeness of what all have, be it none or unknown."""
        held_by_all = (h for h in verdict.held if len(h.holders) == len(cells))
        named = {statement.iri for holding in held_by_all for statement in holding.statements}
        found = [
            peers.informativeness(statement)
            for peers, cell in zip(self.peers, cells, strict=True)
            for statement in cell.statements
            if statement.iri in named or not verdict.held
        ]
        return max(found, default=0.0)


def _mean(peers: Peers, cell: Cell) -> float:
    return fsum(map(peers.informativeness, cell.statements)) / len(cell.statements)


def _housekeeping(cells: Sequence[Cell]) -> bool:
    """Return whether all values are catalogue numbers, addresses or coordinates."""
    kinds = (Identifier, WebAddress, Coordinate)
    return all(isinstance(s.value, kinds) for cell in cells for s in cell.statements)
