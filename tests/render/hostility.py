"""Texts which want to be more than text, wherever a text can stand."""

from typing import Final

from tertium.model.comparison import Comparison, Row
from tertium.model.narrative import Mention, Narrative, Section
from tertium.model.schema import Facet, Property, QualifierRole
from tertium.model.statement import Reference, Source, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, Text, Value, WebAddress
from tertium.model.verdict import CellState, Relation
from tests.render.builders import TT, A, B, cell, comparison, sentence, statement

__all__ = ["HOSTILE", "hostile"]

HOSTILE: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "a|b [x](javascript:alert(1)) `code` *star* _under_ <b>",
    "\u202etxet nrut",
    "\x1b[31mred\x07\x9b31m",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@SUM(1)",
    "\tTAB",
    "\rCR",
    "two\nlines",
    "אבג",
    "# not a heading",
    "1. not a list",
    "{{ 7 * 7 }} {% raw %}",
    "[bold]no markup[/bold] :smile:",
    "&lt;b&gt;",
)
_MENTIONS = (Mention(0, 3, A.iri), Mention(1, 2, B.iri))


def hostile() -> tuple[Comparison, Narrative]:
    """Return a page with each of the texts in a row of its own, and in all labels."""
    rows = tuple(_row(text) for text in HOSTILE)
    told = tuple(
        sentence(text, *row.evidence, mentions=_MENTIONS)
        for text, row in zip(HOSTILE, rows, strict=True)
    )
    entities = (Entity(A.iri, "".join(HOSTILE)), Entity(B.iri, HOSTILE[0]))
    sections = (Section(rows[0].facet, told),)
    return comparison(*rows, entities=entities), Narrative(
        summary=told, relations=told, sections=sections
    )


def _row(text: str) -> Row:
    facet = Facet(Iri(TT + text), text)
    return Row(
        predicate=Property(iri=Iri(TT + text), label=text, facet=facet),
        cells=(cell(A, *_statements(text)), cell(B, state=CellState.NOT_STATED)),
        relation=Relation.INCOMPLETE,
        reason=text,
    )


def _statements(text: str) -> tuple[Statement, ...]:
    address = Iri(f"javascript:{text}")
    work = Source(iri=address, label=text, url=address, licence=text)
    values: tuple[Value, ...] = (
        Entity(address, text),
        Text(text),
        Identifier(text, address),
        WebAddress(address),
    )
    notes = ((None, Text(text)), (QualifierRole.AS, Text(text)))
    return tuple(
        statement(f"p{n}-{text}", value, *notes, cited=(Reference(work, text),))
        for n, value in enumerate(values)
    )
