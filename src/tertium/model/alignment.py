"""Which properties ask the same question, by what is declared of them, never by their labels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Self

from tertium.model.terms import Iri, namespace

__all__ = ["Alignment", "Declaration", "Tie"]

_OLD: Final = "http://schema.org/"
_NEW: Final = "https://schema.org/"


class Tie(Enum):
    """How one property is declared to relate to another."""

    EQUIVALENT = "equivalent"
    NARROWER = "narrower"
    INVERSE = "inverse"


@dataclass(frozen=True, slots=True)
class Declaration:
    """That a property is equivalent to, narrower than or the inverse of another."""

    left: Iri
    tie: Tie
    right: Iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Properties by the one that stands for all of the same meaning, and what these imply.

    `wider` has all that a property implies, however far; `turned` the properties p of a property q
    such that "X p A" says "A q X".
    """

    standing: Mapping[Iri, Iri] = field(default_factory=dict)
    wider: Mapping[Iri, frozenset[Iri]] = field(default_factory=dict)
    turned: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, declarations: Iterable[Declaration]) -> Self:
        """Return what follows from declarations; of two that do not fit, the earlier counts.

        A property that is declared equivalent to several of one vocabulary is none of them, since
        that vocabulary tells them apart; nor do chains of declarations join such two. Nor are
        properties joined of which one is the inverse of the other. Properties each narrower than
        the other are equivalent. Where several share an inverse, as father and mother do, what is
        said by the shared one fills only that of them which the others are narrower than.
        """
        by_tie: dict[Tie, list[tuple[Iri, Iri]]] = {tie: [] for tie in Tie}
        for one in declarations:
            by_tie[one.tie].append((_plain(one.left), _plain(one.right)))
        classes = _Classes(frozenset(by_tie[Tie.INVERSE]))
        classes.join_all(by_tie[Tie.EQUIVALENT])
        circles = _closed(by_tie[Tie.NARROWER])
        for left, right in by_tie[Tie.NARROWER]:
            if left in circles.get(right, ()) and not classes.turned(left, right):
                classes.join(left, right)
        standing = {iri: min(members) for iri, members in classes.members.items()}
        steps = [(standing.get(a, a), standing.get(b, b)) for a, b in by_tie[Tie.NARROWER]]
        turns = [(standing.get(a, a), standing.get(b, b)) for a, b in by_tie[Tie.INVERSE]]
        wider = _closed(steps)
        return cls(standing=standing, wider=wider, turned=_turned(turns, wider))

    def name(self, iri: Iri) -> Iri:
        """Return the IRI that stands for a property."""
        plain = _plain(iri)
        return self.standing.get(plain, plain)

    def meaning(self, iri: Iri) -> tuple[Iri, ...]:
        """Return all properties which mean the same as one, however they are written."""
        name = self.name(iri)
        if name not in self.standing:
            return _written(name)
        same = {one for one, standing in self.standing.items() if standing == name}
        return tuple(sorted(way for one in same for way in _written(one)))


@dataclass(frozen=True, slots=True)
class _Classes:
    """Properties with all of the same meaning."""

    inverses: frozenset[tuple[Iri, Iri]]
    members: dict[Iri, frozenset[Iri]] = field(default_factory=dict)

    def join_all(self, pairs: Sequence[tuple[Iri, Iri]]) -> None:
        """Join what is declared equivalent, but for what is declared so of several."""
        partners: dict[tuple[Iri, str], set[Iri]] = {}
        for pair in pairs:
            for one, other in (pair, pair[::-1]):
                partners.setdefault((one, namespace(other)), set()).add(other)
        for left, right in pairs:
            sole = (partners[left, namespace(right)], partners[right, namespace(left)])
            if all(len(found) == 1 for found in sole) and not self._apart(left, right):
                self.join(left, right)

    def join(self, left: Iri, right: Iri) -> None:
        """Let two properties mean the same, and all that mean the same as either."""
        merged = self._of(left) | self._of(right)
        self.members.update(dict.fromkeys(merged, merged))

    def _of(self, iri: Iri) -> frozenset[Iri]:
        return self.members.get(iri, frozenset({iri}))

    def _apart(self, left: Iri, right: Iri) -> bool:
        """Return whether joining two would join what is to be told apart."""
        pairs = {(a, b) for a in self._of(left) for b in self._of(right) if a != b}
        alike = {pair for pair in pairs if namespace(pair[0]) == namespace(pair[1])}
        return self.turned(left, right) or bool(alike - {(left, right)})

    def turned(self, left: Iri, right: Iri) -> bool:
        """Return whether joining two would join a property with its inverse."""
        pairs = {(a, b) for a in self._of(left) for b in self._of(right) if a != b}
        return any(pair in self.inverses or pair[::-1] in self.inverses for pair in pairs)


def _closed(pairs: Iterable[tuple[Iri, Iri]]) -> dict[Iri, frozenset[Iri]]:
    """Return all that follows step by step, without a thing itself."""
    steps: dict[Iri, set[Iri]] = {}
    for low, high in pairs:
        steps.setdefault(low, set()).add(high)
    return {low: frozenset(_reached(low, steps)) - {low} for low in steps}


def _reached(start: Iri, steps: Mapping[Iri, Iterable[Iri]]) -> Iterator[Iri]:
    seen, queue = {start}, [start]
    for one in queue:
        for above in steps.get(one, ()):
            yield above
            if above not in seen:
                seen.add(above)
                queue.append(above)


def _turned(
    pairs: Iterable[tuple[Iri, Iri]], wider: Mapping[Iri, frozenset[Iri]]
) -> dict[Iri, tuple[Iri, ...]]:
    partners: dict[Iri, set[Iri]] = {}
    for left, right in pairs:
        partners.setdefault(left, set()).add(right)
        partners.setdefault(right, set()).add(left)

    def meant(said: Iri, meaning: Iri) -> bool:
        others = partners[said] - {meaning}
        return all(meaning in wider.get(other, ()) for other in others)

    found = {iri: tuple(sorted(p for p in partners[iri] if meant(p, iri))) for iri in partners}
    return {iri: ways for iri, ways in found.items() if ways}


def _plain(iri: Iri) -> Iri:
    """Return the one spelling of a word of schema.org, which has two by its own rules."""
    return Iri(_NEW + iri.removeprefix(_OLD)) if iri.startswith(_OLD) else iri


def _written(iri: Iri) -> tuple[Iri, ...]:
    return (Iri(_OLD + iri.removeprefix(_NEW)), iri) if iri.startswith(_NEW) else (iri,)
