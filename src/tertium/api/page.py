"""A comparison with its narrative, ready to be read or rendered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tertium.api.extras import require
from tertium.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from tertium.model.comparison import Comparison, Queries, Row
    from tertium.model.description import Description
    from tertium.model.narrative import Narrative

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """What `compare` and `describe` return; a notebook shows it as HTML.

    >>> import tertium
    >>> page = tertium.open().compare("Joseph Stalin", "Leon Trotsky")
    >>> page["date of birth"].relation.value
    'different'
    >>> all(sentence.evidence for sentence in page.narrative.sentences)
    True
    """

    comparison: Comparison
    narrative: Narrative

    @property
    def title(self) -> str:
        """The labels of the comparands, against each other."""
        return self.comparison.title

    @property
    def entities(self) -> tuple[Description, ...]:
        """The comparands."""
        return self.comparison.entities

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, by facet, most salient first."""
        return self.comparison.rows

    @property
    def commonalities(self) -> tuple[Row, ...]:
        """The rows with something in common, most salient first."""
        return self.comparison.commonalities

    @property
    def differences(self) -> tuple[Row, ...]:
        """The rows which differ, most salient first."""
        return self.comparison.differences

    @property
    def gaps(self) -> tuple[Row, ...]:
        """The rows of which the graph is silent for somebody, most salient first."""
        return self.comparison.gaps

    @property
    def queries(self) -> Queries:
        """The SPARQL that says what is shared and what each entity alone has."""
        return self.comparison.queries

    def render(self, name: str = "text", *, transposed: bool | None = None) -> str:
        """Return the page in one of `tertium.render.FORMATS`: text, html, json and others.

        `transposed` sets the entities one below the other, with properties as columns; when it is
        not given, pages for reading do so from four entities on, csv and tsv never.

        Raises:
            UnknownFormatError: when there is no such format.

        """
        page = self if transposed is None else self.turned(transposed=transposed)
        return render(name, page.comparison, page.narrative)

    def turned(self, *, transposed: bool | None) -> Page:
        """Return the page with the entities one below the other, or side by side."""
        return replace(self, comparison=replace(self.comparison, transposed=transposed))

    def to_json(self) -> str:
        """Return the comparison document, byte for byte the same each time."""
        return self.render("json")

    def to_crate(self) -> bytes:
        """Return the page in all formats, its queries and its evidence, as an RO-Crate (ZIP)."""
        from tertium.api.crates import crate

        return crate(self.comparison, self.narrative)

    def to_dataframe(self, *, long: bool = False) -> pd.DataFrame:
        """Return the rows as a table of pandas; with `long`, a row for each value.

        Raises:
            MissingExtraError: when pandas is not installed.

        """
        require("pandas")
        from tertium.api import frames

        return frames.values(self.comparison) if long else frames.rows(self.comparison)

    def __getitem__(self, name: str) -> Row:
        """Return the row of a property or facet, by label or IRI."""
        return self.comparison[name]

    def __iter__(self) -> Iterator[Row]:
        """Iterate over the rows shown."""
        return iter(self.comparison)

    def _repr_html_(self) -> str:
        return self.render("html")
