"""The statements of a page in the order in which a reader meets them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tertium.model.comparison import Comparison, Row
from tertium.model.narrative import Narrative, Sentence
from tertium.model.schema import Facet
from tertium.model.statement import Statement

__all__ = ["rows_by_facet", "statements_read"]


def rows_by_facet(comparison: Comparison) -> tuple[tuple[Facet, tuple[Row, ...]], ...]:
    """Return the rows under their facets, both in the order of the comparison."""
    facets: dict[Facet, list[Row]] = {}
    for row in comparison.rows:
        facets.setdefault(row.facet, []).append(row)
    return tuple((facet, tuple(rows)) for facet, rows in facets.items())


def statements_read(comparison: Comparison, narrative: Narrative) -> tuple[Statement, ...]:
    """Return each statement of the page once: summary, relations, table, sections."""
    rows = (row for _, rows in rows_by_facet(comparison) for row in rows)
    sections = (sentence for section in narrative.sections for sentence in section.sentences)
    read = chain(
        _evidence(narrative.summary),
        _evidence(narrative.relations),
        (statement for row in rows for statement in row.evidence),
        _evidence(sections),
    )
    return tuple({statement.iri: statement for statement in read}.values())


def _evidence(sentences: Iterable[Sentence]) -> Iterator[Statement]:
    return (statement for sentence in sentences for statement in sentence.evidence)
