"""What a narrative tells, in which order, before it is told in any language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.schema import Facet
from tertium.narrate.messages import Message, statements_of
from tertium.narrate.planner import Planner, fame_of
from tertium.narrate.sequence import chronological
from tertium.narrate.summary import summary

__all__ = ["Chapter", "Plan", "plan"]

_FEWEST_FACTS: Final = 3
_FEWEST_MESSAGES: Final = 2


@dataclass(frozen=True, slots=True)
class Chapter:
    """The messages of one section."""

    facet: Facet
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The messages of a narrative: the same for every language."""

    summary: tuple[Message, ...]
    chapters: tuple[Chapter, ...]


def plan(comparison: Comparison) -> Plan:
    """Return what is told of a comparison."""
    planner = Planner(comparison, fame=fame_of(comparison))
    return Plan(tuple(map(chronological, summary(planner))), tuple(_chapters(planner)))


def _chapters(planner: Planner) -> Iterator[Chapter]:
    rows = planner.comparison.rows
    for facet in dict.fromkeys(row.facet for row in rows):
        messages = planner.section(row for row in rows if row.facet == facet)
        facts = {s.iri for message in messages for s in statements_of(message)}
        if len(facts) >= _FEWEST_FACTS and len(messages) >= _FEWEST_MESSAGES:
            yield Chapter(facet, tuple(map(chronological, messages)))
