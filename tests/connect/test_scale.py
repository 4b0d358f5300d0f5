import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.terms import Iri
from tests.connect.builders import scale


@pytest.mark.parametrize(("population", "most"), [(9, 8), (10_000, 100), (10**9, 1000)])
def test_a_hub_is_what_has_more_around_it_than_the_root_of_all(population: int, most: int) -> None:
    assert scale(population).most == most


def test_a_property_whose_values_are_crowded_carries_nothing() -> None:
    weighed = scale(crowding={"citizenship": 101.0, "teacher": 2.0}, silent="gender")
    carried = [weighed.carries(Iri(f"urn:{p}")) for p in ("citizenship", "teacher", "gender", "x")]
    assert carried == [False, True, False, True]


def test_a_rare_value_of_a_common_property_tells_less() -> None:
    weighed = scale(crowding={"party": 100.0})
    assert weighed.inward(Iri("urn:party"), 4) > weighed.inward(Iri("urn:teacher"), 4)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**9))
def test_what_more_have_costs_more(one: int, other: int, population: int) -> None:
    weighed, low, high = scale(population), min(one, other), max(one, other)
    assert 0 <= weighed.outward(low) <= weighed.outward(high)
    assert 0 <= weighed.inward(Iri("urn:p"), low) <= weighed.inward(Iri("urn:p"), high)
