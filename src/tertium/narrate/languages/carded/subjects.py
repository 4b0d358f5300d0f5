"""Who a verb has to agree with, and what they are called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tertium.model.card import Mould
from tertium.model.description import Description
from tertium.model.lexicon import Gender, Number, Tense
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Name, Phrase

__all__ = ["Concord", "Subjects", "subjects_of"]

_GENDER: Final = ("https://w3id.org/tertium/ontology#gender", "http://www.wikidata.org/entity/P21")
_GENDERS: Final = {
    "https://w3id.org/tertium/id/male": Gender.MASCULINE,
    "https://w3id.org/tertium/id/female": Gender.FEMININE,
    "http://www.wikidata.org/entity/Q6581097": Gender.MASCULINE,
    "http://www.wikidata.org/entity/Q6581072": Gender.FEMININE,
}
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Concord:
    """What the form of a verb depends on; a gender that is not stated is not guessed."""

    number: Number = Number.SINGULAR
    gender: Gender | None = None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Subjects:
    """The comparands, as far as sentences depend on them."""

    labels: Mapping[Iri, str] = field(default_factory=dict)
    genders: Mapping[Iri, Gender] = field(default_factory=dict)
    over: frozenset[Iri] = frozenset()

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
        lasting = not self.over.intersection(iris) and all(_lasts(s) for s in statements)
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
        {one.iri: gender for one in everyone if (gender := _gender(one)) is not None},
        frozenset(one.iri for one in everyone if one.ended),
    )


def _gender(description: Description) -> Gender | None:
    """Return the gender that is stated, if just one is and it is one of those of grammar."""
    stated = {
        s.value.iri
        for s in description.statements
        if s.predicate.iri in _GENDER and isinstance(s.value, Entity)
    }
    return _GENDERS.get(next(iter(stated))) if len(stated) == 1 else None


def _lasts(statement: Statement) -> bool:
    return statement.interval.end is None
