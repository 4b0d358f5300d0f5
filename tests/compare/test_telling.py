from dataclasses import replace

from tertium.compare import telling
from tertium.model.statistics import Statistics

from .builders import PERSON, day, fact, iri, person, prop, thing, year

COUNTED = Statistics(
    class_sizes={PERSON: 10},
    having={(PERSON, iri("occupation")): 10, (PERSON, iri("child")): 10},
    stated={(PERSON, iri("occupation")): 10, (PERSON, iri("child")): 50},
)
OCCUPATION, CHILD = prop("occupation"), prop("child")


def test_one_value_tells_more_than_one_among_many() -> None:
    who = person("A", fact(thing("x"), CHILD), fact(thing("y"), OCCUPATION))
    assert telling(who, COUNTED)[0].predicate == OCCUPATION


def test_a_second_value_of_a_property_waits() -> None:
    two = fact(thing("x"), OCCUPATION), fact(thing("y"), OCCUPATION)
    who = person("A", *two, fact(thing("z"), prop("unknown")))
    assert telling(who, COUNTED)[1].predicate.iri == iri("unknown")


def test_what_is_part_of_another_value_waits() -> None:
    who = person(
        "A",
        fact(year(1878), OCCUPATION),
        fact(day(1878, 12, 18), prop("birth")),
        fact(thing("x"), prop("unknown")),
    )
    assert [s.predicate.iri for s in telling(who, COUNTED)][-1] == OCCUPATION.iri


def test_to_be_pointed_at_tells_less() -> None:
    whole = person("A", fact(thing("x"), OCCUPATION))
    other = person("B", fact(thing("y"), OCCUPATION))
    pointed = replace(whole, statements=(*other.statements, *whole.statements))
    assert telling(pointed, COUNTED)[0].subject == iri("A")


def test_what_is_known_from_elsewhere_takes_its_place() -> None:
    who = person("A", fact(thing("x"), OCCUPATION))
    (kind,) = person("A-class", thing("Poet")).statements
    assert telling(who, COUNTED, others={kind: 9.0})[0] == kind
    assert telling(who, COUNTED, others={kind: 0.0})[-1] == kind
