"""Which of all rows a page shows, how many it leaves out and why, and how much it tells."""

from dataclasses import dataclass

from tertium.model.schema import Facet
from tertium.model.verdict import Length, View

__all__ = ["Offers", "Selection"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What else there is to see: rows by view, of the facet chosen, and by facet, of the view."""

    views: tuple[tuple[View, int], ...] = ()
    facets: tuple[tuple[Facet, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the reader asked to see, and how many rows each wish hides.

    The wishes apply in this order: the facet (empty for all), the view, the number of rows. The
    narrative keeps to the facet and the view, and to a length of its own.
    """

    facet: str = ""
    view: View = View.ALL
    outside_facet: int = 0
    outside_view: int = 0
    beyond_limit: int = 0
    length: Length = Length.NORMAL

    @property
    def hidden(self) -> int:
        """How many rows are left out."""
        return self.outside_facet + self.outside_view + self.beyond_limit
