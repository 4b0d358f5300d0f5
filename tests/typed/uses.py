"""A program of a user, as mypy sees it: what the public names return is what they say."""

from typing import assert_type

import tertium
from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.narrative import Narrative, Sentence
from tertium.model.statement import Reference, Statement

__all__ = ["use"]


def use() -> str:
    kg = tertium.open()
    assert_type(kg, tertium.KnowledgeGraph)
    page = kg.compare("Joseph Stalin", "Leon Trotsky", view=tertium.View.DIFFERENCES, rows=5)
    assert_type(page, tertium.Page)
    assert_type(page.comparison, Comparison)
    assert_type(page.narrative, Narrative)
    assert_type(page.differences, tuple[Row, ...])
    row = page.rows[0]
    assert_type(row.relation, tertium.Relation)
    assert_type(row.cells, tuple[Cell, ...])
    assert_type(row.cells[0].state, tertium.CellState)
    assert_type(row.evidence, tuple[Statement, ...])
    assert_type(row.evidence[0].references, tuple[Reference, ...])
    assert_type(page.narrative.summary, tuple[Sentence, ...])
    assert_type(kg.verify(page.to_json()), tuple[tertium.Failure, ...])
    return page.render("markdown")
