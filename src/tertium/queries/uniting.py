"""What a graph says of a thing under all its IRIs, told of the one that stands for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tertium.model.identity import Identity
from tertium.model.statement import Reference, Source, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.queries.reading.descriptions import read_twins
from tertium.queries.reading.names import Named, Names
from tertium.queries.reading.references import shortened
from tertium.queries.shapes.reified import OBJECT, PREDICATE, SUBJECT
from tertium.store.protocol import Triple
from tertium.store.surroundings import Arc, Surroundings

__all__ = ["Uniter"]

_Stated = Mapping[Iri, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class Uniter:
    """Unites what is told of a thing under its IRIs; `names` are those of each IRI alone.

    In a graph that is not `linked` through, the twins of a thing are those which it names itself.
    """

    identity: Callable[[Iri], Identity]
    names: Callable[[Iterable[Iri]], Names]
    linked: bool = True

    def standing(self, iris: Iterable[Iri]) -> tuple[Iri, ...]:
        """Return the IRIs that stand for things, each once."""
        return tuple(dict.fromkeys(self.identity(iri).iri for iri in iris))

    def members(self, iris: Iterable[Iri]) -> tuple[Iri, ...]:
        """Return all IRIs under which something is said of things."""
        return tuple(chain.from_iterable(self.identity(iri).members for iri in iris))

    def named(self, iris: Iterable[Iri]) -> Names:
        """Return what things are called, by the IRIs that stand for them, or else by others."""
        wanted = tuple(iris)
        names = self.names(self.members(wanted))
        return Names({iri: _named([names[one] for one in self._of(iri)]) for iri in wanted})

    def arcs(self, iri: Iri, around: Surroundings) -> tuple[Arc, ...]:
        """Return what triples say of a thing under any of its IRIs."""
        return tuple(chain.from_iterable(map(around.arcs, self._of(iri))))

    def twins(self, iri: Iri, around: Surroundings) -> tuple[Iri, ...]:
        """Return under which other IRIs a thing is known, sorted."""
        return self.identity(iri).twins if self.linked else read_twins(around.arcs(iri))

    def statements(self, iri: Iri, stated: _Stated) -> tuple[Statement, ...]:
        """Return what is stated of a thing under any of its IRIs, as stated of the one."""
        return tuple(
            statement if member == iri else self._retold(statement, iri)
            for member in self._of(iri)
            for statement in stated.get(member, ())
        )

    def valued(self, stated: _Stated) -> _Stated:
        """Return statements whose values go by the IRIs that stand for them."""
        told = {one.iri: self._value(one) for group in stated.values() for one in group}
        moved = {iri: one for iri, one in told.items() if one is not None}
        if not moved:
            return stated
        names = self.named(dict.fromkeys(one.iri for one in moved.values()))
        return {
            subject: tuple(_valued(one, moved.get(one.iri), names) for one in group)
            for subject, group in stated.items()
        }

    def _value(self, one: Statement) -> Identity | None:
        """Return the thing which is the value of a statement, if another IRI stands for it."""
        found = self.identity(one.value.iri) if isinstance(one.value, Entity) else None
        return None if found is None or found.iri == one.term else found

    def _of(self, iri: Iri) -> tuple[Iri, ...]:
        return self.identity(iri).members

    def _retold(self, one: Statement, iri: Iri) -> Statement:
        """Return a statement as one of another IRI; what cites nothing is of the graph it names."""
        here = Source(iri=one.subject, label=shortened(one.subject), url=one.subject)
        return replace(
            one,
            subject=iri,
            references=one.references or (Reference(here),),
            triples=one.triples or _node(one),
            subject_links=self.identity(iri).way(iri, one.subject),
        )


def _named(found: Sequence[Named]) -> Named:
    """Return a thing by its first name, with its classes under any."""
    best = next((one for one in found if one.labelled), found[0])
    types = tuple(dict.fromkeys(kind for one in found for kind in one.entity.types))
    return replace(best, entity=replace(best.entity, iri=found[0].entity.iri, types=types))


def _valued(one: Statement, identity: Identity | None, names: Names) -> Statement:
    if identity is None or not isinstance(one.value, Entity):
        return one
    links = identity.way(one.value.iri, identity.iri)
    return replace(one, value=names.entity(identity.iri), value_links=links)


def _node(one: Statement) -> tuple[Triple, ...]:
    parts = (SUBJECT, one.subject), (PREDICATE, one.predicate.iri), (OBJECT, one.term)
    return tuple((one.iri, part, term) for part, term in parts)
