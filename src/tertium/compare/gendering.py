"""Which grammatical gender the name of an entity has, as far as the graph says so."""

from tertium.model.description import Description
from tertium.model.lexicon import Gender
from tertium.model.schema import Schema
from tertium.model.statement import Rank
from tertium.model.values import Entity

__all__ = ["gender_of"]


def gender_of(description: Description, schema: Schema) -> Gender | None:
    """Return the gender which is stated of an entity, or which all things of its class have.

    It is `None` where nothing follows: two are stated, or one that is neither he nor she.
    """
    stated = {
        schema.genders.get(s.value.iri) if isinstance(s.value, Entity) else None
        for s in description.statements
        if s.predicate.gender and s.rank is not Rank.DEPRECATED
    }
    if stated:
        return next(iter(stated)) if len(stated) == 1 else None
    types = description.entity.types
    things = (one for one, gender in schema.genders.items() if gender is Gender.NEUTER)
    return Gender.NEUTER if any(schema.is_a(types, one) for one in things) else None
