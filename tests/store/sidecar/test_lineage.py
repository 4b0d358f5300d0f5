from collections.abc import Iterable
from itertools import chain

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.terms import Iri
from tests.store.sidecar.builders import counted

NAMES = [f"n{number}" for number in range(6)]
Pairs = list[tuple[str, str]]
pairs = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=10)


def ex(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def triples(predicate: str, found: Iterable[tuple[str, str]]) -> str:
    return "".join(f":{low} {predicate} :{high} . " for low, high in found)


def above(steps: Pairs, starts: Iterable[str]) -> set[str]:
    graph = nx.DiGraph(steps)
    graph.add_nodes_from(NAMES)
    return {end for start in starts for end in {start} | nx.descendants(graph, start)}


@settings(max_examples=40)
@given(pairs, pairs, st.lists(st.sampled_from(NAMES), min_size=1, max_size=8), pairs)
def test_each_statement_counts_once_for_all_above_its_value(
    kinds: Pairs, wholes: Pairs, values: list[str], types: Pairs
) -> None:
    said = [(f"e{number}", value) for number, value in enumerate(values)]
    text = triples("rdfs:subClassOf", kinds) + triples("tt:partOf", wholes) + triples("a", types)
    rarity = counted(text + triples(":likes", said)).statistics.rarity
    assert rarity is not None
    for name in NAMES:
        below = 0
        for value in values:
            starts = {value} | {kind for thing, kind in types if thing == value}
            below += name in above(kinds, starts) | above(wholes, [value])
        if name in {*chain(*kinds, *wholes), *(kind for _, kind in types)}:
            assert rarity.share(ex("likes"), ex(name)) == below / len(values)


def test_shares_are_those_of_links_alone() -> None:
    rarity = counted(
        "wd:Q64 wdt:P131 wd:Q183 . wd:Q183 wdt:P361 wd:Q46 . :a :born wd:Q64 ; :age 3 ."
        " :b :born wd:Q183 . :c :born wd:Q90 ; :died wd:Q64 ."
    ).statistics.rarity
    assert rarity is not None
    land = Iri("http://www.wikidata.org/entity/Q183")
    assert rarity.links[ex("born")] == 3
    assert dict(rarity.of_property)[ex("born"), land] == 2 / 3
    assert land in dict(rarity.of_all)
    assert dict(rarity.links)[ex("age")] == 0
