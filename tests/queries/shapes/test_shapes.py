from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.shape import Shape
from tertium.model.terms import Iri
from tertium.queries.lookups import LookupGatherer
from tertium.queries.shapes import stated_of
from tertium.store.surroundings import Surroundings
from tests.queries.builders import around, ex, fixture, item, place, town

ALL = frozenset(Shape)
ENTITIES = {
    "graph.ttl": (ex("stalin"), ex("trotsky")),
    "wikibase.ttl": (item(9_000_001), item(9_000_002), item(9_000_003)),
    "plain.ttl": (place("alder"), place("birch"), place("cedar")),
}
AROUND = {name: LookupGatherer(fixture(name)).about(iris) for name, iris in ENTITIES.items()}


def test_a_graph_may_mix_its_shapes() -> None:
    known = around("""ex:a ex:p ex:b ; ex:q ex:c ; wdt:P1 wd:Q1 ; wdt:P2 wd:Q2 ; p:P1 s:2 .
        s:1 rdf:subject ex:a ; rdf:predicate ex:p ; rdf:object ex:b .
        s:3 rdf:subject ex:other ; rdf:predicate ex:p ; rdf:object ex:b .
        s:2 wikibase:rank wikibase:NormalRank ; ps:P1 wd:Q3 .""")
    told = {
        shapes: sorted(str(one.term) for one in stated_of((ex("a"),), known, shapes))
        for shapes in (ALL, *(frozenset({shape}) for shape in Shape))
    }
    b, c, *items = ex("b"), ex("c"), *map(item, (1, 2, 3))
    assert told == {
        ALL: sorted([b, c, items[1], items[2]]),
        frozenset({Shape.TERTIUM}): [b],
        frozenset({Shape.WIKIBASE}): [items[2]],
        frozenset({Shape.PLAIN}): sorted([b, c, items[0], items[1]]),
    }


def test_a_member_named_twice_is_stated_once() -> None:
    assert len(stated_of((ex("a"),), around("ex:a ex:p ( ex:b ex:b ) ."), ALL)) == 1


def test_asserted_and_unasserted_triples_are_told_apart() -> None:
    twins = {
        (one.subject, one.term): one
        for one in stated_of(ENTITIES["plain.ttl"], AROUND["plain.ttl"], ALL)
        if one.predicate == town("twinTown")
    }
    assert {(s.rpartition("/")[2], str(o).rpartition("/")[2]) for s, o in twins} == {
        *(("alder", "birch"), ("alder", "cedar"), ("birch", "alder"), ("birch", "cedar")),
    }
    assert len(twins[place("alder"), place("cedar")].qualifiers) == 2
    assert twins[place("alder"), place("birch")].iri.endswith("/twins")


def shuffled(known: Surroundings, chance: Random) -> Surroundings:
    triples = [(s, p, o) for s, arcs in known.triples.items() for p, o in arcs]
    chance.shuffle(triples)
    return Surroundings.of(triples)


@pytest.mark.parametrize("name", ENTITIES)
@given(chance=st.randoms(use_true_random=False))
@settings(deadline=None)
def test_shuffling_triples_changes_nothing(name: str, chance: Random) -> None:
    mixed = shuffled(AROUND[name], chance)
    assert told(mixed, ENTITIES[name]) == told(AROUND[name], ENTITIES[name])


def told(known: Surroundings, entities: Sequence[Iri]) -> set[object]:
    return {
        (one.iri, one.predicate, one.term, one.rank, frozenset(one.qualifiers), one.node)
        for one in stated_of(entities, known, ALL)
    }
