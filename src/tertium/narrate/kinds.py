"""Which classes of things make a difference to how they are told."""

from typing import Final

from tertium.model.values import Entity, Value

__all__ = ["is_form", "is_person"]

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


def is_person(value: Value) -> bool:
    """Return whether a value is a human being."""
    return isinstance(value, Entity) and bool(_PEOPLE.intersection(value.types))


def is_form(value: Entity) -> bool:
    """Return whether there are several forms of such a thing, as of communism."""
    return any(kind.endswith(_FORMED) for kind in value.types)
