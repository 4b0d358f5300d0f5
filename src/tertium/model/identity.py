"""Which IRIs mean one thing, by the links that say so, and which links cannot be believed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import Self

from tertium.model.terms import Iri, namespace

__all__ = ["Clash", "Conflict", "Identities", "Identity", "Link"]

Link = tuple[Iri, Iri, Iri]
"""A thing, the property which says that it is the same as another, and that other."""

_Group = frozenset[Iri]
_Apart = Callable[[Iri, Iri], bool]


class Clash(Enum):
    """Why links count for nothing."""

    SHARED = "several things of one vocabulary are linked to the same item"
    CHAIN = "a chain of links joins different things of one vocabulary"
    KINDS = "the links join things of disjoint classes"
    CROWD = "too many things are linked with each other"


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Things which links say are the same, and which are kept apart."""

    iris: tuple[Iri, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A thing under all its IRIs.

    `iri` stands for it, `members` are those of which the graph says something, that one first;
    `others` are those of which it says nothing but that they are the same.
    """

    iri: Iri
    members: tuple[Iri, ...]
    others: tuple[Iri, ...] = ()
    links: tuple[Link, ...] = ()

    @classmethod
    def alone(cls, iri: Iri) -> Self:
        """Return a thing which is known under one IRI."""
        return cls(iri=iri, members=(iri,))

    @property
    def twins(self) -> tuple[Iri, ...]:
        """All IRIs but the one that stands for it, sorted."""
        return tuple(sorted({*self.members, *self.others} - {self.iri}))

    def way(self, start: Iri, end: Iri) -> tuple[Link, ...]:
        """Return the shortest chain of links between two of its IRIs; of several, the first."""
        ways: dict[Iri, tuple[Link, ...]] = {start: ()}
        for one in (queue := [start]):
            for link in self.links:
                for near, far in ((link[0], link[2]), (link[2], link[0])):
                    if near == one and far not in ways:
                        ways[far] = (*ways[one], link)
                        queue.append(far)
        return ways.get(end, ())


@dataclass(frozen=True, slots=True)
class Identities:
    """What links amount to: groups of IRIs, each of one thing, and what was not believed."""

    groups: tuple[_Group, ...]
    conflicts: tuple[Conflict, ...]

    @classmethod
    def of(cls, links: Iterable[Link], *, apart: _Apart = lambda _, __: False) -> Self:
        """Return groups of what is linked; `apart` says of which two that cannot be.

        What one vocabulary links to each other by itself is the same. Otherwise a vocabulary tells
        its own things apart: where several are linked to the same item of another, none of these
        links counts; nor does any of a chain that joins such two, or things of disjoint classes.
        """
        pairs = sorted({(s, o) for s, _, o in links if s != o})
        own = _joined((s, o) for s, o in pairs if namespace(s) == namespace(o))
        shared = dict(_shared(pairs, own))
        sole = [
            (s, o) for s, o in pairs if o not in shared.get(s, ()) and s not in shared.get(o, ())
        ]
        found = [
            Conflict(tuple(sorted({item, *things})), Clash.SHARED.value)
            for item, things in shared.items()
        ]
        groups: list[_Group] = []
        for group in dict.fromkeys(_joined(sole).values()):
            clash = _clash(group, own, apart)
            if clash is None:
                groups.append(group)
                continue
            found.append(Conflict(tuple(sorted(group)), clash.value))
            parts = dict.fromkeys(own[iri] for iri in sorted(group) if iri in own)
            groups += [part for part in parts if _clash(part, own, apart) is None]
        return cls(tuple(groups), tuple(sorted(found)))


def _shared(
    pairs: Iterable[tuple[Iri, Iri]], own: Mapping[Iri, _Group]
) -> Iterator[tuple[Iri, _Group]]:
    """Yield each item with the things linked to it of which a vocabulary has several."""
    linked: dict[Iri, dict[str, set[Iri]]] = {}
    for pair in pairs:
        for item, thing in (pair, pair[::-1]):
            if namespace(item) != namespace(thing):
                linked.setdefault(item, {}).setdefault(namespace(thing), set()).add(thing)
    for item, by_vocabulary in linked.items():
        several = [
            things
            for things in by_vocabulary.values()
            if len({own.get(one, frozenset({one})) for one in things}) > 1
        ]
        if several:
            yield item, frozenset[Iri]().union(*several)


def _joined(pairs: Iterable[tuple[Iri, Iri]]) -> dict[Iri, _Group]:
    """Return the group of each IRI, in the order of the pairs."""
    found: dict[Iri, _Group] = {}
    for left, right in pairs:
        merged = found.get(left, frozenset({left})) | found.get(right, frozenset({right}))
        found.update(dict.fromkeys(merged, merged))
    return found


def _clash(group: _Group, own: Mapping[Iri, _Group], apart: _Apart) -> Clash | None:
    pairs = [*combinations(sorted(group), 2)]
    for one, other in pairs:
        if namespace(one) == namespace(other) and other not in own.get(one, ()):
            return Clash.CHAIN
    return Clash.KINDS if any(apart(one, other) for one, other in pairs) else None
