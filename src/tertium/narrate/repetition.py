"""What need not be told, because it has been, or something more telling says it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from tertium.model.schema import Facet
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value
from tertium.narrate.messages import Crossing, Message, Rivals, statements_of
from tertium.narrate.topics import Topic, is_judgement, only

__all__ = ["once", "untold"]


def once(topics: Iterable[Topic], comparands: AbstractSet[Iri]) -> tuple[Topic, ...]:
    """Return the topics, in each facet each thing named once of the same comparands.

    The first property in the order of the ontology tells it: who is somebody's child is not told
    to be a relative as well, nor who received a prize to have been nominated for it. What more
    comparands have by the later property is told there, too. Of what comparands were to each other
    nothing is left out.
    """
    told = defaultdict[tuple[Facet, Entity], frozenset[Iri]](frozenset)
    result = list[Topic]()
    for topic in topics:
        held, facet = _held(topic, comparands), topic.row.facet
        known = {thing for thing, holders in held.items() if holders <= told[facet, thing]}
        result += _without(topic, known)
        for thing, holders in held.items():
            told[facet, thing] |= holders
    return tuple(result)


def untold(
    topics: Iterable[Topic], told: Iterable[Message], comparands: AbstractSet[Iri]
) -> tuple[Topic, ...]:
    """Return the topics without what has been told, nor the same thing of the same subject.

    Of rivals only one which the graph prefers may be told again as a fact.
    """
    messages = tuple(told)
    if not messages:
        return tuple(topics)
    gone = {_telling(s, comparands) for message in messages for s in statements_of(message)}
    leads = (message.lead for message in messages if isinstance(message, Rivals))
    kept = {lead.iri for lead in leads if lead.rank is Rank.PREFERRED}
    crossed = {message.first.value for message in messages if isinstance(message, Crossing)}
    return only(
        topics,
        lambda s: s.iri in kept or not (_telling(s, comparands) in gone or s.value in crossed),
    )


def _telling(statement: Statement, comparands: AbstractSet[Iri]) -> tuple[Iri, Iri, Value]:
    """Return what is told of whom: a thing in its facet, all else by its property."""
    value, predicate = statement.value, statement.predicate
    thing = isinstance(value, Entity) and value.iri not in comparands
    by_facet = thing and not is_judgement(statement)
    return (statement.subject, predicate.facet.iri if by_facet else predicate.iri, value)


def _without(topic: Topic, known: AbstractSet[Value]) -> tuple[Topic, ...]:
    return only([topic], lambda s: s.value not in known)


def _held(topic: Topic, comparands: AbstractSet[Iri]) -> Mapping[Entity, frozenset[Iri]]:
    """Return the things in a topic with those who have them."""
    found = defaultdict[Entity, frozenset[Iri]](frozenset)
    for statement in topic.statements:
        value = statement.value
        if isinstance(value, Entity) and value.iri not in comparands:
            found[value] |= {statement.subject}
    return found
