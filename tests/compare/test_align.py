from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.align import align
from tertium.model.alignment import Alignment, Declaration, Tie
from tertium.model.dates import Date
from tertium.model.schema import Property
from tertium.model.statement import Rank
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.model.verdict import Ranks

from .builders import IDEOLOGY, Fact, day, fact, iri, one, person, prop, thing, year

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


TRAPS = [
    ("employer", "employee"),
    ("commander of", "commanded by"),
    ("student", "student of"),
    ("influenced", "influenced by"),
    ("academic minor", "academic major"),
    ("military rank", "military branch"),
    ("place of birth", "birthplace"),
    ("name", "name"),
]


def declared(*rows: tuple[str, Tie, str]) -> Alignment:
    return Alignment.of(Declaration(iri(left), tie, iri(right)) for left, tie, right in rows)


@pytest.mark.parametrize(("left", "right"), TRAPS)
def test_labels_never_join_properties(left: str, right: str) -> None:
    one, other = prop("p"), replace(prop("q"), label=right)
    people = (
        person("a", fact(MARXISM, replace(one, label=left))),
        person("b", fact(MARXISM, other)),
    )
    assert len(align(people, alignment=declared(("x", Tie.EQUIVALENT, "y")))) == 2


def test_equivalent_properties_make_one_line_with_their_own_statements() -> None:
    ours, theirs = prop("ideology"), Property(iri=Iri("urn:creed"), label="creed")
    same = Alignment.of([Declaration(ours.iri, Tie.EQUIVALENT, theirs.iri)])
    people = [person("a", fact(MARXISM, theirs)), person("b", fact(LENINISM, ours))]
    for pair in (people, people[::-1]):
        (line,) = align(pair, alignment=same)
        assert line.predicate == ours
        assert {s.predicate for one in line.sayings for s in one.best} == {ours, theirs}


def test_ranks_are_weighed_within_a_vocabulary() -> None:
    other = Property(iri=Iri("urn:creed"), label="creed")
    same = Alignment.of([Declaration(IDEOLOGY.iri, Tie.EQUIVALENT, other.iri)])
    facts = (fact(MARXISM, rank=Rank.PREFERRED), fact(MAOISM), fact(LENINISM, other))
    (line,) = align([person("a", *facts)], alignment=same)
    (saying,) = line.sayings
    assert [s.value for s in saying.best] == [LENINISM, MARXISM]
    assert [s.value for s in saying.outranked] == [MAOISM]


def test_what_others_state_counts_only_with_an_alignment() -> None:
    child = prop("child")
    told = replace(person("a", fact(MARXISM)).statements[0], turned=child)
    people = (replace(person("a"), inward=(told,)), person("b", fact(LENINISM)))
    (line,) = align(people, alignment=Alignment())
    assert line.sayings[0].best == (told,)
    (line,) = align(people)
    assert line.sayings[0].best == ()


def test_of_dates_as_values_the_finer_comes_first() -> None:
    month, whole = Date(year=1940, month=8), day(1940, 8, 21)
    row = one(person("Trotsky", month, year(1940), whole, year(1879)))
    assert [s.value for s in row.evidence] == [year(1879), whole, month, year(1940)]


words = st.sampled_from([prop(name) for name in "abcd"])
iris = words.map(lambda word: word.iri)
rules = st.lists(st.builds(Declaration, iris, st.sampled_from(Tie), iris))
facts = st.lists(st.builds(fact, st.sampled_from([MARXISM, LENINISM]), words), max_size=4)


@given(rules, st.tuples(facts, facts, facts))
def test_whatever_is_declared_no_statement_is_lost(
    found: list[Declaration], told: tuple[list[Fact], ...]
) -> None:
    people = [person(name, *stated) for name, stated in zip("xyz", told, strict=True)]
    lines = align(people, alignment=Alignment.of(found))
    shown = {s.iri for line in lines for saying in line.sayings for s in saying.best}
    assert shown == {s.iri for one in people for s in one.statements}
