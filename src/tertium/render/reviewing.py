"""A case of a review for a terminal: what is to be linked, and its candidates."""

from collections.abc import Iterable, Mapping
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tertium.linking.mappings import Row
from tertium.linking.reviewing import Case
from tertium.render.escaping import isolated, visible

__all__ = ["case_table"]

_REASONS: Final = ("comment", "match_string", "other")
"""The columns of a table of mappings that may say why a candidate is one."""
_EVIDENCE: Final = ("subject_category", "subject_source")

Facts = Mapping[str, tuple[str, ...]]


def case_table(case: Case, *, left: int, facts: Facts) -> RenderableType:
    """Return a subject with what is known of it, above its candidates with the reasons for each.

    `facts` are what a graph states, by the reference of each thing; `left` cases are still open.
    """
    first = case.candidates[0]
    known = [visible(first[name]) for name in _EVIDENCE if first.get(name)]
    table = Table("", "candidate", "score", "why", title_justify="left", expand=False)
    for number, row in enumerate(case.candidates, 1):
        score = Text(visible(row.get("confidence", "")))
        why = _why(row, facts.get(row["object_id"], ()))
        table.add_row(str(number), _candidate(row), score, why, end_section=True)
    subject = Text.assemble((isolated(visible(case.label)), "bold"), _reference(case))
    own = (Text(f"  {visible(fact)}", style="dim") for fact in facts.get(case.subject, ()))
    return Group(Text(), _counted(left), subject, *map(Text, known), *own, table)


def _counted(left: int) -> Text:
    return Text(f"{left} to decide", style="dim")


def _reference(case: Case) -> str:
    return "" if case.label == case.subject else f"  {visible(case.subject)}"


def _candidate(row: Row) -> Text:
    label = visible(row.get("object_label", ""))
    named = (isolated(label), "bold") if label else ""
    kind = visible(row.get("object_category", ""))
    return Text.assemble(
        named, " " * bool(label), visible(row["object_id"]), f"\n{kind}" * bool(kind)
    )


def _why(row: Row, known: Iterable[str]) -> Text:
    """Return the reasons, and below them what a graph states."""
    reasons = [(visible(row[name]), "") for name in _REASONS if row.get(name)]
    lines = (*reasons, *((visible(fact), "dim") for fact in known))
    return Text("\n").join(Text(text, style) for text, style in lines)
