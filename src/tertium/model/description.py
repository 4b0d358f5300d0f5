"""All that a graph states of one entity."""

from dataclasses import dataclass

from tertium.model.dates import Date
from tertium.model.lexicon import Gender
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Description"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """An entity with its statements, names and twins elsewhere.

    `inward` is what others state of it, turned round, where a comparand has something by a property
    of which the entity itself states nothing; `crowded` are the properties by which too many
    others state something for any to be shown. `at` is the day to which the statements have been
    cut down, if to one. It is `ended` when it is known to be over: dead, dissolved, past.
    `gender` is that of its name in a sentence, if one is known.
    """

    entity: Entity
    statements: tuple[Statement, ...] = ()
    description: str = ""
    aliases: tuple[str, ...] = ()
    short_name: str = ""
    same_as: tuple[Iri, ...] = ()
    inward: tuple[Statement, ...] = ()
    crowded: tuple[Iri, ...] = ()
    at: Date | None = None
    ended: bool = False
    gender: Gender | None = None

    @property
    def iri(self) -> Iri:
        """The entity's IRI."""
        return self.entity.iri

    @property
    def label(self) -> str:
        """The entity's label."""
        return self.entity.label
