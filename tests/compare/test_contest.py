import pytest

from tertium.model.hierarchy import Hierarchy
from tertium.model.statement import Rank

from .builders import (
    IDEOLOGY,
    NONE,
    UNKNOWN,
    Fact,
    day,
    fact,
    iri,
    one,
    person,
    prop,
    rows,
    thing,
    year,
)

BORN = prop("born", functional=True)
EXACT, OFFICIAL = day(1878, 12, 18), day(1879, 12, 21)
PREFERRED, DEPRECATED = Rank.PREFERRED, Rank.DEPRECATED


@pytest.mark.parametrize(
    ("facts", "numbers"),
    [
        ([fact(EXACT, BORN), fact(OFFICIAL, BORN)], {1, 2}),
        ([fact(EXACT, BORN), fact(year(1878), BORN)], set()),
        ([fact(EXACT, BORN), fact(UNKNOWN, BORN)], set()),
        ([fact(EXACT, BORN, rank=PREFERRED), fact(OFFICIAL, BORN)], {1}),
        ([fact(EXACT, BORN, rank=PREFERRED), fact(NONE, BORN)], {1}),
        ([fact(EXACT, BORN), fact(OFFICIAL, BORN, rank=DEPRECATED)], set()),
        ([fact(thing("a")), fact(thing("b"))], set()),
        ([fact(thing("a"), rank=PREFERRED), fact(thing("b"))], set()),
        ([fact(thing("a"), rank=PREFERRED), fact(NONE)], set()),
        ([fact(thing("a")), fact(NONE)], {1, 2}),
        ([fact(NONE, rank=PREFERRED), fact(thing("a"))], set()),
        ([fact(UNKNOWN), fact(NONE)], {1, 2}),
        ([fact(NONE), fact(NONE)], set()),
        ([fact(thing("a"), disputedBy=thing("Getty")), fact(thing("b"))], {1}),
        ([fact(thing("a"), IDEOLOGY, disputedIn=thing("Origins"))], {1}),
    ],
)
def test_contradictions_and_disputes_are_contested(facts: list[Fact], numbers: set[int]) -> None:
    row = one(person("Stalin", *facts))
    assert {int(iri.rpartition("-")[2]) for iri in row.contested} == numbers


def test_what_one_comparand_contests_says_nothing_of_the_other() -> None:
    row = one(
        person("Stalin", fact(EXACT, BORN), fact(OFFICIAL, BORN)),
        person("Trotsky", fact(year(1879), BORN)),
    )
    assert {iri.rpartition("/")[2] for iri in row.contested} == {"Stalin-1", "Stalin-2"}


def test_a_place_within_another_contradicts_nothing() -> None:
    birthplace = prop("birthplace", functional=True)
    within = Hierarchy(wholes={iri("Wichita"): (thing("Kansas"),)})
    for other, count in (("Wichita", 0), ("Tulsa", 2)):
        facts = [fact(thing(name), birthplace) for name in ("Kansas", other)]
        for order in (facts, facts[::-1]):
            (row,) = rows(person("Hart", *order), hierarchy=within)
            assert len(row.contested) == count
