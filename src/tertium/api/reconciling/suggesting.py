"""What may be meant by the beginning of a name: an entity, a class or a property."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from tertium.store.sidecar.beginning import beginning
from tertium.store.sidecar.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tertium.api.reconciling.tables import Named, Tables
    from tertium.model.terms import Iri

__all__ = ["Kind", "Suggester", "Suggestion"]

_SHOWN: Final = 10
_MOST: Final = 100
_SHORT: Final = 3
_FEW: Final = 3
"""So many things which are called by a few letters come before those whose names begin so."""
_DEEPEST: Final = 1000
"""Of more suggestions than these, nobody has reason to see the rest."""


class Kind(Enum):
    """What is suggested."""

    ENTITY = "entity"
    TYPE = "type"
    PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be meant, with what introduces it, and of an entity its types."""

    named: Named
    description: str
    types: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggester:
    """Suggests entities, classes and properties as somebody types."""

    tables: Tables

    def suggest(
        self, kind: Kind, prefix: str, *, limit: int = _SHOWN, offset: int = 0
    ) -> tuple[Suggestion, ...]:
        """Return what a name may go on to be, or an identifier mean, best first.

        Without a name, these are the most frequent classes or properties.
        """
        start, stop = min(offset, _DEEPEST), min(offset, _DEEPEST) + min(limit, _MOST)
        match kind:
            case Kind.ENTITY:
                return self._entities(prefix.strip(), stop)[start:stop]
            case Kind.TYPE:
                return self._types(prefix)[start:stop]
            case _:
                return self._properties(prefix)[start:stop]

    def proposed(self, kind: Iri | None, *, limit: int) -> tuple[Named, ...]:
        """Return the properties which most entities of a class have, but nothing sensitive."""
        schema = self.tables.reader.schema().properties
        open_ones = [
            iri
            for iri in self.tables.property_names
            if iri not in schema or not (schema[iri].sensitive or schema[iri].quiet)
        ]
        if kind is not None:
            counted = {iri: self.tables.having(kind, iri) for iri in open_ones}
            open_ones = sorted((iri for iri in counted if counted[iri]), key=lambda i: -counted[i])
        names = self.tables.property_names
        return tuple(names[iri] for iri in open_ones[: min(limit, _MOST)])

    def described(self, kind: Kind, text: str) -> Suggestion | None:
        """Return what an identifier stands for, if the graph knows it."""
        spaces = self.tables.spaces
        iri = spaces.predicate(text) if kind is Kind.PROPERTY else spaces.entities.iri(text)
        reader = self.tables.reader
        if iri is None or not (reader.knows(iri) or iri in self.tables.property_names):
            return None
        if kind is Kind.PROPERTY:
            return Suggestion(
                self.tables.predicates((iri,))[iri], self.tables.reader.blurbs((iri,))[iri]
            )
        return self._told((iri,))[0]

    def _entities(self, prefix: str, stop: int) -> tuple[Suggestion, ...]:
        if not prefix:
            return ()
        iri = self.tables.spaces.entities.iri(prefix)
        known = (iri,) if iri and self.tables.reader.knows(iri) else ()
        begun = self._begun(prefix, stop)
        found = () if begun else self.tables.graph.find(prefix, limit=stop)
        others = (one.entity.iri for one in found)
        return self._told(tuple(dict.fromkeys((*known, *begun, *others)))[:stop])

    def _begun(self, prefix: str, stop: int) -> tuple[Iri, ...]:
        """Return what is called so, and what begins so, the weightiest first."""
        sidecar = self.tables.graph.sidecar
        if sidecar is None:
            return ()
        same = sidecar.names.weights(sidecar.names.alike(prefix))
        called = sorted(same, key=lambda iri: (-same[iri], iri))
        first = called[:_FEW] if len(prefix) <= _SHORT else called
        return (*first, *beginning(sidecar.connection, prefix, limit=stop))

    def _told(self, iris: tuple[Iri, ...]) -> tuple[Suggestion, ...]:
        names, blurbs = self.tables.reader.names(iris), self.tables.reader.blurbs(iris)
        kinds = {iri: names.entity(iri).types for iri in iris}
        known = self.tables.entities((*iris, *(kind for some in kinds.values() for kind in some)))
        return tuple(
            Suggestion(known[iri], blurbs[iri], tuple(known[kind] for kind in kinds[iri]))
            for iri in iris
        )

    def _types(self, prefix: str) -> tuple[Suggestion, ...]:
        iri = self.tables.spaces.entities.iri(prefix)
        counts = self.tables.classes
        return tuple(
            Suggestion(named, _counted(counts[kind]))
            for kind, named in _ranked(self.tables.class_names, prefix, iri)
        )

    def _properties(self, prefix: str) -> tuple[Suggestion, ...]:
        iri = self.tables.spaces.predicate(prefix)
        counts = {profile.iri: profile.entities for profile in self.tables.properties}
        return tuple(
            Suggestion(named, _counted(counts[predicate]))
            for predicate, named in _ranked(self.tables.property_names, prefix, iri)
        )


def _ranked(
    names: Mapping[Iri, Named], prefix: str, iri: Iri | None
) -> Iterable[tuple[Iri, Named]]:
    """Return what is identified, is called so, begins so or has a word that does, in this order."""
    plain = folded(prefix)
    if not plain:
        return () if prefix.strip() else names.items()
    places = {
        key: _place(folded(named.name), plain, identified=key == iri)
        for key, named in names.items()
    }
    fits = [(place, key) for key, place in places.items() if place is not None]
    return [(key, names[key]) for _, key in sorted(fits, key=lambda fit: fit[0])]


def _place(name: str, plain: str, *, identified: bool) -> int | None:
    tests = (identified, name == plain, name.startswith(plain), f" {plain}" in name)
    return next((place for place, holds in enumerate(tests) if holds), None)


def _counted(number: int) -> str:
    return f"{number:,} {'entity' if number == 1 else 'entities'}"
