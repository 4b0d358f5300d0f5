from decimal import Decimal

import pytest

from tertium.model.dates import Date, Precision
from tertium.model.description import Description
from tertium.model.measure import DateDistance, Measure, QuantityRatio
from tertium.model.values import Quantity

from .builders import IDEOLOGY, NONE, day, fact, iri, one, person, prop, thing, year

BORN, CHILDREN = prop("born"), prop("children")
M, L = thing("Marxism"), thing("Leninism")
STALIN, TROTSKY = iri("Stalin"), iri("Trotsky")


def measured(*people: Description) -> Measure:
    return one(*people).measure or Measure()


def number(amount: int, unit: str | None = None) -> Quantity:
    return Quantity(amount=Decimal(amount), unit=None if unit is None else iri(unit))


def ratio(stalin: Quantity, trotsky: Quantity) -> QuantityRatio | None:
    return measured(
        person("Stalin", fact(stalin, CHILDREN)), person("Trotsky", fact(trotsky, CHILDREN))
    ).quantities


def test_sets_have_a_jaccard_index() -> None:
    assert measured(person("Stalin", M, L), person("Trotsky", M)).jaccard == pytest.approx(1 / 2)
    three = [person("Stalin", M, L), person("Trotsky", M), person("Lenin", M, thing("X"))]
    assert measured(*three).jaccard == pytest.approx(1 / 3)


def test_dates_have_order_and_distance() -> None:
    found = measured(
        person("Trotsky", fact(day(1879, 11, 7), BORN)),
        person("Stalin", fact(day(1878, 12, 18), BORN)),
    )
    assert found.dates == DateDistance(order=(STALIN, TROTSKY), amount=324, unit=Precision.DAY)
    assert found.quantities is None


def test_two_dates_of_one_person_have_no_distance() -> None:
    two = person("Stalin", fact(year(1878), BORN), fact(year(1879), BORN))
    assert measured(two, person("Trotsky", fact(year(1879), BORN))).dates is None


def test_quantities_of_one_unit_have_difference_and_ratio() -> None:
    assert ratio(number(3), number(4)) == QuantityRatio(
        order=(STALIN, TROTSKY), difference=Decimal(1), ratio=Decimal(4) / Decimal(3)
    )
    assert ratio(number(4, "m"), number(2, "m")) == QuantityRatio(
        order=(TROTSKY, STALIN), difference=Decimal(2), ratio=Decimal(2), unit=iri("m")
    )


@pytest.mark.parametrize("least", [0, -2])
def test_there_is_no_ratio_to_nothing_or_less(least: int) -> None:
    found = ratio(number(least), number(4))
    assert found is not None
    assert (found.difference, found.ratio) == (Decimal(4 - least), None)


def test_quantities_of_different_units_are_not_measured() -> None:
    assert ratio(number(3, "m"), number(4)) is None


def test_a_row_without_a_value_for_everybody_is_not_measured() -> None:
    born = person("Stalin", fact(year(1878), BORN))
    assert one(born, person("Trotsky")).measure is None
    assert one(born, person("Trotsky", fact(NONE, BORN))).measure is None
    assert one(born).measure is None


def test_a_shared_value_held_at_once_overlaps_stint_by_stint() -> None:
    body = thing("Politburo")
    stalin = person("Stalin", fact(body, start=year(1917), end=year(1953)))
    trotsky = person(
        "Trotsky",
        fact(body, start=year(1930), end=year(1940)),
        fact(body, start=year(1919), end=year(1926)),
        fact(body, start=year(1960), end=year(1970)),
    )
    overlaps = measured(stalin, trotsky).overlaps
    assert [(o.interval.start, o.interval.end) for o in overlaps] == [
        (year(1919), year(1926)),
        (year(1930), year(1940)),
    ]
    assert {(o.value, o.holders) for o in overlaps} == {(body, (STALIN, TROTSKY))}


def test_overlaps_of_open_intervals_are_sorted_too() -> None:
    body = thing("Politburo")
    stint = fact(body, IDEOLOGY, start=year(1900), end=year(1950))
    trotsky = person("T", fact(body, start=day(1919, 3, 25)), fact(body, end=year(1940)))
    overlaps = measured(person("S", stint), trotsky).overlaps
    assert [(o.interval.start, o.interval.end) for o in overlaps] == [
        (day(1919, 3, 25), None),
        (None, year(1940)),
    ]


def test_two_of_three_overlap_though_the_third_is_silent() -> None:
    stint = fact(thing("Politburo"), start=year(1919), end=year(1926))
    found = measured(person("Stalin", stint), person("Trotsky", stint), person("Kerensky"))
    assert found.jaccard is None
    assert [o.holders for o in found.overlaps] == [(STALIN, TROTSKY)]


def test_computed_dates_do_not_depend_on_the_order_of_comparands() -> None:
    old_style = Date(year=1917, month=11, day=7, lexical="1917-11-07", old_style=(1917, 10, 25))
    left = person("S", fact(thing("X"), start=old_style, end=year(1920)))
    right = person("T", fact(thing("X"), start=day(1917, 11, 7), end=year(1921)))
    intervals = {measured(*pair).overlaps[0].interval for pair in ((left, right), (right, left))}
    assert len(intervals) == 1
