"""Policies and doctrines to which two comparands stand differently."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.messages import Crossing
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic

__all__ = ["crossing"]

_OPPOSED: Final = 0.6
"""How much more it tells when one was against what the other was for."""
_HELD: Final = 0.1
"""How much more it tells for each stance that is held."""
_STANCES: Final = frozenset(
    Iri(f"https://w3id.org/tertium/ontology#{name}") for name in ("Doctrine", "Policy")
)
"""What people are for or against."""


def crossing(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield the policies to which two comparands stand differently."""
    stances = dict[Entity, list[tuple[Topic, Statement]]]()
    for topic in topics:
        for statement in topic.statements:
            if isinstance(statement.value, Entity) and _STANCES & set(statement.value.types):
                stances.setdefault(statement.value, []).append((topic, statement))
    for held in stances.values():
        pairs = (pair for pair in combinations(held, 2) if _is_crossed(*pair))
        for (topic, first), (other, second) in list(pairs)[:1]:
            yield Planned(
                message=Crossing(first, second),
                order=(topic.order, 1),
                tier=Tier.LEAD,
                worth=max(topic.worth, other.worth)
                + _HELD * len(held)
                + _OPPOSED * _one_opposed(first, second),
            )


def _one_opposed(first: Statement, second: Statement) -> bool:
    """Return whether one was for it and the other against it."""
    against = [s.predicate.iri.casefold().endswith("opposed") for s in (first, second)]
    return against[0] != against[1]


def _is_crossed(one: tuple[Topic, Statement], other: tuple[Topic, Statement]) -> bool:
    first, second = one[1], other[1]
    return first.subject != second.subject and first.predicate.iri != second.predicate.iri
