"""From a comparison to a page: the rows a reader wants, and the sentences on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tertium.api.page import Page
from tertium.compare import select
from tertium.model.verdict import Ranks, View
from tertium.narrate import narrate
from tertium.queries.asking import attested

if TYPE_CHECKING:
    from tertium.api.comparing import Comparer
    from tertium.model.comparison import Comparison, Row
    from tertium.model.explanation import Explanation, Worth
    from tertium.model.narrative import Narrative
    from tertium.model.terms import Iri
    from tertium.queries.reading.names import Names

__all__ = ["Pager", "Wanted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the reader wants to see of a page."""

    view: View = View.ALL
    facet: str | None = None
    rows: int | None = None
    ranks: Ranks = Ranks.BEST
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Makes the pages of one graph in one language."""

    comparer: Comparer

    def page(self, iris: tuple[Iri, ...], wanted: Wanted) -> Page:
        """Return the page of some entities; its narrative tells all rows but for other facets."""
        whole = self.comparer.compare(iris, ranks=wanted.ranks)
        rows = select(whole.rows, view=wanted.view, facet=wanted.facet, limit=wanted.rows)
        narrative = self.narrate(whole)
        if wanted.facet is not None:
            facets = {row.facet for row in rows}
            kept = tuple(section for section in narrative.sections if section.facet in facets)
            narrative = replace(narrative, sections=kept)
        return Page(replace(whole, rows=self._explained(rows, wanted)), narrative)

    def _explained(self, rows: tuple[Row, ...], wanted: Wanted) -> tuple[Row, ...]:
        """Return rows with the reasons of their salience, or all without."""
        if not wanted.explain:
            return tuple(replace(row, explanation=None) for row in rows)
        kinds = {one.kind for row in rows for one in _worths(row) if one.kind is not None}
        names = self.comparer.reader.names(sorted(kinds))
        return tuple(
            replace(row, explanation=_named(row.explanation, names))
            for row in rows
            if row.explanation is not None
        )

    def narrate(self, comparison: Comparison) -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        reader = self.comparer.reader
        return attested(narrate(comparison.evident, reader.lexicon()), reader.catalogue)


def _worths(row: Row) -> tuple[Worth, ...]:
    told = () if row.explanation is None else row.explanation.told
    return tuple(worth for worth in told if worth is not None)


def _named(found: Explanation, names: Names) -> Explanation:
    kinds = (None if one is None or one.kind is None else one.kind for one in found.told)
    return replace(found, kinds=tuple(kind and names.entity(kind) for kind in kinds))
