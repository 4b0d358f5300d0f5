"""From the rows of a table to queries: which column says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tertium.model.link import Given, LinkQuery
from tertium.queries.prefixes import expand
from tertium.store.terms import checked_iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.api.tables import Row
    from tertium.model.terms import Iri

__all__ = ["Columns", "iri_of_key"]

_SAFE: Final = "-._~:@!$&'()*+,;="
"""What may stand in the last part of an IRI beside letters and digits."""
_SEVERAL: Final = "|"
"""What stands between several values in a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns of a table say of the thing of each row.

    `name` is the column of names, `others` that of other names of the same thing; `evidence` are
    columns with the property whose values they have; `given` and the classes `types` hold of all.
    `key` is the column by which a row is known, else its number; `base` is put before keys to make
    IRIs.
    """

    name: str
    others: str | None = None
    evidence: tuple[tuple[str, Iri], ...] = ()
    given: tuple[Given, ...] = ()
    types: tuple[Iri, ...] = ()
    key: str | None = None
    base: str = ""

    def query(self, row: Row) -> LinkQuery:
        """Return what a row asks; what its cells do not say is not given."""
        cells = row.cells
        key = cells[self.key].strip() if self.key else str(row.number)
        return LinkQuery(
            text=cells[self.name].strip(),
            names=_values(cells[self.others]) if self.others else (),
            types=self.types,
            given=(*self._given(cells), *self.given),
            key=iri_of_key(key, self.base),
        )

    def _given(self, cells: Mapping[str, str]) -> Iterator[Given]:
        for column, predicate in self.evidence:
            if values := _values(cells[column]):
                yield Given(predicate, values)


def iri_of_key(key: str, base: str) -> str:
    """Return the IRI that a key stands for, or the key itself where it stands for none.

    Raises:
        BadTermError: when what is put before keys makes no IRI.

    >>> iri_of_key("wd:Q5", ""), iri_of_key("a b", "")
    ('http://www.wikidata.org/entity/Q5', 'a b')
    >>> iri_of_key("wd:Q5", "urn:key:"), iri_of_key("a b", "https://example.org/")
    ('urn:key:wd:Q5', 'https://example.org/a%20b')

    """
    if base and key:
        return checked_iri(base + quote(key, safe=_SAFE))
    return expand(key) or key


def _values(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split(_SEVERAL))))
