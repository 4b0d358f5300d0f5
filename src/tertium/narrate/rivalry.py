"""Where only one value can be true and sources give several."""

from collections.abc import Iterable, Iterator

from tertium.model.comparison import Comparison
from tertium.model.dates import Date
from tertium.model.statement import Rank, Statement
from tertium.model.values import Value
from tertium.narrate.messages import Part, Rivals
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic, by_time

__all__ = ["rivalry"]


def rivalry(topics: Iterable[Topic], comparison: Comparison) -> Iterator[Planned]:
    """Yield the contested values, all sides together, the preferred one first."""
    for topic in topics:
        for part in topic.told:
            lead = part[:1]
            if lead and lead[0].predicate.functional and lead[0].iri in topic.row.contested:
                yield from _planned(topic, lead[0], _others(lead[0], part, comparison))


def _planned(topic: Topic, lead: Statement, others: Part) -> Iterator[Planned]:
    if others:
        yield Planned(
            message=Rivals(lead, others),
            order=(topic.order, 2, 1),
            tier=Tier.LEAD,
            worth=topic.worth,
        )


def _others(lead: Statement, part: Part, comparison: Comparison) -> Part:
    """Return the statements of other values, also those which better ones outrank."""
    outranked = (
        s
        for description in comparison.entities
        for s in description.statements
        if (s.subject, s.predicate.iri) == (lead.subject, lead.predicate.iri)
        and s.rank is not Rank.DEPRECATED
    )
    found = {s.iri: s for s in (*part, *outranked) if s.positive and _differ(lead.value, s.value)}
    return by_time(found.values())


def _differ(one: Value, other: Value) -> bool:
    """Return whether two values contradict each other; a coarser date need not."""
    if isinstance(one, Date) and isinstance(other, Date):
        pairs = zip(one.key, other.key, strict=True)
        return any(a != b for a, b in pairs if a and b)
    return one != other
