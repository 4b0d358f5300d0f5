"""The statements on an entity, the most telling first."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from tertium.compare.diversity import Candidate, diverse
from tertium.compare.equality import canonical
from tertium.compare.folding import implied
from tertium.compare.labels import label
from tertium.compare.worth import judges_of
from tertium.model.description import Description
from tertium.model.explanation import Worth
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics

__all__ = ["telling", "worths"]

_SAME_PROPERTY: Final = 0.6
_SAME_VALUE: Final = 0.25


def worths(description: Description, statistics: Statistics) -> Mapping[Statement, Worth]:
    """Return how telling each statement is by itself."""
    (judge,) = judges_of((description.entity,), statistics)
    own = Counter(statement.predicate.iri for statement in description.statements)
    return {s: judge.worth(s, own=own[s.predicate.iri]) for s in description.statements}


def telling(description: Description, statistics: Statistics) -> tuple[Statement, ...]:
    """Return the statements on an entity, the one which adds most to those before it first.

    A second statement of a property counts 0.6, a third 0.36; one whose value was said before, or
    is part of another value, 0.25.
    """
    judged = worths(description, statistics)
    part_of_others = implied(judged)
    return tuple(
        diverse(
            Candidate(
                thing=statement,
                merit=worth.score * (_SAME_VALUE if statement.iri in part_of_others else 1.0),
                place=(statement.predicate.iri, label(statement.value), statement.iri),
                says={
                    statement.predicate.iri: _SAME_PROPERTY,
                    ("value", canonical(statement.value, {})): _SAME_VALUE,
                },
            )
            for statement, worth in judged.items()
        )
    )
