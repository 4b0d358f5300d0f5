from decimal import Decimal

import pytest

from tertium.model.pattern import Branch, Constant, Edge, Measured, Range
from tertium.model.statistics import Statistics
from tertium.patterns import Telling
from tests.patterns.builders import edge, iri, is_, recorded, something

HUMAN = iri("human")
STATISTICS = Statistics(
    class_sizes={HUMAN: 64, iri("city"): 16},
    having={(HUMAN, iri("p")): 32},
    sharing={(iri("p"), iri("x")): 8, (iri("p"), iri("everybody")): 500},
)
TELLING = Telling(
    statistics=STATISTICS,
    kind=HUMAN,
    population=256,
    names={iri("direct-p"): iri("p")},
    kinds=frozenset({iri("type")}),
)


@pytest.mark.parametrize(
    ("branch", "bits"),
    [
        (is_("p", "x"), 3),
        (is_("direct-p", "x"), 3),
        (is_("p", "never-counted"), 6),
        (is_("p", "everybody"), 0),
        (is_("type", "city"), 4),
        (Branch(Edge(iri("p"), inverse=True), Constant(iri("x"))), 3),
        (recorded("p"), 1),
        (recorded("q"), 6),
        (something("p", is_("p", "x")), 1 + 5 / 2),
        (something("p", is_("type", "city")), 1 + 4 / 2),
    ],
)
def test_what_is_rarer_tells_more(branch: Branch, bits: float) -> None:
    assert TELLING.bits(branch) == bits


@pytest.mark.parametrize(
    ("measured", "low", "high", "bits"),
    [
        (Measured.YEAR, 1870, 1879, 6.644),
        (Measured.YEAR, None, 1879, 1),
        (Measured.NUMBER, 5, 5, 10),
        (Measured.NUMBER, 4, 8, 1),
        (Measured.NUMBER, 0, 0, 10),
    ],
)
def test_a_narrow_range_tells_more(
    measured: Measured, low: int | None, high: int, bits: float
) -> None:
    bounds = Range(measured=measured, low=None if low is None else Decimal(low), high=Decimal(high))
    assert TELLING.bits(Branch(edge("p"), bounds)) == round(1 + bits, 3)


def test_without_a_class_only_values_tell() -> None:
    telling = Telling(statistics=STATISTICS, population=256)
    assert telling.bits(recorded("p")) == 0
    assert telling.bits(is_("p", "x")) == 5


def test_where_nothing_was_counted_nothing_tells() -> None:
    assert Telling(statistics=Statistics()).bits(is_("p", "x")) == 0
