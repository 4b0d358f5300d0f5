"""The statements on an entity, the most telling first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tertium.compare.diversity import Candidate, diverse
from tertium.compare.folding import implied
from tertium.compare.labels import label
from tertium.compare.worth import judges_of
from tertium.model.description import Description
from tertium.model.explanation import Worth
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics

__all__ = ["telling", "worths"]

_SAME_PROPERTY: Final = 0.7
_SAME_VALUE: Final = 0.4


def worths(description: Description, statistics: Statistics) -> Mapping[Statement, Worth]:
    """Return how telling each statement is by itself."""
    (judge,) = judges_of((description.entity,), statistics)
    own = Counter(statement.predicate.iri for statement in description.statements)
    return {s: judge.worth(s, own=own[s.predicate.iri]) for s in description.statements}


def telling(
    description: Description,
    statistics: Statistics,
    *,
    others: Mapping[Statement, float] | None = None,
) -> tuple[Statement, ...]:
    """Return the statements on an entity, the one which adds most to those before it first.

    `others` are statements whose merit is known from elsewhere; only a repetition of their value
    lessens it. A second statement of a property counts 0.7, a third 0.49; one whose value was
    said before, or is part of another value, 0.4.
    """
    judged = worths(description, statistics)
    parts = implied(judged)
    known = others or {}
    return tuple(
        diverse(
            (
                *(
                    _candidate(s, worth.score, repeats=s.iri in parts)
                    for s, worth in judged.items()
                ),
                *(_known(statement, merit) for statement, merit in known.items()),
            )
        )
    )


def _candidate(statement: Statement, merit: float, *, repeats: bool) -> Candidate[Statement]:
    one = _known(statement, merit * _SAME_VALUE if repeats else merit)
    return replace(one, says={statement.predicate.iri: _SAME_PROPERTY, **one.says})


def _known(statement: Statement, merit: float) -> Candidate[Statement]:
    words = label(statement.value).casefold()
    return Candidate(
        thing=statement,
        merit=merit,
        place=(statement.predicate.iri, words, statement.iri),
        says={("value", words): _SAME_VALUE},
    )
