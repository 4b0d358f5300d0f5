from dataclasses import replace
from decimal import Decimal

import pytest

from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statistics import Statistics
from tertium.model.terms import Literal
from tertium.model.values import Coordinate, Entity, Identifier, Quantity, Value

from .builders import IDEOLOGY, NONE, ORGANISATION, PERSON, fact, iri, person, prop, rows, thing

COMMON, RARE = thing("human"), thing("member of the Politburo")
KILLED_BY = prop("killed by")
STATISTICS = Statistics(
    class_sizes={PERSON: 100, ORGANISATION: 2},
    having={(PERSON, IDEOLOGY.iri): 90, (PERSON, iri("rare")): 3},
    sharing={(IDEOLOGY.iri, COMMON.iri): 99, (IDEOLOGY.iri, RARE.iri): 2},
)


def score(*people: Description, statistics: Statistics = STATISTICS) -> float:
    (row,) = rows(*people, statistics=statistics)
    return row.salience


def pair(left: Value, right: Value, predicate: Property = IDEOLOGY) -> float:
    return score(person("A", fact(left, predicate)), person("B", fact(right, predicate)))


def test_a_rare_shared_value_outdoes_a_common_one() -> None:
    assert pair(RARE, RARE) > 2 * pair(COMMON, COMMON)


def test_a_difference_outdoes_what_nearly_everybody_shares() -> None:
    assert pair(thing("x"), thing("y")) > pair(COMMON, COMMON)


def test_a_usual_property_outdoes_an_unusual_one() -> None:
    x, y = thing("x"), thing("y")
    assert pair(x, y) > pair(x, y, prop("rare")) > pair(x, y, prop("never counted"))


def test_differing_values_of_a_functional_property_weigh_more() -> None:
    x, y = thing("x"), thing("y")
    assert pair(x, y, prop("rare", functional=True)) > pair(x, y, prop("rare"))


def test_a_difference_tells_little_where_everybody_has_a_value_of_their_own() -> None:
    x, y = thing("x"), thing("y")
    alone = Statistics(class_sizes={PERSON: 9}, having={(PERSON, IDEOLOGY.iri): 9})
    shared = replace(alone, sharing={(IDEOLOGY.iri, COMMON.iri): 9})
    people = person("A", x), person("B", y)
    assert score(*people, statistics=alone) < score(*people, statistics=shared)
    chance = replace(alone, sharing={(IDEOLOGY.iri, Literal("3")): 9})
    assert score(*people, statistics=chance) == score(*people, statistics=alone)


def test_amounts_tell_more_the_further_they_are_apart() -> None:
    few, more, many = (Quantity(amount=Decimal(number)) for number in (10, 11, 90))
    assert pair(few, few) < pair(few, more) < pair(few, many)


def test_what_has_no_name_tells_less() -> None:
    codes = Entity(iri("Q7"), "Q7"), Entity(iri("Q8"), "Q8")
    named = thing("x"), thing("y")
    assert pair(*codes) < pair(named[0], codes[1]) < pair(*named)
    (row,) = rows(person("A", codes[0]), person("B", codes[1]), statistics=STATISTICS)
    assert row.explanation is not None
    assert row.explanation.named < 1


def test_silence_weighs_less_than_a_stated_none() -> None:
    one_sided = score(person("A", thing("x")), person("B", NONE))
    assert score(person("A", thing("x")), person("B")) < one_sided < pair(thing("x"), thing("y"))


def test_what_does_not_apply_weighs_more_than_silence() -> None:
    spouse = prop("spouse", domain=(PERSON,))
    wed = person("A", fact(thing("x"), spouse))
    assert score(wed, person("B")) < score(wed, person("B", kind=ORGANISATION))


def test_what_both_lack_is_as_telling_as_it_is_rare() -> None:
    common = Statistics(class_sizes={PERSON: 9}, sharing={(IDEOLOGY.iri, Literal("none")): 9})
    nones = (person("A", NONE), person("B", NONE))
    assert score(*nones, statistics=common) < score(*nones)


def test_a_statement_from_comparand_to_comparand_weighs_more() -> None:
    trotsky = person("Trotsky")
    direct = score(person("Stalin", fact(thing("Trotsky"), KILLED_BY)), trotsky)
    assert direct > score(person("Stalin", fact(thing("Kirov"), KILLED_BY)), trotsky)


def test_a_comparand_that_names_itself_gains_nothing() -> None:
    trotsky = person("Trotsky")
    own = score(person("Stalin", fact(thing("Stalin"), KILLED_BY)), trotsky)
    assert own == score(person("Stalin", fact(thing("Kirov"), KILLED_BY)), trotsky)


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (replace(IDEOLOGY, quiet=True), RARE),
        (IDEOLOGY, Identifier("118642499")),
        (IDEOLOGY, Coordinate(Decimal(41), Decimal(44))),
    ],
)
def test_quiet_rows_come_after_all_others(predicate: Property, value: Value) -> None:
    quiet = pair(value, value, predicate)
    silent = score(person("A", fact(COMMON, prop("rare"))), *map(person, "BCDE"))
    assert quiet < 0.1 < silent


def test_without_statistics_every_row_still_has_a_score() -> None:
    assert 0 < score(person("A", RARE), person("B", RARE), statistics=Statistics()) < 1


def test_the_smallest_class_with_enough_members_is_the_peers() -> None:
    sizes = {PERSON: 100, ORGANISATION: 2, iri("Politician"): 10}
    having = {(iri("Politician"), IDEOLOGY.iri): 10, (PERSON, IDEOLOGY.iri): 1}
    statistics = Statistics(class_sizes=sizes, having=having)
    kinds = (PERSON, ORGANISATION, iri("Politician"))
    plain = person("A", RARE)
    politician = replace(plain, entity=replace(plain.entity, types=kinds))
    assert score(politician, statistics=statistics) > score(plain, statistics=statistics)


def test_an_empty_class_is_no_ground_for_frequency() -> None:
    empty = Statistics(class_sizes={PERSON: 0})
    assert score(person("A", RARE), statistics=empty) == score(
        person("A", RARE), statistics=Statistics()
    )


def test_a_score_lies_between_zero_and_one() -> None:
    everybody = Statistics(
        class_sizes={PERSON: 10},
        having={(PERSON, KILLED_BY.iri): 10},
        sharing={(KILLED_BY.iri, RARE.iri): 10},
    )
    left = person("A", fact(thing("B"), replace(KILLED_BY, functional=True)))
    right = person("B", fact(thing("A"), replace(KILLED_BY, functional=True)))
    (row,) = rows(left, right, statistics=everybody)
    assert 0.5 < row.salience <= 1.0
