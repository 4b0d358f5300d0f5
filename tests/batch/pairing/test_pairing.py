from itertools import combinations
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

import tertium
from tertium.api import KnowledgeGraph
from tertium.batch import OfClass, OfQuery, OfTable
from tertium.batch.pairing import Pairs
from tertium.batch.pairing.classes import comparable_pairs
from tertium.errors import BadQueryError, UnknownColumnError, UnknownEntityError
from tertium.model.terms import Iri
from tertium.queries.holding import stated_of_kinds
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore, to_graph

STALIN, TROTSKY = (f"https://w3id.org/tertium/id/{name}" for name in ("stalin", "trotsky"))
PERSON = Iri("https://w3id.org/tertium/ontology#Person")
MASKS = st.lists(st.integers(min_value=0, max_value=255), max_size=12)


def written(folder: Path, text: str) -> Path:
    path = folder / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    return path


def named(pairs: Pairs, kg: KnowledgeGraph) -> list[tuple[str, ...]]:
    return list(pairs.named(kg))


@pytest.mark.parametrize(
    "text",
    [
        "Joseph Stalin,Leon Trotsky\n",
        "first,second\nJoseph Stalin,Leon Trotsky\n",
        f"one\ttwo\n{STALIN}\tex:trotsky\n",
        "\ufeffone;two\r\nex:stalin;ex:trotsky\r\n;\r\n",
    ],
)
def test_a_table_needs_no_explanation(kg: KnowledgeGraph, tmp_path: Path, text: str) -> None:
    table = OfTable(path=written(tmp_path, text))
    assert not table.asked
    pairs = [pair for pair in named(table, kg) if pair]
    assert pairs == [(STALIN, TROTSKY)]


def test_whoever_wrote_a_first_line_is_told_that_it_is_a_head(
    kg: KnowledgeGraph, tmp_path: Path
) -> None:
    told: list[object] = []
    path = written(tmp_path, "Jospeh Stalin,Leon Trotzky\nex:stalin,ex:trotsky\n")
    assert named(OfTable(path=path, left_out=told.append), kg) == [(STALIN, TROTSKY)]
    assert told == [["Jospeh Stalin", "Leon Trotzky"]]


def test_words_of_the_ontology_are_not_compared(kg: KnowledgeGraph) -> None:
    facets = Iri("https://w3id.org/tertium/ontology#Facet")
    assert stated_of_kinds(kg.reader, [facets]) == {}


def test_one_thing_of_two_names_is_no_pair() -> None:
    said = "a <urn:C> ; <urn:p> 1 ; <urn:q> 2 ; <urn:r> 3"
    same = "<urn:a> <http://www.w3.org/2002/07/owl#sameAs> <urn:a2> ."
    graph = rdflib.Graph().parse(
        data=" ".join((*(f"<urn:{one}> {said} ." for one in ("a", "a2", "b")), same)),
        format="turtle",
    )
    assert named(OfClass(kind="urn:C", floor=1), tertium.open(graph)) == [("urn:a", "urn:b")]


def test_a_head_is_what_is_said_to_be_one(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = written(tmp_path, "ex:stalin,ex:trotsky\nnobody,no one\n")
    assert named(OfTable(path=path, headed=True), kg) == [("nobody", "no one")]
    path = written(tmp_path, "a,b\nex:stalin,ex:trotsky\n")
    assert named(OfTable(path=path, headed=False), kg) == [("a", "b"), (STALIN, TROTSKY)]


def test_columns_are_chosen_by_name_or_place(kg: KnowledgeGraph, tmp_path: Path) -> None:
    path = written(tmp_path, "note,a,b\nx,ex:stalin,ex:trotsky\n")
    assert named(OfTable(path=path, columns=("a", "3")), kg) == [(STALIN, TROTSKY)]
    with pytest.raises(UnknownColumnError):
        named(OfTable(path=path, columns=("c",)), kg)


def test_what_comes_again_is_left_out(kg: KnowledgeGraph, tmp_path: Path) -> None:
    again = "Joseph Stalin,Leon Trotsky\nex:trotsky,ex:stalin\nNobody,ex:stalin\nNobody,ex:stalin\n"
    assert named(OfTable(path=written(tmp_path, again)), kg) == [
        (STALIN, TROTSKY),
        ("Nobody", "ex:stalin"),
    ]


def test_a_query_answers_pairs(kg: KnowledgeGraph) -> None:
    query = "SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (ex:stalin 'Leon Trotsky' UNDEF) } }"
    assert named(OfQuery(query), kg) == [(STALIN, TROTSKY)]
    assert OfQuery(query).asked == {"query": query}
    saved = kg.queries["batch/stated"]
    assert OfQuery(saved).asked == {"query": saved.text}
    assert named(OfQuery("SELECT ?a ?b { VALUES ?a { ex:stalin } BIND(BNODE() AS ?b) }"), kg)
    with pytest.raises(BadQueryError):
        named(OfQuery("ASK { ?a ?b ?c }"), kg)


def test_a_class_is_paired_with_itself(kg: KnowledgeGraph) -> None:
    found = named(OfClass(kind="tt:Person", floor=1), kg)
    assert (STALIN, TROTSKY) in found
    assert len({frozenset(pair) for pair in found}) == len(found)
    assert all(one != other for one, other in found)
    assert named(OfClass(kind="person", floor=1, limit=10_000), kg) == found


def test_a_limit_keeps_those_that_share_most(kg: KnowledgeGraph) -> None:
    best = OfClass(kind="tt:Person", limit=1)
    assert named(best, kg) == [(STALIN, TROTSKY)]
    assert best.asked == {"class": "tt:Person", "floor": 3, "limit": 1}
    assert not named(OfClass(kind="tt:Person", floor=500), kg)
    assert not named(OfClass(kind="tt:Person", floor=500, limit=5), kg)


def test_a_class_that_is_none_is_told(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError):
        named(OfClass(kind="Nobody At All"), kg)


def test_a_query_finds_what_lookups_find(kg: KnowledgeGraph) -> None:
    asked = Reader(RdflibStore(to_graph(kg.reader.store)), kg.queries)
    mine, theirs = (stated_of_kinds(one, [PERSON]) for one in (kg.reader, asked))
    assert mine == theirs
    assert mine


@given(masks=MASKS, floor=st.integers(0, 4))
def test_all_pairs_have_as_much_in_common_as_is_wanted(masks: list[int], floor: int) -> None:
    expected = [
        (one, other)
        for one, other in combinations(range(len(masks)), 2)
        if (masks[one] & masks[other]).bit_count() >= floor
    ]
    assert list(comparable_pairs(masks, floor=floor)) == expected


@given(masks=MASKS, floor=st.integers(0, 4), limit=st.integers(1, 9))
def test_the_best_pairs_are_those_with_most_in_common(
    masks: list[int], floor: int, limit: int
) -> None:
    def common(pair: tuple[int, int]) -> int:
        return (masks[pair[0]] & masks[pair[1]]).bit_count()

    found = list(comparable_pairs(masks, floor=floor, limit=limit))
    every = sorted(map(common, comparable_pairs(masks, floor=floor)), reverse=True)
    assert sorted(map(common, found), reverse=True) == every[:limit]
    assert found == sorted(set(found))
