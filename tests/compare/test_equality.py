from decimal import Decimal

import pytest

from tertium.compare.equality import canonical, equal, twins
from tertium.model.dates import Calendar, Date, Precision
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    Quantity,
    Text,
    Value,
    WebAddress,
)

from .builders import day, iri, person, thing, year

MARCH = Date(year=-43, month=3)
METRE, FOOT = iri("metre"), iri("foot")


def length(amount: int, lower: int | None = None, upper: int | None = None) -> Quantity:
    return Quantity(
        amount=Decimal(amount),
        unit=METRE,
        lower=None if lower is None else Decimal(lower),
        upper=None if upper is None else Decimal(upper),
    )


EQUAL: list[tuple[Value, Value]] = [
    (thing("Marxism"), Entity(iri("Marxism"), "марксизм", language="ru")),
    (thing("Stalin"), thing("Q855")),
    (year(1878), day(1878, 12, 18)),
    (year(-43), MARCH),
    (MARCH, day(-43, 3, 13)),
    (Date(year=1917, month=11, day=7, calendar=Calendar.JULIAN, lexical="x"), day(1917, 11, 7)),
    (Date(year=1870, precision=Precision.DECADE), year(1878)),
    (Date(year=1801, precision=Precision.CENTURY), day(1900, 1, 1)),
    (length(10), length(12, 9, 13)),
    (length(10, 8, 11), length(12, 11, 13)),
    (length(10, 11, 12), length(10)),
    (Quantity(amount=Decimal("1.0")), Quantity(amount=Decimal(1), unit_label="children")),
    (Text("Stalin\u0306", "EN"), Text("Stalin\u0306", "en")),
    (Text("Й", "ru"), Text("И\u0306", "ru")),
    (Identifier("118642499", "https://d-nb.info/gnd/118642499"), Identifier("118642499")),
    (WebAddress(iri("page")), WebAddress(iri("page"))),
    (Coordinate(Decimal(1), Decimal(2)), Coordinate(Decimal("1.0"), Decimal(2))),
]
UNEQUAL: list[tuple[Value, Value]] = [
    (thing("Marxism"), thing("Leninism")),
    (thing("Marxism"), WebAddress(iri("Marxism"))),
    (year(0), year(-1)),
    (year(1878), day(1879, 1, 1)),
    (Date(year=-43, month=4), day(-43, 3, 13)),
    (Date(year=1870, precision=Precision.DECADE), year(1880)),
    (Date(year=5, precision=Precision.DECADE), year(-4)),
    (Date(year=2000, precision=Precision.CENTURY), year(2001)),
    (length(10), length(12, 11, 13)),
    (length(10), Quantity(amount=Decimal(10), unit=FOOT)),
    (length(10), Quantity(amount=Decimal(10))),
    (Text("Stalin", "en"), Text("Stalin", "de")),
    (Text("1878"), year(1878)),
]
KNOWN = twins([person("Stalin", same_as=(iri("Q855"),))])


def same(left: Value, right: Value) -> bool:
    return equal(canonical(left, KNOWN), canonical(right, KNOWN))


@pytest.mark.parametrize(("left", "right"), EQUAL)
def test_equal(left: Value, right: Value) -> None:
    assert same(left, right)
    assert same(right, left)


@pytest.mark.parametrize(("left", "right"), UNEQUAL)
def test_unequal(left: Value, right: Value) -> None:
    assert not same(left, right)
    assert not same(right, left)


def test_twins_of_twins_are_twins_whichever_is_named_first() -> None:
    people = [
        person("d", same_as=(iri("c"),)),
        person("b", same_as=(iri("a"),)),
        person("x", same_as=(iri("b"), iri("c"))),
    ]
    expected = {iri(name): iri("a") for name in "abcdx"}
    assert twins(people) == expected
    assert twins(reversed(people)) == expected
