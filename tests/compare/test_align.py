import pytest

from tertium.compare.align import align
from tertium.model.dates import Date
from tertium.model.statement import Rank
from tertium.model.values import Value
from tertium.model.verdict import Ranks

from .builders import IDEOLOGY, day, fact, one, person, prop, thing, year

MARXISM, LENINISM, MAOISM = thing("Marxism"), thing("Leninism"), thing("Maoism")


def test_preferred_hides_normal_and_remembers_it() -> None:
    (line,) = align([person("Stalin", fact(MARXISM, rank=Rank.PREFERRED), fact(LENINISM))])
    assert [s.value for s in line.sayings[0].best] == [MARXISM]
    assert [s.value for s in line.sayings[0].outranked] == [LENINISM]


def test_rank_is_weighed_for_each_entity_and_property_alone() -> None:
    party = prop("party")
    lines = align(
        [
            person("Stalin", fact(MARXISM, rank=Rank.PREFERRED), fact(thing("CPSU"), party)),
            person("Trotsky", fact(LENINISM)),
        ]
    )
    assert [len(saying.best) for line in lines for saying in line.sayings] == [1, 1, 1, 0]
    assert [len(saying.outranked) for line in lines for saying in line.sayings] == [0] * 4


@pytest.mark.parametrize("ranks", [Ranks.BEST, Ranks.STANDING])
def test_a_property_with_deprecated_statements_only_makes_no_line(ranks: Ranks) -> None:
    assert align([person("Stalin", fact(MARXISM, rank=Rank.DEPRECATED))], ranks=ranks) == ()


def test_of_all_ranks_the_deprecated_make_a_line_too() -> None:
    (line,) = align([person("Stalin", fact(MARXISM, rank=Rank.DEPRECATED))], ranks=Ranks.ALL)
    assert (line.sayings[0].best, len(line.sayings[0].deprecated)) == ((), 1)


@pytest.mark.parametrize(
    ("ranks", "beside"),
    [(Ranks.BEST, ()), (Ranks.STANDING, (LENINISM,)), (Ranks.ALL, (LENINISM, MAOISM))],
)
def test_what_is_shown_beside_the_best(ranks: Ranks, beside: tuple[Value, ...]) -> None:
    said = (fact(MAOISM, rank=Rank.DEPRECATED), fact(LENINISM))
    (line,) = align([person("Stalin", fact(MARXISM, rank=Rank.PREFERRED), *said)], ranks=Ranks.ALL)
    assert tuple(s.value for s in line.sayings[0].beside(ranks)) == beside


def test_statements_are_sorted_by_date_then_label_and_the_undated_come_last() -> None:
    born = prop("born")
    row = one(
        person(
            "Stalin",
            LENINISM,
            thing("Bolshevism"),
            fact(thing("Z"), IDEOLOGY, time=day(1917, 11, 7)),
            fact(thing("Y"), IDEOLOGY, end=year(1917)),
            fact(thing("X"), IDEOLOGY, start=day(1898, 3, 1), end=year(1953)),
        )
    )
    labels = [s.value.label for s in row.evidence if isinstance(s.value, type(LENINISM))]
    assert labels == ["X", "Y", "Z", "Bolshevism", "Leninism"]
    dated = one(person("Caesar", fact(year(-43), born), fact(year(-99), born)))
    assert [s.value for s in dated.evidence] == [year(-99), year(-43)]


def test_of_dates_as_values_the_finer_comes_first() -> None:
    month, whole = Date(year=1940, month=8), day(1940, 8, 21)
    row = one(person("Trotsky", month, year(1940), whole, year(1879)))
    assert [s.value for s in row.evidence] == [year(1879), whole, month, year(1940)]
