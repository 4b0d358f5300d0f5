from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.equality import equal
from tertium.compare.nearness import Nearness
from tertium.model.dates import Date, Precision
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value

YEARS = st.integers(1878, 1890)
DATES = st.builds(
    Date,
    year=YEARS,
    month=st.none() | st.integers(1, 2),
    day=st.none() | st.integers(1, 2),
    precision=st.sampled_from([Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.DAY]),
)
AMOUNTS = st.integers(1, 4).map(Decimal)
UNITS = st.none() | st.just(Iri("urn:metre"))
BOUNDS = st.none() | AMOUNTS
QUANTITIES = st.builds(Quantity, amount=AMOUNTS, unit=UNITS, lower=BOUNDS, upper=BOUNDS)
VALUES: st.SearchStrategy[Value] = st.one_of(DATES, QUANTITIES)


@given(st.lists(VALUES))
def test_all_that_is_equal_is_near(known: list[Value]) -> None:
    nearness = Nearness.of(known)
    for value in known:
        near = nearness.near(value)
        assert {one for one in known if equal(value, one)} <= set(near) <= set(known)
