from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.comparison import Row
from tertium.model.dates import Date, Precision
from tertium.model.tally import Spread, Tally
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value

from .builders import NONE, fact, iri, one, person, prop, thing, year

BIRTH = prop("date of birth")
COMMUNISM, MARXISM = thing("communism"), thing("Marxism")
LETTERS = "ABCDEFGHIJ"


def number(amount: int, unit: Iri | None = None) -> Quantity:
    return Quantity(amount=Decimal(amount), unit=unit)


def row_of(*values: Value | None) -> Row:
    people = zip(LETTERS, values, strict=False)
    return one(*(person(name, *([fact(v, BIRTH)] if v else [])) for name, v in people))


def tally_of(*values: Value | None) -> Tally:
    found = row_of(*values).tally
    assert found is not None
    return found


def spread_of(*values: Value | None) -> Spread:
    found = tally_of(*values).spread
    assert found is not None
    return found


def test_two_comparands_are_not_counted() -> None:
    assert row_of(COMMUNISM, COMMUNISM).tally is None


def test_the_most_widely_held_value_comes_first() -> None:
    found = tally_of(MARXISM, COMMUNISM, COMMUNISM, NONE, None)
    assert [(group.value, len(group.holders)) for group in found.groups] == [
        (COMMUNISM, 2),
        (MARXISM, 1),
    ]
    assert found.having == 3


def test_dates_have_ends_and_of_an_odd_number_a_median() -> None:
    found = spread_of(year(1767), year(1732), year(1808), None)
    assert (found.least.value, found.greatest.value) == (year(1732), year(1808))
    assert found.least.holders == (iri("B"),)
    assert found.median == year(1767)


def test_an_even_number_of_dates_has_no_median() -> None:
    assert spread_of(year(1767), year(1732), year(1808), year(1790)).median is None


def test_two_middle_dates_which_are_one_are_the_median() -> None:
    assert spread_of(year(1732), year(1767), year(1767), year(1808)).median == year(1767)


def test_between_two_middle_amounts_lies_the_median() -> None:
    assert spread_of(*map(number, (1, 2, 5, 9))).median == Quantity(amount=Decimal("3.5"))


@pytest.mark.parametrize(
    "values",
    [
        (number(1), number(2, iri("kilometre")), number(3)),
        (year(1900), number(2), number(3)),
        (COMMUNISM, MARXISM, thing("x")),
        (year(1900), year(1901), None),
        (Date(year=1900, precision=Precision.CENTURY), year(1901), year(1903)),
    ],
    ids=["units", "kinds", "things", "two", "century"],
)
def test_what_lies_on_no_common_line_has_no_spread(values: tuple[Value | None, ...]) -> None:
    assert tally_of(*values).spread is None


def test_one_with_two_dates_leaves_the_ends_but_no_median() -> None:
    two = person("A", fact(year(1735), BIRTH), fact(year(1736), BIRTH))
    others = [person(name, fact(year(1800), BIRTH)) for name in "BC"]
    found = one(two, *others).tally
    assert found is not None
    assert found.spread is not None
    assert (found.spread.least.value, found.spread.median) == (year(1735), None)


def test_what_lies_beyond_the_fences_is_far() -> None:
    found = spread_of(*map(number, (4, 5, 5, 6, 6, 15)))
    assert [group.value for group in found.far] == [number(15)]


def test_of_fewer_than_five_nothing_is_far() -> None:
    assert spread_of(*map(number, (1, 1, 1, 100))).far == ()


@given(st.lists(st.integers(-50, 50), min_size=3, max_size=8), st.randoms())
def test_the_order_of_comparands_changes_no_number(numbers: list[int], shuffler: Random) -> None:
    mixed = list(numbers)
    shuffler.shuffle(mixed)
    one_way, other = spread_of(*map(number, numbers)), spread_of(*map(number, mixed))
    assert one_way.median == other.median
    assert [g.value for g in one_way.far] == [g.value for g in other.far]
    assert one_way.least.value == number(min(numbers))
