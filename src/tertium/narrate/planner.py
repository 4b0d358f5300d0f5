"""Makes messages of the rows of a comparison."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Final

from tertium.model.comparison import Comparison, Row
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Text, Value
from tertium.model.verdict import Relation, View
from tertium.narrate.contrasting import contrasting
from tertium.narrate.crossing import crossing
from tertium.narrate.judging import judging
from tertium.narrate.messages import Message
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.relating import linking, relating
from tertium.narrate.repetition import once, untold
from tertium.narrate.rivalry import rivalry
from tertium.narrate.sharing import sharing
from tertium.narrate.stating import gaps, stating
from tertium.narrate.topics import Topic, is_judgement, only, topics_of, without

__all__ = ["Planner", "fame_of"]

_CROSSINGS: Final = 2


_WITH_JUDGEMENTS: Final = frozenset({View.ALL, View.DIFFERENCES})
_Step = Callable[[Iterable[Topic]], Iterator[Planned]]


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the sections of one comparison.

    `fame` tells how often a value occurs.
    """

    comparison: Comparison
    fame: Mapping[Value, int]

    @property
    def comparands(self) -> frozenset[Iri]:
        """Those who are compared."""
        return frozenset(entity.iri for entity in self.comparison.entities)

    @property
    def view(self) -> View:
        """What the reader wants to see."""
        return self.comparison.selection.view

    def section(self, rows: Iterable[Row], told: Iterable[Message] = ()) -> tuple[Planned, ...]:
        """Return the messages on the rows of one facet, besides what has been told."""
        topics = untold(self.topics(rows), told, self.comparands)
        judged = judging(only(topics, is_judgement))
        return (*self._facts(topics), *(judged if self.view in _WITH_JUDGEMENTS else ()))

    def topics(self, rows: Iterable[Row]) -> tuple[Topic, ...]:
        """Return what can be told of the rows, in the order of the ontology."""
        topics = topics_of((row for row in rows if not row.predicate.quiet), self.fame)
        labels = {one.iri: one.label for one in self.comparison.entities}
        return only(topics, lambda s: not _repeats(s, labels))

    def facts(self, topics: Iterable[Topic]) -> tuple[Topic, ...]:
        """Return what is no judgement, each thing told by its most telling property."""
        return once(only(topics, lambda s: not is_judgement(s)), self.comparands)

    def definitions(self) -> tuple[Topic, ...]:
        """Return what the comparands are, though the table alone shows it."""
        rows = (row for row in self.comparison.rows if row.predicate.defines)
        return topics_of(rows, self.fame)

    def relations(self, topics: Iterable[Topic]) -> tuple[Statement, ...]:
        """Return the statements from comparand to comparand."""
        return linking((s for topic in topics for s in topic.statements), self.comparands)

    def _facts(self, topics: tuple[Topic, ...]) -> Iterator[Planned]:
        facts = self.facts(topics)
        linked = self.relations(facts)
        if self.view is View.ALL:
            yield from _first(relating(linked))
        rest = without(facts, linked)
        for step in self._steps():
            found = tuple(step(rest))
            yield from found
            rest = untold(rest, [one.message for one in found], self.comparands)

    def _steps(self) -> tuple[_Step, ...]:
        """Return what makes messages of this view, each of what those before it leave."""
        return {
            View.ALL: (self._rivals, sharing, _crossed, contrasting, self._gaps, stating),
            View.DIFFERENCES: (_crossed, contrasting, stating),
            View.SHARED: (sharing,),
            View.MISSING: (self._gaps,),
        }[self.view]

    def _rivals(self, topics: Iterable[Topic]) -> Iterator[Planned]:
        return rivalry(topics, self.comparison)

    def _gaps(self, topics: Iterable[Topic]) -> Iterator[Planned]:
        if self.comparison.moment:  # the graph may well record it, of another day
            return iter(())
        if self.view is View.MISSING:
            return gaps(topics, 0.0)
        return islice(gaps(topics, self._threshold()), 1)

    def _threshold(self) -> float:
        """Return the salience which a gap needs: that of the upper quarter of such rows."""
        rows = [row for row in self.comparison.rows if row.relation is Relation.INCOMPLETE]
        worths = sorted(row.salience for row in rows)
        return worths[len(worths) * 3 // 4] if worths else 0.0


def fame_of(comparison: Comparison) -> Mapping[Value, int]:
    """Return how often each value occurs in a comparison."""
    return Counter(s.value for row in comparison.rows for s in row.evidence)


def _repeats(statement: Statement, labels: Mapping[Iri, str]) -> bool:
    """Return whether a name is told which the reader knows: that Mao was called Mao."""
    value = statement.value
    return isinstance(value, Text) and value.text == labels.get(statement.subject)


def _first(messages: Iterable[Message]) -> Iterator[Planned]:
    for place, message in enumerate(messages):
        yield Planned(message=message, order=(0, 0, place), tier=Tier.LEAD, worth=inf)


def _crossed(topics: Iterable[Topic]) -> Iterator[Planned]:
    found = sorted(crossing(topics), key=lambda one: (-one.worth, one.order))
    return islice(found, _CROSSINGS)
