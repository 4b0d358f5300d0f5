from dataclasses import replace

import pytest

from tertium.model.description import Description

from .builders import (
    NONE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    fact,
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
