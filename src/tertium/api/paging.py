"""From a comparison to a page: the rows a reader wants, and the sentences on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from tertium.api.page import Page
from tertium.compare import choose, comparable_first, offered
from tertium.errors import BadDateError
from tertium.model.edtf import read_edtf
from tertium.model.verdict import Length, Ranks, View
from tertium.narrate import narrate
from tertium.queries.asking import attested

if TYPE_CHECKING:
    from tertium.api.comparing import Comparer
    from tertium.api.paths import Pathfinder
    from tertium.model.comparison import Comparison, GraphInfo
    from tertium.model.dates import Date
    from tertium.model.narrative import Narrative
    from tertium.model.terms import Iri

__all__ = ["Pager", "Wanted", "Wishes"]


class Wishes(TypedDict, total=False):
    """What the reader wants to see, as keywords."""

    view: View
    facet: str | None
    rows: int | None
    ranks: Ranks
    at: str | None
    sensitive: bool
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the reader wants to see of a page."""

    view: View = View.ALL
    facet: str | None = None
    rows: int | None = None
    ranks: Ranks = Ranks.BEST
    at: str | None = None
    sensitive: bool = False
    length: Length = Length.NORMAL

    @property
    def day(self) -> Date | None:
        """The day of which the page is to speak, if of one.

        Raises:
            BadDateError: when the text is no date.

        """
        day = read_edtf(self.at) if self.at is not None else None
        if day is None and self.at is not None:
            raise BadDateError(self.at)
        return day


@dataclass(frozen=True, slots=True)
class Pager:
    """Makes the pages of one graph in one language."""

    comparer: Comparer
    pathfinder: Pathfinder

    def page(self, iris: tuple[Iri, ...], wanted: Wanted) -> Page:
        """Return the page of some entities; its narrative tells all rows of the view and facet."""
        day = wanted.day
        whole = self.comparer.compare(iris, ranks=wanted.ranks, at=day, sensitive=wanted.sensitive)
        if day is None:
            whole = self.pathfinder.joined(whole)
        told, _ = choose(whole.rows, view=wanted.view, facet=wanted.facet)
        rows, selection = choose(
            whole.rows, view=wanted.view, facet=wanted.facet, limit=wanted.rows
        )
        if not whole.comparability.alike:
            rows = comparable_first(rows)
        chosen = replace(
            whole,
            selection=replace(selection, length=wanted.length),
            offers=offered(whole.rows, view=wanted.view, facet=wanted.facet),
        )
        narrative = self.narrate(replace(chosen, rows=told))
        return Page(replace(chosen, rows=rows, graph=self._asked(whole.graph)), narrative)

    def narrate(self, comparison: Comparison) -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        reader = self.comparer.reader
        return attested(narrate(comparison.evident, reader.lexicon), reader.catalogue)

    def _asked(self, graph: GraphInfo) -> GraphInfo:
        """Return which graph was asked, now that nothing more is asked for the page."""
        return replace(graph, failed=self.comparer.reader.failed)
