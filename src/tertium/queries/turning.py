"""What others state of an entity, turned round, where the entity itself is silent."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from re import fullmatch
from typing import Final

from tertium.model.alignment import Alignment
from tertium.model.description import Description
from tertium.model.identity import Identity
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.queries.gathering import Gatherer, Way
from tertium.queries.shapes.reified import OBJECT, PREDICATE, SUBJECT
from tertium.queries.uniting import Uniter
from tertium.store.surroundings import Surroundings
from tertium.store.vocabulary import direct_name

__all__ = ["MOST", "Silence", "Turner", "silences"]

MOST: Final = 50
"""How many others may state something of an entity for it to be shown."""
_Stated = Mapping[Iri, Sequence[Statement]]
_Filled = tuple[Description, ...]
_Read = Callable[[tuple[Iri, ...], Surroundings], _Stated]


@dataclass(frozen=True, slots=True)
class Silence:
    """An entity, a property of which it states nothing, and the ways in which others may."""

    identity: Identity
    predicate: Property
    said: frozenset[Iri]

    @property
    def entity(self) -> Iri:
        """The IRI that stands for the entity."""
        return self.identity.iri

    def broken_by(self, one: Statement) -> bool:
        """Return whether a statement of another says it."""
        members = self.identity.members
        return one.predicate.iri in self.said and one.term in members and one.subject not in members

    @property
    def ways(self) -> tuple[Way, ...]:
        """The predicates to look for, with the entity: direct ones and those of statement nodes."""
        found = {one for iri in self.said for one in (direct_name(iri), _main(iri))}
        return tuple((one, iri) for one in sorted(found) for iri in self.identity.members)


def silences(
    entities: Iterable[Identity], described: Sequence[Description], alignment: Alignment
) -> tuple[Silence, ...]:
    """Return where an entity is silent, another is not, and the property has an inverse."""
    stated = {one.iri: one.statements for one in described}
    asked: dict[Iri, Property] = {}
    for group in stated.values():
        for one in group:
            asked.setdefault(alignment.name(one.predicate.iri), one.predicate)
    found = []
    for entity in entities:
        told = {alignment.name(one.predicate.iri) for one in stated.get(entity.iri, ())}
        told = told.union(*(alignment.wider.get(name, ()) for name in told))
        found += [
            Silence(entity, asked[name], frozenset(_meanings(name, alignment)))
            for name in sorted(asked)
            if name not in told and name in alignment.turned
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Turner:
    """Finds what others state, and reads it."""

    gatherer: Gatherer
    read: _Read
    uniter: Uniter

    def fill(self, descriptions: _Filled, silent: Sequence[Silence]) -> _Filled:
        """Return descriptions with what breaks their silences; too much of it is only noted."""
        if not silent:
            return descriptions
        counts = self.gatherer.fan_in(tuple(way for one in silent for way in one.ways))
        few = [one for one in silent if max(counts.get(way, 0) for way in one.ways) <= MOST]
        ways = tuple(way for one in few for way in one.ways if way in counts)
        found = tuple(self._said(few, ways)) if ways else ()
        return tuple(
            replace(
                described,
                inward=tuple(one for one in found if one.subject == described.iri),
                crowded=tuple(
                    one.predicate.iri
                    for one in silent
                    if one.entity == described.iri and one not in few
                ),
            )
            for described in descriptions
        )

    def _said(self, silent: Iterable[Silence], ways: Sequence[Way]) -> Iterator[Statement]:
        around = self.gatherer.toward(ways)
        stated = self.read(_sayers(around), around)
        for silence in silent:
            for subject in sorted(stated):
                for one in stated[subject]:
                    if silence.broken_by(one):
                        yield self._turned(one, silence)

    def _turned(self, one: Statement, silence: Silence) -> Statement:
        sayer = self.uniter.named((one.subject,)).entity(one.subject)
        return replace(
            _turned(one, silence, sayer),
            subject_links=one.value_links[::-1],
            value_links=self.uniter.identity(one.subject).way(one.subject, sayer.iri),
        )


def _turned(one: Statement, silence: Silence, sayer: Entity) -> Statement:
    node = ((SUBJECT, one.subject), (PREDICATE, one.predicate.iri), (OBJECT, one.term))
    return replace(
        one,
        subject=silence.entity,
        predicate=silence.predicate,
        value=sayer,
        term=one.subject,
        triples=one.triples or tuple((one.iri, part, term) for part, term in node),
        turned=one.predicate,
    )


def _sayers(around: Surroundings) -> tuple[Iri, ...]:
    """Return all that may be the subject of a statement in these surroundings, sorted."""
    nodes = {o for arcs in around.triples.values() for p, o in arcs if p == SUBJECT}
    return tuple(sorted(Iri(one) for one in {*around.triples, *nodes} if isinstance(one, str)))


def _meanings(name: Iri, alignment: Alignment) -> Iterator[Iri]:
    return (one for inverse in alignment.turned[name] for one in alignment.meaning(inverse))


def _main(iri: Iri) -> Iri:
    """Return the predicate from a statement node of a Wikibase to its value."""
    entity = fullmatch(r"(.*/)entity/(P[1-9][0-9]*)", iri)
    return Iri(f"{entity[1]}prop/statement/{entity[2]}") if entity else iri
