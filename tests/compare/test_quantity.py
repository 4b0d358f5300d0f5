from decimal import Decimal
from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.quantity import agree, converted, convertible, incomparable, ratio, width
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Scale
from tertium.queries.units import bundled_units

from .builders import iri

A, B = iri("a"), iri("b")
UNIT = "http://qudt.org/vocab/unit/"
PINT = {
    "M": "m",
    "KiloM": "km",
    "CentiM": "cm",
    "FT": "ft",
    "MI": "mile",
    "YD": "yard",
    "IN": "inch",
    "KiloGM": "kg",
    "GM": "g",
    "LB": "lb",
    "OZ": "oz",
    "TONNE": "tonne",
    "M2": "m^2",
    "KiloM2": "km^2",
    "HA": "hectare",
    "FT2": "ft^2",
    "SEC": "s",
    "MIN": "minute",
    "HR": "hour",
    "DAY": "day",
    "WK": "week",
    "M-PER-SEC": "m/s",
    "KiloM-PER-HR": "km/hour",
    "MI-PER-HR": "mile/hour",
    "KN": "knot",
    "J": "J",
    "KiloW-HR": "kW*hour",
    "ERG": "erg",
    "EV": "eV",
    "CAL_TH": "cal_th",
    "PA": "Pa",
    "BAR": "bar",
    "ATM": "atm",
    "TORR": "torr",
    "W": "W",
    "HP_Metric": "metric_horsepower",
    "K": "kelvin",
    "DEG_C": "degC",
    "DEG_F": "degF",
    "AU": "au",
    "LY": "light_year",
    "DEG": "degree",
    "ARCMIN": "arcminute",
    "L": "liter",
    "M3": "m^3",
    "N": "N",
    "KiloGM_F": "kgf",
}
REGISTRY: pint.UnitRegistry[Fraction] = pint.UnitRegistry(
    non_int_type=Fraction, autoconvert_offset_to_baseunit=True
)
amounts = st.decimals(-10_000, 10_000, allow_nan=False, allow_infinity=False, places=3)


def of(amount: str | Decimal, unit: str = "", **bounds: str) -> Quantity:
    """Return a quantity in a unit of QUDT, or in one of nobody's."""
    name = Iri(UNIT + unit) if unit else None
    return Quantity(
        amount=Decimal(amount),
        unit=name,
        unit_label=unit,
        scale=None if name is None else bundled_units().get(name),
        **{bound: Decimal(number) for bound, number in bounds.items()},
    )


def money(amount: str, number: int) -> Quantity:
    unit = Iri(f"http://www.wikidata.org/entity/Q{number}")
    return Quantity(amount=Decimal(amount), unit=unit, scale=bundled_units()[unit])


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (of("163", "CentiM"), of("1.63", "M"), True),
        (of("163", "CentiM"), of("1.68", "M"), False),
        (of("163", "CentiM"), of("1.634", "M"), False),
        (of("267667", "KiloM2"), of("267667000000", "M2"), True),
        (of("52", "FT"), of("15.8", "M"), True),
        (of("52", "FT"), of("16.3", "M"), False),
        (of("20", "DEG_C"), of("293.15", "K"), True),
        (of("68", "DEG_F"), of("20", "DEG_C"), True),
        (of("70", "DEG_F"), of("20", "DEG_C"), False),
        (of("163", "CentiM"), of("163", "KiloGM"), False),
        (of("163", "CentiM"), of("163"), False),
        (of("163"), of("163.0"), True),
        (of("163"), of("163.4"), False),
        (of("3", lower="2", upper="4"), of("5", lower="4", upper="6"), True),
        (of("3", lower="2", upper="4"), of("5"), False),
        (of("5", lower="6", upper="7"), of("5"), True),
        (of("52", "FT", lower="52", upper="52"), of("15.8", "M"), True),
        (
            of("52", "FT", lower="51.9", upper="52.1"),
            of("15.8", "M", lower="15.7", upper="15.81"),
            False,
        ),
        (of("1E+3", "FT"), of("304.8", "M"), True),
        (of("5", "furlong"), of("5", "furlong"), True),
        (of("5", "furlong"), of("5", "M"), False),
    ],
)
def test_quantities_are_equal_after_conversion(
    left: Quantity, right: Quantity, equal: bool
) -> None:
    assert agree(left, right) is equal
    assert agree(right, left) is equal


@pytest.mark.parametrize(
    ("quantities", "why"),
    [
        ((), ""),
        ((of("5"), of("6")), ""),
        ((of("5", "M"), of("6", "FT")), ""),
        ((of("5", "M"), of("6")), "a unit is missing"),
        ((of("5", "M"), of("6", "KiloGM")), "measure different things"),
        ((of("5", "M"), of("6", "furlong")), "is not known"),
        ((money("5", 4917), money("6", 4916)), "different currencies"),
    ],
)
def test_the_reason_is_given_when_quantities_cannot_be_compared(
    quantities: tuple[Quantity, ...], why: str
) -> None:
    assert why in incomparable(quantities)
    assert bool(why) is bool(incomparable(quantities))


@pytest.mark.parametrize(
    ("left", "right", "difference", "by", "unit"),
    [
        (of("1.63", "M"), of("168", "CentiM"), "5", "1.0307", "CentiM"),
        (of("267667", "KiloM2"), of("1246700000000", "M2"), "979033", "4.6577", "KiloM2"),
        (of("5", "M"), of("500", "CentiM"), "0", "1", "M"),
        (of("10", "DEG_C"), of("30", "DEG_C"), "20", None, "DEG_C"),
        (of("0", "M"), of("3", "M"), "3", None, "M"),
        (of("-2"), of("3"), "5", None, ""),
    ],
)
def test_a_ratio_is_told_in_the_unit_that_suits(
    left: Quantity, right: Quantity, difference: str, by: str | None, unit: str
) -> None:
    found, mirrored = ratio({A: left, B: right}), ratio({B: right, A: left})
    assert found is not None
    assert found == mirrored
    assert found.difference == Decimal(difference)
    assert (found.ratio and round(found.ratio, 4)) == (by and round(Decimal(by), 4))
    assert found.unit_label == unit


def test_there_is_no_ratio_of_what_cannot_be_converted() -> None:
    assert ratio({A: of("5", "M"), B: of("6")}) is None


def test_amounts_which_may_be_the_same_number_have_no_known_difference() -> None:
    left, right = of("5", lower="4", upper="6"), of("7", lower="6", upper="8")
    assert ratio({A: left, B: right}) is None


@pytest.mark.parametrize("name", PINT)
def test_the_table_of_units_is_that_of_the_reference_library(name: str) -> None:
    scale = bundled_units()[Iri(UNIT + name)]
    assert scale.factor is not None
    other = {"Angle": "degree"}.get(scale.dimension.rpartition("/")[2])
    theirs = REGISTRY.Quantity(Fraction(100), PINT[name])
    base = theirs.to(other) if other else theirs.to_base_units()
    expected = float(base.magnitude)
    assert float((100 + scale.offset) * scale.factor) == pytest.approx(expected, rel=1e-9)


@given(
    amounts, st.sampled_from(["M", "CentiM", "KiloM", "DeciM"]), st.sampled_from(["M", "MilliM"])
)
def test_conversion_there_and_back_is_exact(amount: Decimal, unit: str, other: str) -> None:
    there = converted(of(amount, unit), of("1", other))
    back = converted(there, of("1", unit))
    assert back.amount == amount
    assert agree(there, back)


@given(
    amounts, amounts, st.sampled_from(["FT", "MI", "M", "IN"]), st.sampled_from(["CentiM", "KiloM"])
)
def test_a_change_of_unit_never_changes_a_relation(
    left: Decimal, right: Decimal, unit: str, other: str
) -> None:
    here = (of(left, unit), of(right, unit))
    there = tuple(converted(one, of("1", other)) for one in here)
    assert agree(*here) is agree(there[0], there[1])
    metre = of(left, "M")
    assert agree(metre, of(right, "M")) is agree(metre, converted(of(right, "M"), of("1", other)))


@given(amounts, amounts, st.sampled_from(list(PINT)), st.sampled_from(list(PINT)))
def test_agreement_is_symmetric_and_every_quantity_agrees_with_itself(
    left: Decimal, right: Decimal, unit: str, other: str
) -> None:
    one, two = of(left, unit), of(right, other)
    assert agree(one, two) is agree(two, one)
    assert convertible(one, two) is convertible(two, one)
    assert agree(one, one)


def test_width_is_that_of_the_bounds_in_the_base_unit() -> None:
    assert width(of("5", "KiloM", lower="4", upper="6")) == 2000
    assert width(of("5", "KiloM")) == 0
    unknown = Scale(iri("money"), None)
    assert width(Quantity(amount=Decimal(5), lower=Decimal(4), scale=unknown)) == 1


def test_a_scale_without_a_factor_converts_nothing() -> None:
    assert Scale(iri("money"), None).base(Decimal(5)) is None


def test_converted_bounds_follow() -> None:
    found = converted(of("5", "KiloM", lower="4", upper="6"), of("1", "M"))
    assert found == of("5000", "M", lower="4000", upper="6000")
