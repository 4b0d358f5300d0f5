from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.identity import Clash, Identities, Identity, Link
from tertium.model.terms import Iri

SAME = Iri("http://www.w3.org/2002/07/owl#sameAs")


def iri(name: str) -> Iri:
    return Iri(f"http://{name[0]}.example/{name}")


def links(*pairs: str) -> list[Link]:
    return [(iri(one), SAME, iri(other)) for one, other in (pair.split("=") for pair in pairs)]


def groups(*pairs: str) -> list[str]:
    found = Identities.of(links(*pairs)).groups
    return sorted("=".join(sorted(one.rpartition("/")[2] for one in group)) for group in found)


def clashes(*pairs: str) -> set[str]:
    return {one.why for one in Identities.of(links(*pairs)).conflicts}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((), []),
        (("a1=a1",), []),
        (("a1=b1",), ["a1=b1"]),
        (("a1=q1", "b1=q1"), ["a1=b1=q1"]),
        (("q1=a1", "b1=q1", "c1=b1"), ["a1=b1=c1=q1"]),
        (("a1=b1", "a2=b2"), ["a1=b1", "a2=b2"]),
        (("a1=a2", "a2=q1", "a1=q1"), ["a1=a2=q1"]),
    ],
)
def test_what_is_linked_is_one(pairs: tuple[str, ...], expected: list[str]) -> None:
    assert groups(*pairs) == expected
    assert clashes(*pairs) == set()


def test_two_of_one_vocabulary_linked_to_one_item_are_neither() -> None:
    assert groups("a1=q1", "a2=q1", "b1=q1") == ["b1=q1"]
    assert groups("q1=a1", "a2=q1") == []
    assert clashes("a1=q1", "a2=q1", "b1=q1") == {Clash.SHARED.value}


def test_a_chain_between_two_of_one_vocabulary_joins_nothing() -> None:
    assert groups("a1=q1", "q1=b1", "b1=c1", "c1=a2", "a3=a1") == ["a1=a3"]
    assert clashes("a1=q1", "q1=b1", "b1=c1", "c1=a2") == {Clash.CHAIN.value}


def test_what_cannot_be_one_is_kept_apart() -> None:
    found = Identities.of(
        links("a1=q1", "a1=a2", "b1=b2"), apart=lambda one, _: one.startswith("http://a")
    )
    assert found.groups == (frozenset({iri("b1"), iri("b2")}),)
    assert [one.why for one in found.conflicts] == [Clash.KINDS.value]
    assert found.conflicts[0].iris == (iri("a1"), iri("a2"), iri("q1"))


def test_the_way_between_two_names_is_the_shortest() -> None:
    known = tuple(links("a1=q1", "b1=q1", "b1=c1", "a1=b1"))
    one = Identity(iri=iri("a1"), members=(iri("a1"), iri("b1")), others=(iri("q1"),), links=known)
    assert one.way(iri("a1"), iri("c1")) == (known[3], known[2])
    assert one.way(iri("a1"), iri("a1")) == one.way(iri("a1"), iri("z1")) == ()
    assert one.twins == (iri("b1"), iri("q1"))


def test_a_thing_without_links_is_itself() -> None:
    assert Identity.alone(iri("a1")).twins == ()
    assert Identity.alone(iri("a1")).members == (iri("a1"),)


NAMES = st.sampled_from(["a1", "a2", "b1", "b2", "c1", "q1", "q2"])


@settings(max_examples=60)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=9), st.randoms(use_true_random=False))
def test_order_and_direction_of_links_change_nothing(
    pairs: list[tuple[str, str]], chance: Random
) -> None:
    first = Identities.of((iri(a), SAME, iri(b)) for a, b in pairs)
    turned = [(b, a) if chance.random() < 1 / 2 else (a, b) for a, b in pairs]
    chance.shuffle(turned)
    again = Identities.of((iri(a), SAME, iri(b)) for a, b in turned)
    assert set(first.groups) == set(again.groups)
    assert first.conflicts == again.conflicts
    members = [one for group in first.groups for one in group]
    assert len(members) == len(set(members))
