from decimal import Decimal

import pytest

from tertium.model.comparison import CommonKind
from tertium.model.dates import Date
from tertium.model.values import Quantity, Value
from tertium.model.verdict import Relation

from .builders import (
    NONE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    day,
    fact,
    iri,
    one,
    person,
    prop,
    thing,
    year,
)

M, L, S, T, X, Y = (
    thing(name)
    for name in ("Marxism", "Leninism", "Stalinism", "Trotskyism", "monarchism", "republicanism")
)
NAMES = ("Stalin", "Trotsky", "Lenin", "Mao", "Tito")


@pytest.mark.parametrize(
    ("cells", "relation"),
    [
        ([(M,), (M,)], Relation.SAME),
        ([(M, L), (L, M)], Relation.SAME),
        ([(NONE,), (NONE,)], Relation.SAME),
        ([(M, UNKNOWN), (M,)], Relation.SAME),
        ([(M, S), (M, T)], Relation.OVERLAPPING),
        ([(M,), (M, T)], Relation.OVERLAPPING),
        ([(S,), (T,)], Relation.RELATED),
        ([(S,), (X,)], Relation.DIFFERENT),
        ([(S,), (NONE,)], Relation.ONE_SIDED),
        ([(S,), (UNKNOWN,)], Relation.ONE_SIDED),
        ([(S,), ()], Relation.INCOMPLETE),
        ([(UNKNOWN,), (UNKNOWN,)], Relation.INCOMPLETE),
        ([(NONE,), (UNKNOWN,)], Relation.INCOMPLETE),
        ([(NONE,), ()], Relation.INCOMPLETE),
        ([(UNKNOWN,), ()], Relation.INCOMPLETE),
        ([(UNKNOWN,)], Relation.SAME),
        ([(M,), (M,), (M,)], Relation.SAME),
        ([(NONE,), (NONE,), (NONE,)], Relation.SAME),
        ([(S,), (S,), (X,)], Relation.OVERLAPPING),
        ([(S,), (T,), (X,)], Relation.RELATED),
        ([(S,), (X,), (Y,)], Relation.DIFFERENT),
        ([(S,), (S,), (NONE,)], Relation.ONE_SIDED),
        ([(S,), (NONE,), ()], Relation.INCOMPLETE),
        ([(M,), (M,), (M, X), (M,), (M,)], Relation.OVERLAPPING),
        ([(M,), (M,), (M,), (M,), ()], Relation.INCOMPLETE),
        ([(M,), (NONE,), (UNKNOWN,), (M,), (X,)], Relation.ONE_SIDED),
    ],
)
def test_states_and_values_make_the_relation(
    cells: list[tuple[Value, ...]], relation: Relation
) -> None:
    people = [person(name, *values) for name, values in zip(NAMES, cells, strict=False)]
    assert one(*people).relation is relation


def test_a_property_that_does_not_apply_makes_the_row_one_sided() -> None:
    spouse = prop("spouse", domain=(PERSON,))
    party = person("Party", kind=ORGANISATION)
    row = one(person("Stalin", fact(thing("Nadezhda"), spouse)), party)
    assert row.relation is Relation.ONE_SIDED
    assert one(person("Lenin", fact(NONE, spouse)), party).relation is Relation.INCOMPLETE


def test_what_two_of_five_share_is_common_with_their_names() -> None:
    people = [person(name, value) for name, value in zip(NAMES, (X, M, Y, M, X), strict=True)]
    common = one(*people).common
    assert [(c.value, c.holders) for c in common] == [
        (M, (iri("Trotsky"), iri("Mao"))),
        (X, (iri("Stalin"), iri("Tito"))),
    ]


def test_what_two_share_is_named_though_the_third_is_silent() -> None:
    row = one(person("Stalin", M), person("Trotsky", M), person("Lenin"))
    assert row.relation is Relation.INCOMPLETE
    assert [c.holders for c in row.common] == [(iri("Stalin"), iri("Trotsky"))]


def test_an_ancestor_is_common_to_those_below_it() -> None:
    (common,) = one(person("Stalin", S), person("Trotsky", T), person("Nicholas", X)).common
    assert common.kind is CommonKind.ANCESTOR
    assert common.value == L
    assert common.holders == (iri("Stalin"), iri("Trotsky"))


def test_a_coarse_date_is_common_but_finer_ones_still_differ() -> None:
    born = prop("born")
    month = Date(year=1878, month=12)
    people = [
        person(name, fact(date, born))
        for name, date in zip(NAMES, (day(1878, 12, 18), year(1878), day(1878, 5, 1)), strict=False)
    ]
    assert one(*people).relation is Relation.OVERLAPPING
    assert one(*people[:2]).relation is Relation.SAME
    assert one(*people[:2]).common[0].value == year(1878)
    assert one(person("Mao", fact(month, born)), *people[:2]).relation is Relation.SAME


def test_two_dates_within_one_year_are_one_value_where_all_have_it() -> None:
    born = prop("born")
    exact = person("Stalin", fact(day(1878, 12, 18), born), fact(day(1878, 5, 1), born))
    row = one(exact, person("Trotsky", fact(year(1878), born)))
    assert row.relation is Relation.SAME
    assert [common.value for common in row.common] == [year(1878)]


def test_of_equal_quantities_the_least_exact_is_common() -> None:
    toll = prop("death toll")
    exact = Quantity(amount=Decimal(5))
    vague = Quantity(amount=Decimal(6), lower=Decimal(4), upper=Decimal(9))
    row = one(person("A", fact(exact, toll)), person("B", fact(vague, toll)))
    assert [common.value for common in row.common] == [vague]


def test_twins_are_one_value() -> None:
    rival = prop("rival")
    row = one(
        person("Stalin", fact(thing("Trotsky"), rival)),
        person("Lenin", fact(thing("Q33391"), rival)),
        person("Trotsky", fact(thing("Q33391"), rival), same_as=(iri("Q33391"),)),
    )
    assert row.relation is Relation.SAME
