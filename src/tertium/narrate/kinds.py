"""Which classes of things make a difference to how they are told."""

from typing import Final

from tertium.model.values import Entity, Value

__all__ = ["is_form", "is_people", "is_person", "is_telling"]

_PEOPLE: Final = frozenset(
    (
        "http://www.wikidata.org/entity/Q5",
        "https://w3id.org/tertium/ontology#Person",
        "https://schema.org/Person",
        "http://schema.org/Person",
        "http://xmlns.com/foaf/0.1/Person",
    )
)
_FORMED: Final = ("Ideology", "Doctrine", "LeadershipStyle", "Religion", "Theory")
_TELLING: Final = frozenset(
    f"https://w3id.org/tertium/ontology#{name}"
    for name in ("Doctrine", "Ideology", "Policy", "Role")
)


def is_person(value: Value) -> bool:
    """Return whether a value is a human being."""
    return isinstance(value, Entity) and bool(_PEOPLE.intersection(value.types))


def is_people(value: Value) -> bool:
    """Return whether a value is the class of human beings."""
    return isinstance(value, Entity) and value.iri in _PEOPLE


def is_form(value: Entity) -> bool:
    """Return whether there are several forms of such a thing, as of communism."""
    return any(kind.endswith(_FORMED) for kind in value.types)


def is_telling(value: Value) -> bool:
    """Return whether a difference turns on such a thing, rather than on a birthplace."""
    return isinstance(value, Entity) and bool(_TELLING.intersection(value.types))
