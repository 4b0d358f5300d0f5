"""All pairs of a class, or those which have the most to be compared by."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Final

from tertium.api.asking.things import Things
from tertium.api.asking.words import Words
from tertium.model.terms import Iri
from tertium.queries.holding import stated_of_kinds
from tertium.store.vocabulary import EXTERNAL_ID, canonical, is_statement, is_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tertium.api import KnowledgeGraph
    from tertium.batch.pairing.sources import Asked
    from tertium.queries.reader import Reader

__all__ = ["FLOOR", "OfClass", "comparable_pairs"]

FLOOR: Final = 3
"""Pairs of which fewer properties are stated of both tell a reader hardly anything."""
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfClass:
    """Things of a class, and of those below it, each against each other.

    `kind` is a label, an IRI or a CURIE; `floor` is how many properties must be stated of both,
    names, classes and catalogue numbers apart; `limit` keeps the pairs which share the most.
    """

    kind: str
    floor: int = FLOOR
    limit: int | None = None

    @property
    def asked(self) -> Asked:
        """The class, and which of its pairs."""
        return {"class": self.kind, "floor": self.floor, "limit": self.limit}

    def named(self, graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
        """Yield the pairs, sorted; a pair is there once, and nothing is paired with itself.

        Raises:
            AmbiguousEntityError: when several classes go by the label.
            UnknownEntityError: when none does.

        """
        kind = Words(graph).kind(self.kind)
        kinds = Things(graph, None).below((kind,))
        stated = _comparable(_united(stated_of_kinds(graph.reader, kinds), graph), graph.reader)
        members = sorted(stated, key=lambda iri: (len(iri), iri))
        masks = _masks([stated[iri] for iri in members])
        for one, other in comparable_pairs(masks, floor=self.floor, limit=self.limit):
            yield members[one], members[other]


def comparable_pairs(
    masks: Sequence[int], *, floor: int, limit: int | None = None
) -> Iterator[_Pair]:
    """Yield the places of those which have at least so many bits in common, sorted.

    With a `limit`, of more than that those with the most are kept, and of equals the first ones.
    No more pairs are held than the limit; without one, none is.

    >>> list(comparable_pairs([0b111, 0b110, 0b011], floor=2))
    [(0, 1), (0, 2)]
    >>> list(comparable_pairs([0b111, 0b110, 0b011], floor=1, limit=1))
    [(0, 1)]
    """
    if limit is None:
        return _all(masks, floor)
    return iter(sorted(_best(masks, floor, limit)))


def _all(masks: Sequence[int], floor: int) -> Iterator[_Pair]:
    for one, mine in enumerate(masks):
        if mine.bit_count() >= floor:
            for other in range(one + 1, len(masks)):
                if (mine & masks[other]).bit_count() >= floor:
                    yield one, other


def _best(masks: Sequence[int], floor: int, limit: int) -> Iterable[_Pair]:
    """Return the pairs with the most in common; of equals, those of things with most bits.

    No pair has more in common than the lesser of two has: the search goes from the fullest to the
    emptiest, and ends where that is no more than what is kept already.
    """
    order = sorted(range(len(masks)), key=lambda place: (-masks[place].bit_count(), place))
    heap: list[tuple[int, int, int]] = []
    for rank, place in enumerate(order):
        mine = masks[place]
        most = mine.bit_count()
        if most < floor or (len(heap) == limit and most <= heap[0][0]):
            break
        for other in range(rank):
            common = (mine & masks[order[other]]).bit_count()
            if common >= floor and len(heap) < limit:
                heappush(heap, (common, -rank, -other))
            elif common >= floor and common > heap[0][0]:
                heappushpop(heap, (common, -rank, -other))
    pairs = ((order[-one], order[-other]) for _, one, other in heap)
    return [(min(pair), max(pair)) for pair in pairs]


def _united(
    stated: Mapping[Iri, AbstractSet[Iri]], graph: KnowledgeGraph
) -> Mapping[Iri, AbstractSet[Iri]]:
    """Return what is stated of things under whichever of their IRIs: nobody is their own pair."""
    found: dict[Iri, AbstractSet[Iri]] = {}
    for iri, said in stated.items():
        one = graph.reader.identity(iri).iri
        found[one] = found[one] | said if one in found else said
    return found


def _comparable(
    stated: Mapping[Iri, AbstractSet[Iri]], reader: Reader
) -> Mapping[Iri, tuple[Iri, ...]]:
    """Return what is stated of things, without what nobody compares."""
    used = sorted(set[Iri]().union(*stated.values()))
    names = reader.names(map(canonical, used))
    known = reader.schema().properties
    quiet = frozenset(iri for iri, one in known.items() if one.quiet)
    told = frozenset(
        one
        for one in used
        if is_statement(one) and not is_type(one) and one not in reader.labels
        if canonical(one) not in quiet and names[canonical(one)].datatype != EXTERNAL_ID
    )
    return {iri: tuple(sorted(found & told)) for iri, found in stated.items()}


def _masks(stated: Sequence[Sequence[Iri]]) -> list[int]:
    """Return sets as the bits of numbers, of which what two have in common is soon counted."""
    bits: dict[Iri, int] = {}
    return [sum(1 << bits.setdefault(one, len(bits)) for one in found) for found in stated]
