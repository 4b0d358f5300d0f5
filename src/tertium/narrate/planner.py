"""Makes messages of the rows of a comparison, and chooses among them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Final

from tertium.model.comparison import Comparison, Row
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Text, Value
from tertium.model.verdict import Relation
from tertium.narrate.contrasting import contrasting, crossing
from tertium.narrate.judging import judging
from tertium.narrate.messages import Message, Rivals, statements_of
from tertium.narrate.planned import Planned, Tier, best
from tertium.narrate.relating import linking, relating
from tertium.narrate.rivalry import rivalry
from tertium.narrate.sharing import sharing
from tertium.narrate.stating import gaps, stating
from tertium.narrate.topics import Topic, is_judgement, only, topics_of, without

__all__ = ["Planner", "fame_of"]

_MOST: Final = 8
_ENOUGH: Final = 5
"""How many sentences a section has at most, and when lesser things are left out."""
_CROSSINGS: Final = 2


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the sections of one comparison.

    `fame` tells how often a value occurs.
    """

    comparison: Comparison
    fame: Mapping[Value, int]

    def section(self, rows: Iterable[Row]) -> tuple[Message, ...]:
        """Return the messages on the rows of one facet."""
        topics = self.topics(rows)
        judged = only(topics, is_judgement)
        planned = (*self._facts(only(topics, lambda s: not is_judgement(s))), *judging(judged))
        return tuple(one.message for one in best(planned, most=_MOST, enough=_ENOUGH))

    def topics(self, rows: Iterable[Row]) -> tuple[Topic, ...]:
        """Return what can be told of the rows, in the order of the ontology."""
        topics = topics_of(rows, self.fame)
        labels = {one.iri: one.label for one in self.comparison.entities}
        return only(topics, lambda s: not _repeats(s, labels))

    def relations(self, topics: Iterable[Topic]) -> tuple[Statement, ...]:
        """Return the statements from comparand to comparand."""
        everyone = [entity.iri for entity in self.comparison.entities]
        return linking((s for topic in topics for s in topic.statements), everyone)

    def _facts(self, topics: tuple[Topic, ...]) -> Iterator[Planned]:
        linked = self.relations(topics)
        yield from _first(relating(linked))
        rest = without(topics, linked)
        for step in (self._rivals, sharing, _crossed, contrasting, self._gaps, stating):
            found = tuple(step(rest))
            yield from found
            rest = _left(rest, [one.message for one in found])

    def _rivals(self, topics: Iterable[Topic]) -> Iterator[Planned]:
        return rivalry(topics, self.comparison)

    def _gaps(self, topics: Iterable[Topic]) -> Iterator[Planned]:
        if self.comparison.moment:  # the graph may well record it, of another day
            return iter(())
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


def _left(topics: Iterable[Topic], told: Iterable[Message]) -> tuple[Topic, ...]:
    """Return the topics without what has been told, nor the same of the same subject.

    Of rivals only one which the graph prefers may be told again as a fact.
    """
    said = [s for message in told for s in statements_of(message)]
    gone = {(s.subject, s.predicate.iri, s.value) for s in said}
    leads = [message.lead for message in told if isinstance(message, Rivals)]
    kept = {lead.iri for lead in leads if lead.rank is Rank.PREFERRED}
    return only(
        topics, lambda s: s.iri in kept or (s.subject, s.predicate.iri, s.value) not in gone
    )
