"""From two entities to how they are connected, in words or as part of a comparison."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tertium.api.comparing import refuse_twins
from tertium.api.surveying import Survey
from tertium.compare import connections
from tertium.compare.listing import when
from tertium.connect import FARTHEST, timeliness
from tertium.errors import BadParameterError
from tertium.model.comparison import Connection
from tertium.model.narrative import Narrative
from tertium.model.neighbourhood import Edge
from tertium.model.paths import Path, PathKind, Paths
from tertium.model.statement import Rank
from tertium.model.values import Entity
from tertium.narrate.connecting import connecting
from tertium.queries.asking import attested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api.surveying import Surveying
    from tertium.connect import Chain
    from tertium.model.comparison import Comparison
    from tertium.model.description import Description
    from tertium.model.narrative import Sentence
    from tertium.model.statement import Statement
    from tertium.model.terms import Iri

__all__ = ["Pathfinder"]

_KINDS: Final = {1: PathKind.DIRECT, 2: PathKind.SHARED}
_SHORT: Final = 2
_FEW: Final = 3
"""How many connections a comparison has to have, lest others are looked for, and how many then."""
_LOOKED_AT: Final = 12
"""Among how many chains those of a comparison are chosen."""
_PAIR: Final = 2
_Way = tuple[Connection, float]


@dataclass(frozen=True, slots=True)
class Pathfinder:
    """Finds how entities are connected in the graph of a survey."""

    surveying: Surveying

    def paths(self, ends: tuple[Iri, Iri], *, steps: int, limit: int) -> Paths:
        """Return what connects two entities within some steps.

        So many statements are told at most, and so many paths of two steps or more.

        Raises:
            BadParameterError: when the steps are not 1 to 4, or the limit is not positive.
            SelfComparisonError: when both are the same.
            UnknownEntityError: when the graph does not know one of them.

        """
        _check("steps", steps, FARTHEST)
        _check("limit", limit, None)
        both = self.surveying.reader.descriptions(ends)
        refuse_twins(ends, both)
        direct = [(one, 1.0) for one in connections(both)][:limit]
        found = Survey() if steps == 1 else self.surveying.between(ends, steps=steps, limit=limit)
        more = self._ways(found.chains, both)
        return Paths(
            ends=(both[0].entity, both[1].entity),
            steps=steps,
            paths=self._worded([*direct, *more], both),
            cuts=found.cuts,
        )

    def joined(self, comparison: Comparison) -> Comparison:
        """Return a comparison of two with what both have to do with, beside what is stated of them.

        It is left as it is when enough is stated directly, or where looking for more would take too
        long. A value which both have by one property is in the table already, and what has no name
        tells a reader nothing.
        """
        both, stated = comparison.entities, comparison.connections
        if len(both) != _PAIR or len(stated) >= _FEW or not self.surveying.quick:
            return comparison
        ends = both[0].iri, both[1].iri
        found = self.surveying.between(ends, steps=_SHORT, limit=_LOOKED_AT, apart=_tabled(both))
        names = self.surveying.reader.names(n for chain in found.chains for n in chain.between)
        told = [
            one for one in found.chains if not any(names.entity(n).nameless for n in one.between)
        ]
        ways = self._ways(told[: 2 * _FEW], both)[:_FEW]
        return replace(comparison, connections=(*stated, *(way for way, _ in ways)))

    def _ways(self, chains: Sequence[Chain], both: Sequence[Description]) -> list[_Way]:
        """Return chains as statements, the shorter first, then the more telling."""
        reader, ends = self.surveying.reader, {one.iri for one in both}
        subjects = dict.fromkeys(edge.subject for chain in chains for edge in chain.edges)
        others = reader.statements(iri for iri in subjects if iri not in ends)
        by_edge = _by_edge((*(one for each in both for one in each.statements), *others))
        names = reader.names(node for chain in chains for node in chain.between)
        told = ((chain, tuple(filter(None, map(by_edge.get, chain.edges)))) for chain in chains)
        ways = (
            (
                Connection(path, tuple(map(names.entity, chain.between))),
                round(min(1.0, chain.score + timeliness(path)), 4),
            )
            for chain, path in told
            if len(path) == len(chain.edges)
        )
        return sorted(ways, key=_place)

    def _worded(self, ways: Sequence[_Way], both: Sequence[Description]) -> tuple[Path, ...]:
        reader = self.surveying.reader
        sentences = connecting((way for way, _ in ways), both, reader.lexicon)
        asked = attested(Narrative(relations=sentences), reader.catalogue).relations
        return tuple(map(_path, ways, asked))


def _check(name: str, number: int, most: int | None) -> None:
    if number < 1 or (most is not None and number > most):
        wanted = f"1 to {most}" if most else "1 or more"
        raise BadParameterError(name, f"{wanted} expected, not {number}")


def _tabled(both: Iterable[Description]) -> frozenset[Iri]:
    """Return what is a value of both by one property, which is a row of the table."""
    left, right = (frozenset(_held(one)) for one in both)
    return frozenset(value for _, value in left & right)


def _held(described: Description) -> Iterator[tuple[Iri, Iri]]:
    for one in (*described.statements, *described.inward):
        if isinstance(one.value, Entity):
            yield one.predicate.iri, one.value.iri


def _by_edge(statements: Iterable[Statement]) -> Mapping[Edge, Statement]:
    """Return the statement that speaks for each edge: of the best rank, dated, the earliest."""
    found: dict[Edge, Statement] = {}
    for one in sorted(statements, key=_weight):
        told = one.rank is not Rank.DEPRECATED and not one.holders  # a path names no holder
        if isinstance(one.value, Entity) and told:
            found.setdefault(Edge(one.subject, one.predicate.iri, one.value.iri), one)
    return found


def _weight(statement: Statement) -> tuple[bool, bool, tuple[int, int, int], Iri]:
    date = when(statement)
    key = date.key if date else (0, 0, 0)
    return (statement.rank is not Rank.PREFERRED, date is None, key, statement.iri)


def _place(way: _Way) -> tuple[bool, bool, float, tuple[Iri, ...]]:
    """Return where a way stands: behind the shorter, the better, and those by way of a name."""
    found, score = way
    nameless = any(entity.nameless for entity in found.between)
    return (len(found.path) > _SHORT, nameless, -score, tuple(step.iri for step in found.path))


def _path(way: _Way, sentence: Sentence) -> Path:
    found, score = way
    kind = _KINDS.get(len(found.path), PathKind.LONGER)
    return Path(
        kind=kind, statements=found.path, sentence=sentence, score=score, between=found.between
    )
