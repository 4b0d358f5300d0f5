from decimal import Decimal

from tertium.compare.listing import FIRST, in_order
from tertium.compare.peers import Peers
from tertium.model.statistics import Statistics
from tertium.model.values import Entity, Quantity

from .builders import IDEOLOGY, PERSON, Fact, fact, iri, person, thing, year

COUNTED = Statistics(
    class_sizes={PERSON: 100},
    sharing={(IDEOLOGY.iri, iri("common")): 90, (IDEOLOGY.iri, iri("rare")): 2},
)
PEERS = Peers(PERSON, 100, COUNTED)
CODE = Entity(iri("Q7"), "Q7")


def listed(*values: Fact | Entity) -> list[str]:
    found = in_order(person("A", *values).statements, PEERS)
    return [s.value.label for s in found if isinstance(s.value, Entity)]


def test_the_dated_come_first_then_the_most_telling() -> None:
    dated = fact(thing("late"), start=year(1920)), fact(thing("early"), start=year(1910))
    undated = thing("common"), thing("alone"), CODE, thing("rare")
    assert listed(*undated, *dated) == ["early", "late", "rare", "common", "alone", "Q7"]


def test_without_peers_the_undated_go_by_label() -> None:
    who = person("A", thing("b"), thing("a"))
    assert [s.value for s in in_order(who.statements, None)] == [thing("a"), thing("b")]


def test_of_many_the_most_telling_come_first() -> None:
    years = [fact(thing(f"v{number}"), start=year(number)) for number in range(1900, 1908)]
    found = listed(*years, fact(thing("rare"), start=year(2000)))
    assert found[FIRST - 1] == "rare"
    assert found[FIRST:] == ["v1905", "v1906", "v1907"]


def test_of_amounts_the_latest_come_first_then_the_greatest() -> None:
    dated = [fact(amount(number), time=year(number)) for number in range(1900, 1908)]
    found = in_order(person("A", amount(7), *dated, amount(30)).statements, PEERS)
    numbers = [s.value.amount for s in found if isinstance(s.value, Quantity)]
    assert numbers == [*range(1902, 1908), 1900, 1901, 30, 7]


def amount(number: int) -> Quantity:
    return Quantity(amount=Decimal(number))
