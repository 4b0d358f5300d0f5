from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.compare import as_of, moment_of
from tertium.compare.moment import excludes
from tertium.compare.time import before
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.statement import Rank
from tertium.model.values import Quantity
from tertium.model.verdict import CellState, Relation

from .builders import Fact, day, fact, iri, person, prop, rows, thing, year

JUNE = day(1922, 6, 1)
OFFICE, POPULATION = prop("office"), prop("population")
BORN = replace(prop("born", functional=True), begins=True)
DIED = replace(prop("died", functional=True), ends=True)
GRAVE = replace(prop("grave"), ends=True)
DAYS = [year(-43), year(1921), year(1922), Date(year=1922, month=6), JUNE, day(1922, 6, 2)]
days = st.sampled_from([*DAYS, year(1950), Date(year=1925, approximate=True)])


def held(*facts: Fact, on: Date = JUNE) -> list[int]:
    """Return which facts hold on a day, by their number."""
    kept = as_of(person("a", *facts), on)
    assert kept.at == on
    return [int(s.iri.rpartition("-")[2]) for s in kept.statements]


def office(**roles: Date) -> Fact:
    return fact(thing("chair"), OFFICE, rank=Rank.NORMAL, **roles)


def count(amount: int, when: Date | None = None, *, rank: Rank = Rank.NORMAL) -> Fact:
    value = Quantity(amount=Decimal(amount))
    if when is None:
        return fact(value, POPULATION, rank=rank)
    return fact(value, POPULATION, rank=rank, time=when)


def test_what_is_over_or_begins_later_is_left_out() -> None:
    assert held(
        office(start=year(1905), end=year(1921)),
        office(start=year(1905), end=year(1922)),
        office(end=day(1922, 6, 1)),
        office(start=day(1922, 6, 2)),
        office(start=year(1922)),
        office(start=year(1923)),
        office(start=year(1905)),
        office(),
    ) == [2, 3, 5, 7, 8]


def test_what_has_happened_has_happened_ever_since() -> None:
    assert held(office(time=year(1905)), office(time=year(1940))) == [1]


def test_the_earliest_and_latest_dates_count_as_well() -> None:
    assert held(office(lower=year(1950)), office(upper=year(1900)), office(upper=year(1950))) == [3]


def test_a_dated_event_later_than_the_day_has_not_happened() -> None:
    assert held(fact(year(1879), BORN), fact(year(1940), prop("left"))) == [1]


def test_how_somebody_ended_is_not_known_before() -> None:
    death = (fact(day(1940, 8, 21), DIED), fact(thing("Mexico"), GRAVE))
    assert held(*death) == []
    assert held(*death, on=year(1940)) == [1, 2]
    assert held(*death, on=year(1950)) == [1, 2]
    assert held(fact(thing("Mexico"), GRAVE)) == [1]


def test_nobody_has_to_do_with_what_began_later() -> None:
    one = person("a", thing("Comintern"), thing("Cominform"), thing("peace"), year(1900))
    begun = {iri("Comintern"): [year(1919), year(1930)], iri("Cominform"): [year(1947)]}
    kept = as_of(one, JUNE, begun=begun).statements
    assert [s.value for s in kept] == [thing("Comintern"), thing("peace"), year(1900)]


def test_contested_ends_must_agree() -> None:
    assert held(fact(year(1921), DIED), fact(year(1940), DIED), fact(thing("Mexico"), GRAVE)) == [
        1,
        3,
    ]


def test_a_deprecated_end_does_not_count() -> None:
    deprecated = fact(year(1921), DIED, rank=Rank.DEPRECATED)
    assert held(deprecated, fact(year(1940), DIED), fact(thing("Mexico"), GRAVE)) == []


def test_of_a_series_the_last_amount_before_the_day_counts() -> None:
    assert held(count(1, year(1897)), count(2, year(1920)), count(3, year(1926)), count(9)) == [
        *(2, 4)
    ]


def test_a_deprecated_amount_hides_no_other() -> None:
    newest = count(2, year(1921), rank=Rank.DEPRECATED)
    assert held(count(1, year(1897)), newest) == [1, 2]


def test_what_is_preferred_now_does_not_hide_what_held_then() -> None:
    now = fact(thing("Moscow"), OFFICE, rank=Rank.PREFERRED)
    then = fact(thing("Petrograd"), OFFICE, start=year(1914), end=year(1924))
    loose = fact(thing("Tver"), OFFICE)
    (row,) = rows(as_of(person("a", now, then, loose), JUNE))
    assert {str(s.iri)[-1] for s in row.evidence} == {"1", "2"}
    (today,) = rows(person("a", now, then, loose))
    assert {str(s.iri)[-1] for s in today.evidence} == {"1"}


def test_a_cell_of_which_all_falls_away_is_not_stated() -> None:
    a = person("a", office(start=year(1905)))
    b = person("b", office(start=year(1930)))
    (row,) = rows(*(as_of(one, JUNE) for one in (a, b)))
    assert row.relation is Relation.INCOMPLETE
    assert [cell.state for cell in row.cells] == [CellState.VALUE, CellState.NOT_STATED]
    assert row.reason.endswith("nothing is recorded for b as of 1922-06-01")


def test_it_is_told_who_was_not_there() -> None:
    child = person("child", fact(year(1926), BORN))
    dead = person("dead", fact(year(1818), BORN), fact(year(1883), DIED))
    moment = moment_of((child, dead, person("c")), JUNE)
    assert [str(s.iri)[-7:] for s in moment.unbegun] == ["child-1"]
    assert [str(s.iri)[-6:] for s in moment.ended] == ["dead-2"]


@pytest.mark.parametrize("on", DAYS)
def test_what_is_not_certain_stays(on: Date) -> None:
    assert held(office(start=on, end=on), office(start=on), office(end=on), on=on) == [1, 2, 3]


@given(st.none() | days, st.none() | days, days)
def test_a_statement_is_kept_unless_its_interval_certainly_excludes_the_day(
    start: Date | None, end: Date | None, on: Date
) -> None:
    roles = {"start": start, "end": end}
    one = person("a", office(**{role: date for role, date in roles.items() if date}))
    excluded = bool((start and before(on, start)) or (end and before(end, on)))
    assert excludes(one.statements[0], on) is excluded
    assert (as_of(one, on).statements == ()) is excluded


@given(days)
def test_as_of_a_day_twice_is_as_of_it_once(on: Date) -> None:
    one = _busy()
    assert as_of(as_of(one, on), on) == as_of(one, on)


def _busy() -> Description:
    return person(
        "a", count(1, year(1897)), count(2, year(1920)), fact(year(1940), DIED), office(end=JUNE)
    )


def test_what_others_state_of_it_is_as_of_the_day_too() -> None:
    others = person("b", office(start=year(1905), end=year(1921)), office(start=year(1905)))
    alone = replace(person("a"), inward=others.statements)
    assert as_of(alone, JUNE).inward == others.statements[1:]
