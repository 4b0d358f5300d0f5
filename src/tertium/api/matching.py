"""Who else fits what entities share, nearest first; or who fits nearly all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.model.likeness import Cut, Other, Part
from tertium.model.pattern import Branch, Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tertium.api.fitting import Fitting
    from tertium.api.gathering import Surveyor
    from tertium.model.terms import Iri
    from tertium.patterns import Around, Weight

__all__ = ["Matcher"]

_WEIGHED: Final = 300
"""Of how many that fit it is weighed how near they are."""
_NEAR: Final = 60
_LEAST: Final = 1.0
"""A pattern which tells less, in bits, is fitted by too many to look for them."""
_MOST: Final = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Finds others which are like some entities."""

    fitting: Fitting
    surveyor: Surveyor
    around: Around
    weight: Weight
    parts: Mapping[Branch, Part]

    def others(
        self, iris: Sequence[Iri], branches: Sequence[Branch], limit: int
    ) -> tuple[tuple[Other, ...], tuple[Cut, ...]]:
        """Return others which fit all branches, the nearest first, and what was cut.

        When none does, they are those which miss least, but fit a third of them or more.
        """
        if sum(self.parts[branch].bits for branch in branches) < _LEAST:
            return (), ()
        known = frozenset(one for iri in iris for one in self.surveyor.reader.identity(iri).members)
        pool = [iri for iri in self.fitting.candidates(branches, self.weight) if iri not in known]
        fits = self.fitting.among(Pattern(tuple(branches)), pool)
        weighed = fits[:_WEIGHED]
        cuts = (
            (Cut("entities that fit weighed", len(weighed), len(fits)),) if fits != weighed else ()
        )
        if weighed:
            return self._nearest(iris, dict.fromkeys(weighed, ()), limit), cuts
        pool = [iri for iri in self.fitting.near(branches, self.weight) if iri not in known]
        missed = self._missed(branches, tuple(sorted(pool[:_NEAR])))
        some = {iri: m for iri, m in missed.items() if len(m) <= len(branches) * _MOST}
        return self._nearest(iris, some, limit), cuts

    def _missed(
        self, branches: Sequence[Branch], pool: Sequence[Iri]
    ) -> dict[Iri, tuple[Branch, ...]]:
        """Return which branches each of some entities misses."""
        missed: dict[Iri, tuple[Branch, ...]] = dict.fromkeys(pool, ())
        for branch in branches if pool else ():
            fits = frozenset(self.fitting.among(Pattern((branch,)), pool))
            for iri in pool:
                missed[iri] += () if iri in fits else (branch,)
        return missed

    def _nearest(
        self, iris: Sequence[Iri], missed: Mapping[Iri, tuple[Branch, ...]], limit: int
    ) -> tuple[Other, ...]:
        if not missed:
            return ()
        names = self.surveyor.reader.names(missed)
        held = self._held(iris)
        theirs = self.surveyor.arcs(missed)
        found = (
            Other(
                names.entity(iri),
                self._agreement(theirs, iri, held),
                tuple(self.parts[branch] for branch in branches),
            )
            for iri, branches in missed.items()
        )
        return tuple(sorted(found, key=_place))[:limit]

    def _held(self, iris: Sequence[Iri]) -> dict[Branch, float]:
        """Return what entities have, each with the share of them that has it."""
        held: dict[Branch, float] = {}
        for iri in iris:
            for branch in self.around.inside(iri):
                held[branch] = held.get(branch, 0.0) + 1 / len(iris)
        return held

    def _agreement(self, theirs: Around, iri: Iri, held: Mapping[Branch, float]) -> float:
        """Return how much an entity has in common with the comparands, in bits."""
        both = sorted(theirs.inside(iri) & held.keys(), key=repr)
        return round(sum(self.weight(branch) * held[branch] for branch in both), 1)


def _place(other: Other) -> tuple[float, float, Iri]:
    return sum(part.bits for part in other.misses), -other.agreement, other.entity.iri
