from decimal import Decimal

from tertium.compare.listing import FIRST, Listing, listings
from tertium.compare.peers import Peers
from tertium.model.alignment import Alignment
from tertium.model.statistics import Statistics
from tertium.model.values import Entity, Quantity

from .builders import IDEOLOGY, PERSON, Fact, fact, iri, person, prop, thing, year

COUNTED = Statistics(
    class_sizes={PERSON: 100},
    sharing={(IDEOLOGY.iri, iri("common")): 90, (IDEOLOGY.iri, iri("rare")): 2},
)
PEERS = Peers(PERSON, 100, COUNTED)
CODE = Entity(iri("Q7"), "Q7")


def listed(*values: Fact | Entity) -> list[str]:
    found = Listing(PEERS).in_order(person("A", *values).statements)
    return [s.value.label for s in found if isinstance(s.value, Entity)]


def test_the_dated_come_first_then_the_best_known() -> None:
    dated = fact(thing("late"), start=year(1920)), fact(thing("early"), start=year(1910))
    undated = thing("common"), thing("alone"), CODE, thing("rare")
    assert listed(*undated, *dated) == ["early", "late", "common", "rare", "alone", "Q7"]


def test_without_peers_the_undated_go_by_label() -> None:
    who = person("A", thing("b"), thing("a"))
    assert [s.value for s in Listing().in_order(who.statements)] == [thing("a"), thing("b")]


def test_what_is_common_to_the_comparands_comes_first() -> None:
    left, right = (
        person("A", thing("common"), thing("rare"), CODE),
        person("B", thing("rare"), CODE),
    )
    first, second = listings((left, right), (PEERS, PEERS), Alignment())
    found = [s.value for s in first.in_order(left.statements)]
    assert found == [thing("rare"), thing("common"), CODE]
    assert [s.value for s in second.in_order(right.statements)] == [thing("rare"), CODE]


def test_the_other_comparand_comes_before_all() -> None:
    left, right = person("A", thing("common"), thing("B")), person("B", thing("common"))
    first, _ = listings((left, right), (PEERS, PEERS), Alignment())
    assert [s.value for s in first.in_order(left.statements)] == [thing("B"), thing("common")]


def test_a_value_is_common_in_properties_of_one_meaning() -> None:
    said = (thing("x"), thing("rare"))
    left, right = person("A", *said), person("B", fact(thing("x"), prop("credo")))
    same = Alignment(standing={prop("credo").iri: IDEOLOGY.iri, IDEOLOGY.iri: IDEOLOGY.iri})
    aligned, _ = listings((left, right), (PEERS, PEERS), same)
    apart, _ = listings((left, right), (PEERS, PEERS), Alignment())
    assert [s.value for s in aligned.in_order(left.statements)] == [thing("x"), thing("rare")]
    assert [s.value for s in apart.in_order(left.statements)] == [thing("rare"), thing("x")]


def test_of_many_the_best_known_come_first() -> None:
    years = [fact(thing(f"v{number}"), start=year(number)) for number in range(1900, 1908)]
    found = listed(*years, fact(thing("rare"), start=year(2000)), thing("common"))
    assert found[:FIRST] == ["v1900", "v1901", "v1902", "v1903", "rare", "common"]
    assert found[FIRST:] == ["v1904", "v1905", "v1906", "v1907"]


def test_a_story_is_told_year_by_year() -> None:
    years = [fact(thing(f"v{number}"), start=year(number)) for number in range(1900, 1908)]
    found = listed(*years, fact(thing("rare"), start=year(1890)), fact(thing("x"), end=year(1950)))
    assert found == ["rare", *(f"v{number}" for number in range(1900, 1908)), "x"]


def test_of_amounts_the_latest_come_first_then_the_greatest() -> None:
    dated = [fact(amount(number), time=year(number)) for number in range(1900, 1908)]
    found = Listing(PEERS).in_order(person("A", amount(7), *dated, amount(30)).statements)
    numbers = [s.value.amount for s in found if isinstance(s.value, Quantity)]
    assert numbers == [*range(1902, 1908), 1900, 1901, 30, 7]


def amount(number: int) -> Quantity:
    return Quantity(amount=Decimal(number))
