from dataclasses import replace

from tertium.compare import united
from tertium.compare.align import align
from tertium.model.alignment import Alignment, Declaration, Tie
from tertium.model.description import Description
from tertium.model.statement import Rank, Reference, Source, Statement
from tertium.model.terms import Iri
from tests.compare.builders import IDEOLOGY, Fact, fact, iri, person, prop, thing, year

LINK = (iri("ann"), Iri("http://www.w3.org/2002/07/owl#sameAs"), iri("twin"))
LENIN, MARX = thing("Leninism"), thing("Marxism")


def cited(one: Statement, source: str) -> Statement:
    return replace(one, references=(Reference(Source(iri=iri(source), label=source)),))


def linked(own: list[Fact], others: list[Fact]) -> Description:
    ann, twin = person("ann", *own), person("twin", *others)
    theirs = (
        replace(cited(one, "theirs"), subject=ann.iri, subject_links=(LINK,))
        for one in twin.statements
    )
    ours = tuple(cited(one, "ours") for one in ann.statements)
    return replace(ann, statements=(*ours, *theirs))


def told(one: Description) -> list[tuple[str, list[str]]]:
    return [
        (s.iri.rpartition("/")[2], [r.source.label for r in s.references]) for s in one.statements
    ]


def test_what_two_graphs_state_is_stated_once_with_both_sources() -> None:
    found = united(linked([fact(LENIN)], [fact(LENIN), fact(MARX)]), Alignment())
    assert told(found) == [("ann-1", ["ours", "theirs"]), ("twin-2", ["theirs"])]


def test_who_says_more_of_the_circumstances_speaks_for_both() -> None:
    dated, other = fact(LENIN, start=year(1900)), fact(LENIN, start=year(1901))
    assert told(united(linked([fact(LENIN)], [dated]), Alignment())) == [
        ("twin-1", ["ours", "theirs"])
    ]
    assert len(united(linked([other], [dated]), Alignment()).statements) == 2


def test_what_one_graph_states_twice_stays() -> None:
    alone = replace(linked([fact(LENIN), fact(LENIN)], []))
    assert united(alone, Alignment()) == alone
    both = linked([fact(LENIN), fact(LENIN)], [fact(LENIN)])
    assert told(united(both, Alignment())) == [("ann-1", ["ours", "theirs"]), ("ann-2", ["ours"])]


def test_properties_that_ask_the_same_are_one() -> None:
    creed = prop("creed")
    known = Alignment.of([Declaration(creed.iri, Tie.EQUIVALENT, IDEOLOGY.iri)])
    both = linked([fact(LENIN)], [fact(LENIN, creed)])
    assert len(united(both, known).statements) == 1
    assert len(united(both, Alignment()).statements) == 2


def test_a_rank_weighs_only_within_its_own_graph() -> None:
    best = fact(MARX, rank=Rank.PREFERRED)
    both = linked([fact(LENIN)], [best, fact(LENIN)])
    assert len(united(both, Alignment()).statements) == 3
    assert len(united(linked([fact(MARX)], [best]), Alignment()).statements) == 1
    (line,) = align([both])
    assert [s.iri.rpartition("/")[2] for s in line.sayings[0].best] == ["ann-1", "twin-1"]
    assert [s.iri.rpartition("/")[2] for s in line.sayings[0].outranked] == ["twin-2"]
