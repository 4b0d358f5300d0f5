from decimal import Decimal

import pytest

from tertium.model.comparison import Row
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.values import Quantity
from tertium.model.verdict import Relation

from .builders import UNKNOWN, Fact, day, fact, iri, one, person, prop, thing, year

POPULATION = prop("population")
A, B, C = iri("a"), iri("b"), iri("c")


def counted(amount: int, when: Date | None = None) -> Fact:
    value = Quantity(amount=Decimal(amount))
    return fact(value, POPULATION, time=when) if when else fact(value, POPULATION)


def series(name: str, **amounts: int) -> Description:
    """Return an entity with amounts by year: y1950=1."""
    return person(name, *(counted(n, year(int(key[1:]))) for key, n in amounts.items()))


def dates_of(row: Row) -> tuple[Date | None, ...]:
    assert row.measure is not None
    assert row.measure.quantities is not None
    return row.measure.quantities.dates


def test_amounts_of_the_latest_common_date_are_compared() -> None:
    row = one(series("a", y1950=1, y1990=3, y2001=5), series("b", y1950=2, y1990=6, y2011=5))
    assert row.relation is Relation.DIFFERENT
    assert dates_of(row) == (year(1990), year(1990))
    assert row.measure is not None
    assert row.measure.quantities is not None
    assert row.measure.quantities.ratio == 2
    assert "the amounts are of 1990" in row.reason
    assert len(row.evidence) == 6


def test_the_same_amount_at_different_dates_is_nothing_in_common() -> None:
    row = one(series("a", y1950=5, y1990=6), series("b", y1950=4, y1990=5))
    assert row.relation is Relation.DIFFERENT
    assert row.common == ()


def test_the_nearest_dates_are_compared_when_none_is_common_and_said() -> None:
    row = one(series("a", y1950=1, y1989=3), series("b", y1970=2, y1991=6))
    assert dates_of(row) == (year(1989), year(1991))
    assert "different dates (a: 1989, b: 1991)" in row.reason


def test_three_series_are_compared_at_the_date_nearest_to_all() -> None:
    row = one(
        series("a", y1900=1, y2000=2), series("b", y1901=4, y2000=8), series("c", y1950=7, y2000=9)
    )
    assert dates_of(row) == (year(2000),) * 3


def test_an_amount_without_date_beside_a_series_is_said_to_have_none() -> None:
    row = one(series("a", y1950=1, y1990=3), person("b", counted(6)))
    assert dates_of(row) == (year(1990), None)
    assert "b: no date" in row.reason


def test_dates_of_single_amounts_are_said_too() -> None:
    row = one(series("a", y1950=1), series("b", y1990=3))
    assert dates_of(row) == (year(1950), year(1990))


def test_many_amounts_without_dates_are_not_comparable() -> None:
    many = [counted(n) for n in (1, 2, 3, 4, 5)]
    row = one(person("a", *many), person("b", *many))
    assert row.relation is Relation.DIFFERENT
    assert row.common == ()
    assert row.measure is not None
    assert row.measure.incomparable == "not comparable: many values and no dates"
    assert row.measure.jaccard is None
    assert row.reason.endswith(row.measure.incomparable)


def test_one_amount_said_often_is_no_series() -> None:
    often = [counted(1)] * 5
    assert one(person("a", *often), person("b", counted(1))).relation is Relation.SAME


def test_rows_of_other_values_are_left_alone() -> None:
    mixed = person("a", counted(1), fact(thing("many"), POPULATION), counted(2), counted(3))
    assert one(mixed, person("b", counted(1))).relation is Relation.OVERLAPPING


def test_silence_and_unknown_values_take_no_part() -> None:
    row = one(series("a", y1950=1, y1990=3), person("b", fact(UNKNOWN, POPULATION)))
    assert row.relation is Relation.ONE_SIDED
    alone = one(person("a", *[counted(n) for n in (1, 2, 3, 4, 5)]))
    assert alone.measure is None


@pytest.mark.parametrize("unit", [None, iri("metre")])
def test_why_amounts_cannot_be_compared_is_said(unit: str | None) -> None:
    height = prop("height")
    left = Quantity(amount=Decimal(2), unit=iri("metre"))
    right = Quantity(amount=Decimal(2), unit=None if unit is None else iri("foot"))
    row = one(person("a", fact(left, height)), person("b", fact(right, height)))
    assert row.measure is not None
    assert row.measure.quantities is None
    assert row.measure.incomparable in row.reason
    assert row.measure.incomparable


def test_two_writings_of_one_value_are_one() -> None:
    height = prop("height", functional=True)
    same = [fact(Quantity(amount=Decimal(n)), height) for n in ("1.5", "1.50")]
    row = one(person("a", *same), person("b", fact(Quantity(amount=Decimal(3)), height)))
    assert not row.contested
    assert row.measure is not None
    assert row.measure.quantities is not None
    assert row.measure.quantities.ratio == 2
    assert "b has 2 times as much, 1.5 more" in row.reason


def test_the_finer_of_two_dates_is_the_one_that_is_measured() -> None:
    died = prop("died", functional=True)
    a = person("a", fact(Date(year=1940, month=8), died), fact(day(1940, 8, 21), died))
    row = one(a, person("b", fact(day(1940, 8, 20), died)))
    assert not row.contested
    assert row.measure is not None
    assert row.measure.dates is not None
    assert (row.measure.dates.order, row.measure.dates.amount) == ((B, A), 1)


def test_a_range_of_dates_has_no_distance() -> None:
    died = prop("died")
    ranged = Date(year=1919, lower=year(1919), upper=year(1926))
    row = one(person("a", fact(ranged, died)), person("b", fact(year(1950), died)))
    assert row.relation is Relation.DIFFERENT
    assert row.measure is not None
    assert row.measure.dates is None
