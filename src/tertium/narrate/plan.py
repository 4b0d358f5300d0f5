"""What a narrative tells, in which order, before it is told in any language."""

from dataclasses import dataclass

from tertium.model.comparison import Comparison
from tertium.model.schema import Facet
from tertium.narrate.budget import BUDGETS, Budget
from tertium.narrate.chronology import chronological
from tertium.narrate.fitting import Units, fitted
from tertium.narrate.messages import Message
from tertium.narrate.planned import best, in_order
from tertium.narrate.planner import Planner, fame_of
from tertium.narrate.summary import summary

__all__ = ["Plan", "SectionPlan", "plan"]


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
    budget = BUDGETS[comparison.selection.length]
    facets = tuple(dict.fromkeys(row.facet for row in comparison.rows))
    found = [_found(planner, facet, opening, budget=budget) for facet in facets]
    sections = (
        SectionPlan(facet, tuple(map(chronological, in_order(units))))
        for facet, units in zip(facets, fitted(found, budget.sections), strict=True)
        if units
    )
    return Plan(tuple(map(chronological, opening)), tuple(sections))


def _found(planner: Planner, facet: Facet, told: tuple[Message, ...], *, budget: Budget) -> Units:
    """Return what a section may tell besides the summary."""
    rows = (row for row in planner.comparison.rows if row.facet == facet)
    return best(planner.section(rows, told), budget)
