from dataclasses import replace

from tertium.compare import connections
from tertium.model.description import Description
from tertium.model.statement import Rank

from .builders import day, fact, iri, person, prop, thing, year

ALLY = prop("ally of", symmetric=True)
EXPELLED = prop("expelled by")
STALIN, TROTSKY, LENIN = thing("Stalin"), thing("Trotsky"), thing("Lenin")


def linked(*people: Description) -> list[str]:
    return [
        statement.iri.rpartition("/")[2]
        for connection in connections(people)
        for statement in connection.path
    ]


def test_statements_between_comparands_are_sorted_by_date_then_iri() -> None:
    trotsky = person(
        "Trotsky",
        fact(STALIN, prop("opponent of")),
        fact(STALIN, EXPELLED, time=day(1929, 2, 11)),
        fact(LENIN, prop("influenced by"), start=year(1903)),
        fact(thing("Kirov"), EXPELLED),
        fact(year(1879), prop("born")),
    )
    stalin = person("Stalin", fact(LENIN, prop("influenced by")))
    found = linked(trotsky, stalin, person("Lenin"))
    assert found == ["Trotsky-3", "Trotsky-2", "Stalin-1", "Trotsky-1"]
    assert found == linked(person("Lenin"), stalin, trotsky)


def test_the_same_from_both_sides_is_told_once() -> None:
    trotsky = person(
        "Trotsky",
        fact(LENIN, ALLY, start=year(1917), end=year(1924)),
        fact(LENIN, ALLY, start=year(1902)),
    )
    lenin = person(
        "Lenin",
        fact(TROTSKY, ALLY, start=year(1917), end=year(1924)),
        fact(TROTSKY, ALLY, start=year(1903)),
    )
    assert linked(trotsky, lenin) == ["Trotsky-2", "Lenin-2", "Lenin-1"]


def test_each_side_of_a_one_way_property_is_told() -> None:
    found = linked(
        person("Stalin", fact(TROTSKY, EXPELLED)), person("Trotsky", fact(STALIN, EXPELLED))
    )
    assert found == ["Stalin-1", "Trotsky-1"]


def test_a_twin_of_a_comparand_is_the_comparand() -> None:
    trotsky = person("Trotsky", fact(thing("Trotsky"), EXPELLED), same_as=(iri("Q33391"),))
    assert linked(person("Stalin", fact(thing("Q33391"), EXPELLED)), trotsky) == ["Stalin-1"]


def test_outranked_statements_link_nobody() -> None:
    stalin = person("Stalin", fact(TROTSKY, ALLY), fact(LENIN, ALLY, rank=Rank.PREFERRED))
    assert linked(stalin, person("Trotsky")) == []


def test_a_judgement_is_no_connection() -> None:
    inspired = replace(prop("inspired"), judgement=True)
    stalin = person("Stalin", fact(LENIN, inspired), fact(LENIN, ALLY))
    assert linked(stalin, person("Lenin")) == ["Stalin-2"]
