"""What entities share and what sets them apart, as queries which were all run on the store."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api.comparing import refuse_twins
from tertium.api.fitting import Fitting
from tertium.api.gathering import Surveyor
from tertium.api.matching import Matcher
from tertium.api.referring import Referrer
from tertium.api.wording import words_for
from tertium.errors import BadParameterError, NothingStatedError
from tertium.model.description import Description
from tertium.model.likeness import Cut, Difference, Differences, Likeness, Part
from tertium.model.pattern import Pattern
from tertium.patterns import Telling, distinctions, shared
from tertium.store.vocabulary import canonical, is_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tertium.api.wording import Words
    from tertium.model.pattern import Branch
    from tertium.model.statistics import Statistics
    from tertium.model.terms import Iri
    from tertium.patterns import Around, Distinction, Shared
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar

__all__ = ["Similarities", "similarities"]

_RADIUS: Final = "radius"
_FARTHEST: Final = 2
_TRIED: Final = 4
"""How many times as many differences as are wanted are looked at: some speak of the nameless."""
_NAMED: Final = 50
"""Of how many values of a property the names are read."""
_ENOUGH: Final = 50
"""A class with fewer members does not show what is usual in it."""


def similarities(reader: Reader, statistics: Statistics, sidecar: Sidecar | None) -> Similarities:
    """Return what asks a graph, with what was counted of it."""
    counted = 0 if sidecar is None else sidecar.totals.get("entities", 0)
    return Similarities(
        reader, statistics, counted or max(statistics.class_sizes.values(), default=0)
    )


@dataclass(frozen=True, slots=True)
class Similarities:
    """Asks one graph, in one language, what is alike and what is not."""

    reader: Reader
    statistics: Statistics
    population: int

    def likeness(self, iris: tuple[Iri, ...], *, radius: int, limit: int) -> Likeness:
        """Return the most specific query that all entities satisfy, and who else does.

        Raises:
            BadParameterError: when the radius is neither 1 nor 2.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on one of them.

        """
        _refuse_far(radius)
        surveyor = Surveyor(self.reader)
        entities = self._described(iris, surveyor)
        around = surveyor.around(entities, radius=radius, inverse=True)
        telling = self._telling(around, _shared_kind(entities, self.statistics))
        found = shared(iris, around, telling.bits, kinds=telling.kinds)
        words = words_for(self.reader, entities, found.branches)
        fitting = Fitting(self.reader, words.writer)
        branches = _borne_out(fitting, found.branches, iris)
        parts = {b: Part(b, words.teller.part(b), telling.bits(b)) for b in branches}
        matcher = Matcher(
            fitting=fitting, surveyor=surveyor, around=around, weight=telling.bits, parts=parts
        )
        others, cuts = matcher.others(iris, branches, limit)
        things = tuple(entity.entity for entity in entities)
        return Likeness(
            entities=things,
            pattern=Pattern(branches),
            query=words.writer.written(Pattern(branches), title=_shared_title(entities)),
            sentence=words.teller.shared(things, branches),
            parts=tuple(parts.values()),
            others=others,
            cuts=(*_limits(found, surveyor, iris=iris, kept=len(branches)), *cuts),
        )

    def differences(self, iris: tuple[Iri, ...], *, limit: int) -> tuple[Differences, Differences]:
        """Return the most general queries true of one of two entities only, both ways round.

        Raises:
            SelfComparisonError: when the two are the same.
            NothingStatedError: when the graph has no statement on one of them.

        """
        surveyor = Surveyor(self.reader)
        one, other = self._described(iris, surveyor)
        sides = (one, other), (other, one)
        first, second = (self._apart(pair, surveyor, limit) for pair in sides)
        return first, second

    def _apart(
        self, entities: tuple[Description, Description], surveyor: Surveyor, limit: int
    ) -> Differences:
        one, other = (entity.iri for entity in entities)
        around = surveyor.around(entities, radius=_FARTHEST)
        telling = self._telling(around, _smallest(entities[0].entity.types, self.statistics))
        found = distinctions(one, other, around=around, weight=telling.bits)
        first = found[: limit * _TRIED]
        terms = (term for d in first for term in (*d.values[:_NAMED], *d.instead[:_NAMED]))
        words = words_for(self.reader, entities, (each.branch for each in first), others=terms)
        fitting = Fitting(self.reader, words.writer)
        tried = sorted(first, key=lambda d: (words.teller.unnamed(d.branch), d.ground.rank))
        true = (d for d in tried if fitting.among(Pattern((d.branch,)), (one, other)) == (one,))
        kept = tuple(islice(true, limit))
        return Differences(
            entity=entities[0].entity,
            other=entities[1].entity,
            found=tuple(
                _difference(d, entities, words=words, bits=telling.bits(d.branch)) for d in kept
            ),
            reference=Referrer(self.reader, surveyor, telling).reference(entities[0]),
            cuts=_cut("differences kept", len(kept), len(found)),
        )

    def _described(self, iris: tuple[Iri, ...], surveyor: Surveyor) -> tuple[Description, ...]:
        """Return what is stated of entities; of those with too much, just what they are."""
        full = surveyor.overfull(iris)
        read = self.reader.descriptions(iri for iri in iris if iri not in full)
        known = {entity.iri: entity for entity in read}
        names = self.reader.names(full)
        entities = tuple(known.get(iri) or Description(entity=names.entity(iri)) for iri in iris)
        refuse_twins(iris, entities)
        silent = tuple(entity.label for entity in read if not entity.statements)
        if silent:
            raise NothingStatedError(silent)
        return entities

    def _telling(self, around: Around, kind: Iri | None) -> Telling:
        predicates = {edge.predicate for node in around.arcs for edge in around.edges(node)}
        return Telling(
            statistics=self.statistics,
            kind=kind,
            population=self.population,
            names={predicate: canonical(predicate) for predicate in sorted(predicates)},
            kinds=frozenset(filter(is_type, predicates)),
        )


def _borne_out(
    fitting: Fitting, branches: tuple[Branch, ...], iris: tuple[Iri, ...]
) -> tuple[Branch, ...]:
    """Return the branches of which the store says, too, that they are true of all."""
    if not branches or set(fitting.among(Pattern(branches), iris)) == set(iris):
        return branches
    return tuple(b for b in branches if set(fitting.among(Pattern((b,)), iris)) == set(iris))


def _difference(
    found: Distinction, entities: Sequence[Description], *, words: Words, bits: float
) -> Difference:
    one, other = (entity.entity for entity in entities)
    pattern = Pattern((found.branch,))
    title = f"True of {one.label}, not of {other.label}"
    return Difference(
        pattern=pattern,
        query=words.writer.written(pattern, title=title),
        sentence=words.teller.apart(
            found.branch,
            pair=(one, other),
            values=found.values,
            instead=found.instead,
            ground=found.ground,
        ),
        ground=found.ground,
        bits=bits,
    )


def _shared_title(entities: Sequence[Description]) -> str:
    return f"What {', '.join(entity.label for entity in entities)} share"


def _shared_kind(entities: Sequence[Description], statistics: Statistics) -> Iri | None:
    first, *rest = (set(entity.entity.types) for entity in entities)
    return _smallest(first.intersection(*rest), statistics)


def _smallest(kinds: Iterable[Iri], statistics: Statistics) -> Iri | None:
    """Return the smallest class that is large enough to show what is usual, else the largest."""
    sizes = {kind: statistics.class_sizes.get(kind, 0) for kind in kinds}
    return min(sizes, key=lambda k: (sizes[k] < _ENOUGH, abs(sizes[k] - _ENOUGH), k), default=None)


def _cut(what: str, kept: int, total: int) -> tuple[Cut, ...]:
    return (Cut(what, kept, total),) if kept < total else ()


def _limits(found: Shared, surveyor: Surveyor, *, iris: Sequence[Iri], kept: int) -> Iterator[Cut]:
    """Yield what was left out, and which properties and crowds were not read to the end."""
    yield from _cut("branches kept", len(found.branches), found.total)
    yield from _cut("branches borne out by the store", kept, len(found.branches))
    full = found.edges - len({*found.narrowed, *surveyor.unfollowed})
    yield from _cut("shared properties compared in full", full, found.edges)
    read = len(iris) - len(surveyor.crowded)
    few = len(iris) - len(surveyor.overfull(iris))
    yield from _cut("entities of which all statements were read", few, len(iris))
    yield from _cut("entities of which all was read that points at them", read, len(iris))


def _refuse_far(radius: int) -> None:
    if not 1 <= radius <= _FARTHEST:
        problem = f"1 or {_FARTHEST} expected, not {radius}"
        raise BadParameterError(_RADIUS, problem)
