from dataclasses import replace

import pytest

from tertium.model.description import Description
from tertium.model.statement import Reference, Source
from tertium.model.values import NoValue, SomeValue

from .builders import (
    NONE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    fact,
    iri,
    one,
    person,
    prop,
    thing,
)

C, M, S, T = (thing(name) for name in ("communism", "Marxism", "Stalinism", "Trotskyism"))
FOUR = [thing(name) for name in ("a", "b", "c", "d")]
SPOUSE = prop("spouse", domain=(PERSON,))


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([person("A", C)], "A has communism"),
        ([person("A", C), person("B", C)], "both have communism"),
        (
            [person("A", C, S), person("B", C)],
            "both have communism; recorded for A alone: Stalinism",
        ),
        (
            [person("A", S, M), person("B", T)],
            "A has Marxism and Stalinism; B has Trotskyism; the values of both meet in Leninism",
        ),
        ([person("A", C), person("B", thing("x"))], "A has communism; B has x"),
        (
            [person("A", C), person("B", NONE)],
            "A has communism; it is stated that there is none for B",
        ),
        (
            [person("A", C), person("B", UNKNOWN)],
            "A has communism; the value is stated to be unknown for B",
        ),
        (
            [person("A", fact(C, SPOUSE)), person("B", kind=ORGANISATION)],
            "A has communism; the property does not apply to B",
        ),
        ([person("A", C), person("B")], "A has communism; nothing is recorded for B"),
        ([person("A", NONE), person("B", NONE)], "it is stated that there is none for both"),
        ([person("A", *FOUR), person("B", *FOUR)], "both have 4 values"),
        (
            [person("A", *FOUR[:3]), person("B", FOUR[3])],
            "A has a, b and c; B has d",
        ),
    ],
)
def test_a_reason_says_who_has_what(people: list[Description], words: str) -> None:
    assert one(*people).reason == words


def test_of_three_those_who_share_are_named() -> None:
    people = [person("A", C, M), person("B", C, M), person("D", C, S)]
    assert (
        one(*people).reason
        == "all 3 have communism; A and B have Marxism; recorded for D alone: Stalinism"
    )


def test_people_are_called_by_their_short_names() -> None:
    stalin = replace(person("Joseph Stalin", C), short_name="Stalin")
    assert one(stalin, person("Trotsky")).reason == (
        "Stalin has communism; nothing is recorded for Trotsky"
    )


def why(*people: Description) -> list[str]:
    return [cell.why for cell in one(*people).cells]


def test_silence_is_said_to_be_silence() -> None:
    assert why(person("A", C), person("B")) == [
        "",
        "the graph has no statement of this property for B",
    ]


def test_what_does_not_apply_says_by_which_classes() -> None:
    assert why(person("A", fact(C, SPOUSE)), person("B", kind=ORGANISATION))[1] == (
        "spouse cannot hold of B: its domain is person, "
        "and the ontology declares person and organisation disjoint"
    )


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (NONE, "it is stated that there is none"),
        (UNKNOWN, "the value is stated to be unknown"),
    ],
)
@pytest.mark.parametrize(
    ("count", "by"),
    [
        (0, ", without a source"),
        (1, " by Work 0"),
        (2, " by Work 0 and Work 1"),
        (4, " by 4 sources"),
    ],
)
def test_none_and_unknown_are_said_by_somebody(
    value: NoValue | SomeValue, says: str, count: int, by: str
) -> None:
    told = person("A", value)
    works = [Source(iri=iri(f"work-{n}"), label=f"Work {n}") for n in range(count)]
    cited = replace(told.statements[0], references=tuple(map(Reference, works)))
    assert why(replace(told, statements=(cited,)), person("B", C))[0] == says + by


def test_more_than_three_of_many_are_counted() -> None:
    people = [person(name, C, thing(name)) for name in "ABCD"]
    assert one(*people, person("E")).reason == (
        "4 of 5 have communism; 4 values are each recorded for one alone; nothing is recorded for E"
    )
