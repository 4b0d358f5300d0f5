"""Statements side by side: for each property, what is said of each comparand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tertium.compare.listing import in_order
from tertium.compare.peers import Peers
from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.verdict import Ranks

__all__ = ["Line", "Saying", "align"]


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


def align(
    descriptions: Sequence[Description],
    *,
    ranks: Ranks = Ranks.BEST,
    peers: Sequence[Peers] = (),
) -> tuple[Line, ...]:
    """Return a line for each property which is stated of a comparand, by IRI.

    Deprecated statements are left out unless all ranks are asked for. Statements are in the order
    of their dates, the undated last; `peers`, where given, tell which of these come first.
    """
    stated = [
        _by_predicate(_kept(one.statements, ranks), whose)
        for one, whose in zip_longest(descriptions, peers)
    ]
    predicates = {iri: group[0].predicate for side in stated for iri, group in side.items()}
    return tuple(
        Line(predicates[iri], tuple(_saying(side.get(iri, ())) for side in stated))
        for iri in sorted(predicates)
    )


def _kept(statements: Iterable[Statement], ranks: Ranks) -> Iterable[Statement]:
    if ranks is Ranks.ALL:
        return statements
    return (s for s in statements if s.rank is not Rank.DEPRECATED)


def _by_predicate(
    statements: Iterable[Statement], peers: Peers | None
) -> dict[Iri, list[Statement]]:
    stated: dict[Iri, list[Statement]] = {}
    for statement in statements:
        stated.setdefault(statement.predicate.iri, []).append(statement)
    for iri, group in stated.items():
        if len(group) > 1:  # most are alone, and the key is dear
            stated[iri] = in_order(group, peers)
    return stated


def _saying(statements: Sequence[Statement]) -> Saying:
    preferred, normal, deprecated = (
        tuple(s for s in statements if s.rank is rank) for rank in Rank
    )
    if preferred:
        return Saying(preferred, normal, deprecated)
    return Saying(normal, deprecated=deprecated)
