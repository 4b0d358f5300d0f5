import pytest

from tertium.model.statement import Rank
from tertium.model.terms import Iri
from tertium.queries.lookups import LookupGatherer
from tertium.queries.prefixes import PREFIXES
from tertium.queries.shapes.stated import NOTHING, SOMETHING, Stated
from tertium.queries.shapes.wikibase import claims, is_full_value
from tertium.store.surroundings import Surroundings
from tests.queries.builders import around, fixture, item

LIVIA, MAREK = item(9_000_001), item(9_000_002)
AROUND = LookupGatherer(fixture("wikibase.ttl")).about((LIVIA, MAREK))


def wd(name: str) -> Iri:
    return Iri(PREFIXES["wd"] + name)


def value(name: str) -> Iri:
    return Iri(f"http://www.wikidata.org/value/{name}")


def claim(entity: Iri, end: str) -> Stated:
    return next(one for one in claims(entity, AROUND) if one.iri.endswith(end))


@pytest.mark.parametrize(
    ("end", "rank"),
    [
        ("p569-ides", Rank.PREFERRED),
        ("p569-year", Rank.NORMAL),
        ("p569-wrong", Rank.DEPRECATED),
    ],
)
def test_every_rank_is_read(end: str, rank: Rank) -> None:
    stated = claim(LIVIA, end)
    assert (stated.rank, stated.subject, stated.predicate) == (rank, LIVIA, wd("P569"))
    assert stated.node is not None


def test_a_claim_is_said_by_the_link_and_by_its_value() -> None:
    stated = claim(LIVIA, "p31-human")
    assert stated.triples == (
        (LIVIA, Iri(PREFIXES["p"] + "P31"), stated.iri),
        (stated.iri, Iri(PREFIXES["ps"] + "P31"), wd("Q5")),
    )


def test_some_value_is_a_blank_node_or_a_skolem_iri() -> None:
    blank, skolem = claim(LIVIA, "p22-unknown"), claim(MAREK, "p25-unknown")
    assert (blank.term, len(blank.triples)) == (SOMETHING, 1)
    assert (skolem.term, len(skolem.triples)) == (SOMETHING, 2)


def test_no_value_is_a_class_of_the_claim() -> None:
    stated = claim(MAREK, "p26-none")
    assert (stated.term, stated.predicate) == (NOTHING, wd("P26"))
    assert [triple[2] for triple in stated.triples] == [stated.iri, f"{PREFIXES['p']}novalue/P26"]


def test_qualifiers_have_their_full_values() -> None:
    parts = {part.predicate: part for part in claim(MAREK, "p39-first").qualifiers}
    assert parts[wd("P580")].node == value("t1930m01m01t000000zp9")
    assert parts[wd("P582")].node == value("t1934m05m09t000000zp11")
    assert parts[wd("P1365")].node is None


def test_of_two_values_each_finds_its_own_node() -> None:
    nodes = {str(part.term): part.node for part in claim(LIVIA, "p39-both").qualifiers}
    assert sorted(map(str, nodes.values())) == [
        value("t1930m01m01t000000zp9"),
        value("t1934m05m09t000000zp11"),
    ]


def test_of_two_nodes_of_one_value_it_is_the_same_in_whatever_order() -> None:
    full = "<http://www.wikidata.org/prop/qualifier/value/P2>"
    year, day = f"<{value('year')}>", f"<{value('day')}>"
    said = f"pq:P2 '1921' ; {full} {year} , {day} . {year} wikibase:timeValue '1921' ."
    turtle = f"wd:Q1 p:P1 s:1 . s:1 wikibase:rank wikibase:NormalRank ; ps:P1 wd:Q2 ; {said}"
    known = around(f"{turtle} {day} wikibase:timeValue '1921' .")
    turned = Surroundings({node: arcs[::-1] for node, arcs in known.triples.items()})
    for one in (known, turned):
        (stated,) = claims(wd("Q1"), one)
        assert [part.node for part in stated.qualifiers] == [value("day")]


def test_a_qualifier_may_be_unknown_or_none() -> None:
    parts = {part.predicate: part.term for part in claim(MAREK, "p39-second").qualifiers}
    assert (parts[wd("P582")], parts[wd("P1365")]) == (NOTHING, SOMETHING)


def test_references_lead_to_their_nodes() -> None:
    assert {ref.rpartition("/")[2] for ref in map(str, claim(LIVIA, "p569-ides").references)} == {
        "annals",
        "web",
    }


@pytest.mark.parametrize(
    "turtle",
    [
        "wd:Q1 p:P1 s:1 . s:1 ps:P1 wd:Q2 .",
        "wd:Q1 p:P1 s:1 . s:1 wikibase:rank wikibase:Odd ; ps:P1 wd:Q2 .",
        "wd:Q1 p:P1 s:1 . s:1 wikibase:rank wikibase:NormalRank ; ps:P2 wd:Q2 .",
        "wd:Q1 p:P1 [ wikibase:rank wikibase:NormalRank ; ps:P1 wd:Q2 ] .",
        "wd:Q1 p:P1 'text' ; p:x s:1 ; wdt:P1 wd:Q2 .",
    ],
)
def test_what_is_no_whole_claim_states_nothing(turtle: str) -> None:
    assert not list(claims(wd("Q1"), around(turtle)))


def test_another_wikibase_has_its_own_addresses() -> None:
    turtle = """@prefix w: <https://base.example/prop/> .
    @prefix e: <https://base.example/entity/> .
    e:Q1 w:P7 s:1 . s:1 wikibase:rank wikibase:NormalRank ;
        <https://base.example/prop/statement/P7> e:Q2 ;
        <https://base.example/prop/qualifier/P8> 'x' ; <https://base.example/prop/other/P9> 'y' ."""
    (stated,) = claims(Iri("https://base.example/entity/Q1"), around(turtle))
    assert stated.predicate == "https://base.example/entity/P7"
    assert [part.predicate for part in stated.qualifiers] == ["https://base.example/entity/P8"]


def test_only_statements_and_qualifiers_have_full_values() -> None:
    base = "http://www.wikidata.org/prop/"
    assert is_full_value(Iri(f"{base}statement/value/P569"))
    assert is_full_value(Iri(f"{base}qualifier/value/P580"))
    for path in ("statement/P569", "reference/value/P813", "statement/value-normalized/P2046"):
        assert not is_full_value(Iri(base + path))
