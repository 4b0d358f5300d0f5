"""What a narrative tells, in which order, before it is told in any language."""

from dataclasses import dataclass
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.schema import Facet
from tertium.narrate.budget import BUDGETS
from tertium.narrate.fitting import fitted
from tertium.narrate.messages import Message
from tertium.narrate.planned import best, in_order
from tertium.narrate.planner import Planner, fame_of
from tertium.narrate.sequence import chronological
from tertium.narrate.summary import summary

__all__ = ["Plan", "SectionPlan", "plan"]

_FEWEST_SECTIONS: Final = 2
"""With fewer, the sections of a page repeat what the summary told of them."""


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """The messages of one section."""

    facet: Facet
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The messages of a narrative: the same for every language."""

    summary: tuple[Message, ...]
    sections: tuple[SectionPlan, ...]


def plan(comparison: Comparison) -> Plan:
    """Return what is told of a comparison, as its reader selected."""
    planner = Planner(comparison, fame=fame_of(comparison))
    opening = summary(planner)
    sections = _sections(planner, opening)
    if len(sections) < _FEWEST_SECTIONS:
        sections = _sections(planner, ())
    return Plan(tuple(map(chronological, opening)), sections)


def _sections(planner: Planner, told: tuple[Message, ...]) -> tuple[SectionPlan, ...]:
    """Return the sections without what the summary told."""
    rows, budget = planner.comparison.rows, BUDGETS[planner.comparison.selection.length]
    facets = tuple(dict.fromkeys(row.facet for row in rows))
    found = [
        best(planner.section((row for row in rows if row.facet == facet), told), budget)
        for facet in facets
    ]
    return tuple(
        SectionPlan(facet, tuple(map(chronological, in_order(units))))
        for facet, units in zip(facets, fitted(found, budget.sections), strict=True)
        if units
    )
