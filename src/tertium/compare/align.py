"""Statements side by side: for each property, what is said of each comparand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Self

from tertium.compare.filling import answers
from tertium.compare.listing import Listing, listings
from tertium.compare.peers import Peers
from tertium.model.alignment import Alignment
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.schema import OTHER_FACET, Property
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
    alignment: Alignment | None = None,
    ranks: Ranks = Ranks.BEST,
    peers: Sequence[Peers] = (),
) -> tuple[Line, ...]:
    """Return a line for each property which is stated of a comparand, by IRI.

    With an alignment, equivalent properties make one line, who has nothing of a property answers
    with narrower ones, and what others state by an inverse counts, too. Ranks are weighed among the
    statements of one property under one IRI, and deprecated ones left out unless all ranks are
    asked for. As of a day, what is dated ranks with what is preferred: that is a word on the
    present. Statements are in the order of their dates, the undated last; `peers`, where given,
    tell which of these come first.
    """
    known = alignment or Alignment()
    sides = [
        _Side.of(one if alignment else replace(one, inward=()), known, ranks=ranks, listing=listing)
        for one, listing in zip(descriptions, listings(descriptions, peers, known), strict=True)
    ]
    return tuple(
        Line(
            _called([side.predicates.get(name, ()) for side in sides]),
            tuple(side.saying(ways) for side, ways in zip(sides, answered, strict=True)),
        )
        for name, answered in answers([side.predicates for side in sides], known.wider).items()
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """What is said of one comparand, by property, and the properties by what stands for them."""

    said: Mapping[Iri, Saying]
    predicates: Mapping[Iri, Sequence[Property]]
    listing: Listing

    @classmethod
    def of(cls, one: Description, alignment: Alignment, *, ranks: Ranks, listing: Listing) -> Self:
        """Return statements by property, as of the day of the description."""
        groups = _by_predicate(_kept((*one.statements, *one.inward), ranks), listing)
        named: dict[Iri, list[Property]] = {}
        for iri in sorted(groups):
            named.setdefault(alignment.name(iri), []).append(groups[iri][0].predicate)
        said = {iri: _ranked(group, one.at, listing) for iri, group in groups.items()}
        return cls(said, named, listing)

    def saying(self, names: Iterable[Iri]) -> Saying:
        """Return what is said by all properties for which these stand."""
        found = [self.said[one.iri] for name in names for one in self.predicates[name]]
        return _joined(found, self.listing)


def _joined(found: Sequence[Saying], listing: Listing) -> Saying:
    if len(found) <= 1:
        return found[0] if found else Saying()
    ranks = zip(*((one.best, one.outranked, one.deprecated) for one in found), strict=True)
    return Saying(*(tuple(listing.in_order(tuple(chain(*rank)))) for rank in ranks))


def _ranked(statements: Sequence[Statement], at: Date | None, listing: Listing) -> Saying:
    """Return statements by rank, which is weighed among those under one IRI."""
    ways = dict.fromkeys(one.subject_links for one in statements)
    groups = [[one for one in statements if one.subject_links == way] for way in ways]
    return _joined([_saying(group, at) for group in groups], listing)


def _called(predicates: Iterable[Iterable[Property]]) -> Property:
    """Return the property by which a line goes: one of the ontology's own, if there is one."""
    known = (one for group in predicates for one in group)
    return min(known, key=lambda p: (p.facet == OTHER_FACET, bool(p.noun), p.nameless, p.iri))


def _kept(statements: Iterable[Statement], ranks: Ranks) -> Iterable[Statement]:
    if ranks is Ranks.ALL:
        return statements
    return (s for s in statements if s.rank is not Rank.DEPRECATED)


def _by_predicate(statements: Iterable[Statement], listing: Listing) -> dict[Iri, list[Statement]]:
    stated: dict[Iri, list[Statement]] = {}
    for statement in statements:
        stated.setdefault(statement.predicate.iri, []).append(statement)
    for iri, group in stated.items():
        if len(group) > 1:  # most are alone, and the key is dear
            stated[iri] = listing.in_order(group)
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
