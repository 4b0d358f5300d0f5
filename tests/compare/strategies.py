"""Any comparands: few properties and values, so that they meet often."""

from decimal import Decimal

from hypothesis import strategies as st

from tertium.model.dates import Date, Precision
from tertium.model.description import Description
from tertium.model.statement import Rank
from tertium.model.values import Quantity, Text, Value

from .builders import (
    NONE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    Fact,
    day,
    fact,
    person,
    prop,
    thing,
    year,
)

__all__ = ["comparands"]

_NAMES = ("p0", "p1", "p2", "p3", "p4")
_VALUES: tuple[Value, ...] = (
    *map(thing, ("Stalinism", "Trotskyism", "Leninism", "Luxemburgism", "Fabianism", "monarchism")),
    *map(thing, _NAMES[:2]),
    year(-43),
    year(1878),
    Date(year=1878, month=12),
    day(1878, 12, 18),
    day(1878, 5, 1),
    Date(year=1871, precision=Precision.DECADE),
    Quantity(amount=Decimal(3)),
    Quantity(amount=Decimal(4), lower=Decimal(2), upper=Decimal(6)),
    Quantity(amount=Decimal(7), lower=Decimal(5), upper=Decimal(9)),
    Text("Koba", "en"),
    Text("Koba", "ka"),
    NONE,
    UNKNOWN,
)
_PROPERTIES = (
    prop("ideology"),
    prop("spouse", domain=(PERSON,)),
    prop("born", functional=True),
    prop("ally", symmetric=True),
)
_dates = st.none() | st.sampled_from([year(1917), year(1919), year(1926), day(1922, 4, 3)])


@st.composite
def _facts(draw: st.DrawFn) -> Fact:
    dates = {"start": draw(_dates), "end": draw(_dates)}
    return fact(
        draw(st.sampled_from(_VALUES)),
        draw(st.sampled_from(_PROPERTIES)),
        rank=draw(st.sampled_from(Rank)),
        **{role: date for role, date in dates.items() if date},
    )


@st.composite
def comparands(draw: st.DrawFn, least: int = 1, most: int = len(_NAMES)) -> tuple[Description, ...]:
    """Draw from `least` to `most` people or organisations with statements of all ranks."""
    return tuple(
        person(
            name,
            *draw(st.lists(_facts(), max_size=9)),
            kind=draw(st.sampled_from([PERSON, PERSON, ORGANISATION])),
        )
        for name in _NAMES[: draw(st.integers(least, most))]
    )
