from dataclasses import replace

import pytest

from tertium.compare import as_of, ended, living, withhold
from tertium.model.comparison import Comparison, Connection
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.schema import Schema
from tertium.model.statement import Rank

from .builders import (
    NONE,
    ORGANISATION,
    PERSON,
    TERTIUM_PERSON,
    UNKNOWN,
    Fact,
    day,
    fact,
    person,
    prop,
    rows,
    thing,
    year,
)

SCHEMA = Schema(superclasses={PERSON: frozenset({TERTIUM_PERSON})}, issued=day(2026, 11, 23))
BORN, DIED = replace(prop("born"), begins=True), replace(prop("died"), ends=True)
GRAVE = replace(prop("grave"), ends=True)
OFFICE = prop("office")
FAITH = replace(prop("faith"), sensitive=True)


def alive(*facts: Fact) -> bool:
    one = person("a", *facts)
    assert ended(one, SCHEMA) is not living(one, SCHEMA)
    return living(one, SCHEMA)


def office(start: Date) -> Fact:
    return fact(thing("chair"), OFFICE, start=start)


def test_who_has_a_death_or_a_grave_is_dead() -> None:
    assert not alive(fact(year(1940), DIED))
    assert not alive(fact(UNKNOWN, DIED))
    assert not alive(fact(thing("necropolis"), GRAVE))


def test_who_died_on_a_day_and_has_no_grave_is_dead() -> None:
    assert not alive(fact(year(1955), DIED), fact(NONE, GRAVE))
    assert alive(fact(NONE, GRAVE))


def test_of_whom_nothing_is_stated_may_be_alive() -> None:
    assert alive()
    assert alive(fact(thing("socialism")))


def test_a_death_that_is_deprecated_denied_or_to_come_is_none() -> None:
    assert alive(fact(year(1940), DIED, rank=Rank.DEPRECATED))
    assert alive(fact(NONE, DIED), fact(thing("necropolis"), GRAVE))
    assert alive(fact(year(2030), DIED))
    assert not alive(fact(year(2026), DIED))


@pytest.mark.parametrize(("birth", "expected"), [(1910, False), (1911, True), (1990, True)])
def test_nobody_lives_longer_than_a_long_life(birth: int, expected: bool) -> None:
    assert alive(fact(year(birth), BORN)) is expected


def test_every_date_of_birth_must_be_long_ago() -> None:
    assert alive(fact(year(1879), BORN), fact(year(1979), BORN))
    assert not alive(fact(year(1879), BORN), fact(year(1979), BORN, rank=Rank.DEPRECATED))


def test_without_a_birth_all_that_is_dated_must_be_long_ago() -> None:
    assert not alive(office(year(1700)), office(year(1720)))
    assert alive(office(year(1700)), office(year(2000)))


def test_without_the_day_of_the_ontology_nobody_is_too_old() -> None:
    one = person("a", fact(year(1700), BORN))
    assert living(one, Schema(superclasses=SCHEMA.superclasses))


def test_on_a_day_in_the_past_the_dead_were_alive() -> None:
    one = person("a", fact(year(1879), BORN), fact(year(1940), DIED))
    assert not ended(as_of(one, year(1930)), SCHEMA)
    assert ended(as_of(one, year(1950)), SCHEMA)


def test_only_persons_are_alive_or_too_old() -> None:
    def party(*facts: Fact) -> Description:
        return person("party", *facts, kind=ORGANISATION)

    assert not living(party(), SCHEMA)
    assert not ended(party(fact(year(1700), BORN)), SCHEMA)
    assert ended(party(fact(year(1991), DIED)), SCHEMA)


def guarded(*facts: Fact) -> Comparison:
    """Return the comparison of a, of whom these facts are stated, with b, who has a faith."""
    people = (person("a", *facts), person("b", fact(thing("islam"), FAITH), fact(thing("x"))))
    chain = Connection(path=people[1].statements[:1])
    whole = rows(*people)
    known = Comparison(entities=people, rows=whole, rows_total=len(whole), connections=(chain,))
    return withhold(known, frozenset({people[0].iri}))


def test_what_is_sensitive_of_the_living_goes_with_its_row() -> None:
    found = guarded(fact(thing("quakerism"), FAITH), fact(thing("y")))
    assert [row.predicate.label for row in found] == ["ideology"]
    assert (found.rows_total, found.withheld) == (1, 1)
    assert [s.predicate.label for s in found.entities[0].statements] == ["ideology"]
    assert len(found.entities[1].statements) == 2


def test_what_is_sensitive_of_others_stays() -> None:
    found = guarded(fact(thing("y")))
    assert {row.predicate.label for row in found} == {"faith", "ideology"}
    assert (found.rows_total, found.withheld, len(found.connections)) == (2, 0, 1)


def test_a_connection_by_way_of_what_is_sensitive_is_left_out() -> None:
    person_b = person("b", fact(thing("islam"), FAITH))
    known = Comparison(
        entities=(person_b,), rows=(), rows_total=0, connections=(Connection(person_b.statements),)
    )
    assert withhold(known, frozenset({person_b.iri})).connections == ()
