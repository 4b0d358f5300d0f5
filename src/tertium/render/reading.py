"""The statements of a page in the order in which a reader meets them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tertium.model.comparison import Comparison, Row
from tertium.model.narrative import Narrative, Sentence
from tertium.model.schema import Facet
from tertium.model.statement import Statement

__all__ = ["rows_by_facet", "statements_counted", "statements_read"]


def rows_by_facet(comparison: Comparison) -> tuple[tuple[Facet, tuple[Row, ...]], ...]:
    """Return the rows under their facets, both in the order of the comparison."""
    facets: dict[Facet, list[Row]] = {}
    for row in comparison.rows:
        facets.setdefault(row.facet, []).append(row)
    return tuple((facet, tuple(rows)) for facet, rows in facets.items())


def statements_read(comparison: Comparison, narrative: Narrative) -> tuple[Statement, ...]:
    """Return each statement of the page once: summary, relations, table, sections."""
    return _once(narrative, (s for row in _rows(comparison) for s in row.shown))


def statements_counted(comparison: Comparison, narrative: Narrative) -> tuple[Statement, ...]:
    """Return those without the ones which are shown, but do not count."""
    return _once(narrative, (s for row in _rows(comparison) for s in row.evidence))


def _rows(comparison: Comparison) -> Iterator[Row]:
    return (row for _, rows in rows_by_facet(comparison) for row in rows)


def _once(narrative: Narrative, tabled: Iterable[Statement]) -> tuple[Statement, ...]:
    sections = (sentence for section in narrative.sections for sentence in section.sentences)
    read = chain(
        _evidence(narrative.summary),
        _evidence(narrative.relations),
        tabled,
        _evidence(sections),
    )
    return tuple({statement.iri: statement for statement in read}.values())


def _evidence(sentences: Iterable[Sentence]) -> Iterator[Statement]:
    return (statement for sentence in sentences for statement in sentence.evidence)
