"""Statements side by side: for each property, what is said of each comparand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.compare.labels import label
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.verdict import Ranks

__all__ = ["Line", "Saying", "align", "when"]


_LAST: Final = 32
"""Later than any month or day."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of one entity and one property.

    `best` are the statements of the best rank, in order; `outranked` those of normal rank which
    preferred ones hide; `deprecated` those which nobody stands by any more.
    """

    best: tuple[Statement, ...] = ()
    outranked: tuple[Statement, ...] = ()
    deprecated: tuple[Statement, ...] = ()

    def beside(self, ranks: Ranks) -> tuple[Statement, ...]:
        """Return what is shown beside the best statements."""
        outranked = () if ranks is Ranks.BEST else self.outranked
        return outranked + (self.deprecated if ranks is Ranks.ALL else ())


@dataclass(frozen=True, slots=True)
class Line:
    """A property with a saying for each comparand, at least one of them not empty."""

    predicate: Property
    sayings: tuple[Saying, ...]


def align(descriptions: Sequence[Description], *, ranks: Ranks = Ranks.BEST) -> tuple[Line, ...]:
    """Return a line for each property which is stated of a comparand, by IRI.

    Deprecated statements are left out unless all ranks are asked for. As of a day, what is dated
    ranks with what is preferred: that is a word on the present.
    """
    stated = [_by_predicate(_kept(one.statements, ranks)) for one in descriptions]
    predicates = {iri: group[0].predicate for side in stated for iri, group in side.items()}
    days = [one.at for one in descriptions]
    return tuple(
        Line(
            predicates[iri],
            tuple(_saying(side.get(iri, ()), at) for side, at in zip(stated, days, strict=True)),
        )
        for iri in sorted(predicates)
    )


def when(statement: Statement) -> Date | None:
    """Return the date by which a statement is sorted: its start, its end or its value."""
    interval = statement.interval
    value = statement.value if isinstance(statement.value, Date) else None
    return interval.start or interval.end or value


def _kept(statements: Iterable[Statement], ranks: Ranks) -> Iterable[Statement]:
    if ranks is Ranks.ALL:
        return statements
    return (s for s in statements if s.rank is not Rank.DEPRECATED)


def _by_predicate(statements: Iterable[Statement]) -> dict[Iri, list[Statement]]:
    stated: dict[Iri, list[Statement]] = {}
    for statement in statements:
        stated.setdefault(statement.predicate.iri, []).append(statement)
    for group in stated.values():
        if len(group) > 1:  # most are alone, and the key is dear
            group.sort(key=_place)
    return stated


def _saying(statements: Sequence[Statement], at: Date | None) -> Saying:
    preferred, normal, deprecated = (
        tuple(s for s in statements if s.rank is rank) for rank in Rank
    )
    if at is not None and preferred:
        raised = tuple(s for s in normal if _is_dated(s))
        preferred = tuple(s for s in statements if s in preferred or s in raised)
        normal = tuple(s for s in normal if s not in raised)
    if preferred:
        return Saying(preferred, normal, deprecated)
    return Saying(normal, deprecated=deprecated)


def _is_dated(statement: Statement) -> bool:
    return bool(statement.interval.start or statement.interval.end)


def _place(statement: Statement) -> tuple[bool, tuple[int, ...], str, Iri]:
    """Sort by date (the undated last), label and IRI; ranks are parted later.

    Of dates as values the finer comes first: 21 August before August.
    """
    date = when(statement)
    key: tuple[int, ...] = date.key if date else (0, 0, 0)
    if date is statement.value:
        key = (key[0], *(part or _LAST for part in key[1:]))
    return (date is None, key, label(statement.value), statement.iri)
