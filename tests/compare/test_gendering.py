from dataclasses import replace

import pytest

from tertium.compare import gender_of
from tertium.model.lexicon import Gender
from tertium.model.schema import Schema
from tertium.model.statement import Rank
from tertium.model.values import Value

from .builders import NONE, ORGANISATION, PERSON, Fact, fact, iri, person, prop, thing

MALE, FEMALE, OTHER = (thing(name) for name in ("male", "female", "other"))
SCHEMA = Schema(
    superclasses={ORGANISATION: frozenset({iri("Body")})},
    genders={MALE.iri: Gender.MASCULINE, FEMALE.iri: Gender.FEMININE, iri("Body"): Gender.NEUTER},
)
GENDER = replace(prop("gender"), gender=True)


def of(*facts: Fact, kind: str = "Person") -> Gender | None:
    return gender_of(person("a", *facts, kind=iri(kind)), SCHEMA)


@pytest.mark.parametrize(
    ("stated", "gender"),
    [(MALE, Gender.MASCULINE), (FEMALE, Gender.FEMININE), (OTHER, None), (NONE, None)],
)
def test_it_is_what_is_stated(stated: Value, gender: Gender | None) -> None:
    assert of(fact(stated, GENDER)) is gender


def test_of_two_nothing_follows() -> None:
    assert of(fact(MALE, GENDER), fact(FEMALE, GENDER)) is None


def test_what_is_deprecated_does_not_count() -> None:
    assert of(fact(MALE, GENDER), fact(FEMALE, GENDER, rank=Rank.DEPRECATED)) is Gender.MASCULINE


def test_other_properties_say_nothing_of_it() -> None:
    assert of(fact(MALE)) is None


def test_things_have_that_of_their_class() -> None:
    assert of(kind="Organisation") is Gender.NEUTER
    assert gender_of(person("a", kind=PERSON), SCHEMA) is None
