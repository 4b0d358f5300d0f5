"""Who a verb has to agree with, and what they are called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tertium.model.card import Mould
from tertium.model.description import Description
from tertium.model.lexicon import Gender, Number, Tense
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Name, Phrase

__all__ = ["Concord", "Subjects", "subjects_of"]

_OF_PEOPLE: Final = frozenset({Gender.MASCULINE, Gender.FEMININE})
"""Genders which do not change with the language: that of a thing does."""
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Concord:
    """What the form of a verb depends on; a gender that is not stated is not guessed."""

    number: Number = Number.SINGULAR
    gender: Gender | None = None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Subjects:
    """The comparands, as far as sentences depend on them; `lasting` are those not known as over."""

    labels: Mapping[Iri, str] = field(default_factory=dict)
    genders: Mapping[Iri, Gender] = field(default_factory=dict)
    lasting: frozenset[Iri] = frozenset()

    def name(self, iri: Iri) -> Phrase:
        """Return a comparand by name, which who knows the others will spell."""
        return (Name(iri, self.labels.get(iri) or iri.rstrip("/").rpartition("/")[2]),)

    def names(self, tongue: Tongue, iris: Sequence[Iri]) -> Phrase:
        """Return the names of a few, or how many others there are."""
        if len(iris) > _FEW:
            return (tongue.say(Mould.OTHERS, count=tongue.count(len(iris))),)
        return tongue.listed([self.name(iri) for iri in iris])

    def gender(self, iris: Iterable[Iri]) -> Gender | None:
        """Return the gender of several: feminine only when all are; none when one's is unknown."""
        found = {self.genders.get(iri) for iri in iris}
        if None in found:
            return None
        return next(iter(found)) if len(found) == 1 else Gender.MASCULINE

    def concord(self, iris: Sequence[Iri], statements: Iterable[Statement]) -> Concord:
        """Return what a verb on these statements has to agree with."""
        known = self.lasting.issuperset(iris)
        lasting = known and all(_lasts(s) for s in statements)
        return Concord(
            Number.PLURAL if len(iris) > 1 else Number.SINGULAR,
            self.gender(iris),
            Tense.PRESENT if lasting else None,
        )


def subjects_of(comparands: Iterable[Description]) -> Subjects:
    """Return what is known of the comparands."""
    everyone = tuple(comparands)
    return Subjects(
        {one.iri: one.entity.prose for one in everyone},
        {one.iri: one.gender for one in everyone if one.gender in _OF_PEOPLE},
        frozenset(one.iri for one in everyone if not one.ended),
    )


def _lasts(statement: Statement) -> bool:
    return statement.interval.end is None
