from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.alignment import Alignment, Declaration, Tie
from tertium.model.terms import Iri

SAME, UNDER, TURNED = Tie.EQUIVALENT, Tie.NARROWER, Tie.INVERSE
NAMES = [f"{word}:{number}" for word in "abc" for number in range(3)]


def iri(name: str) -> Iri:
    vocabulary, _, word = name.partition(":")
    return Iri(f"https://{vocabulary}.example.org/{word}")


def aligned(*rows: tuple[str, Tie, str]) -> Alignment:
    return Alignment.of(Declaration(iri(left), tie, iri(right)) for left, tie, right in rows)


def joined(known: Alignment, *names: str) -> bool:
    return len({known.name(iri(name)) for name in names}) == 1


def test_a_chain_through_three_vocabularies_is_one_question() -> None:
    known = aligned(("a:born", SAME, "b:birthDate"), ("b:birthDate", SAME, "c:dateOfBirth"))
    assert joined(known, "a:born", "b:birthDate", "c:dateOfBirth")
    assert known.meaning(iri("c:dateOfBirth")) == tuple(
        map(iri, ("a:born", "b:birthDate", "c:dateOfBirth"))
    )


def test_what_is_said_to_equal_two_words_of_one_vocabulary_equals_neither() -> None:
    known = aligned(("a:seat", SAME, "b:location"), ("a:site", SAME, "b:location"))
    assert not joined(known, "a:seat", "b:location")
    assert not joined(known, "a:site", "b:location")


def test_a_chain_never_joins_two_words_of_one_vocabulary() -> None:
    known = aligned(("a:x", SAME, "b:x"), ("b:x", SAME, "c:x"), ("c:x", SAME, "a:y"))
    assert joined(known, "a:x", "b:x", "c:x")
    assert not joined(known, "a:x", "a:y")


def test_a_vocabulary_may_say_itself_that_two_words_are_one() -> None:
    assert joined(aligned(("a:author", SAME, "a:creator")), "a:author", "a:creator")


@pytest.mark.parametrize("order", [1, -1])
def test_no_property_equals_its_own_inverse(order: int) -> None:
    rows = [("a:parent", SAME, "b:child"), ("a:parent", TURNED, "b:child")]
    known = aligned(*rows[::order])
    assert not joined(known, "a:parent", "b:child")
    assert known.turned[iri("a:parent")] == (iri("b:child"),)


def test_each_narrower_than_the_other_is_equivalent() -> None:
    known = aligned(("a:x", UNDER, "b:x"), ("b:x", UNDER, "a:x"), ("a:x", UNDER, "a:x"))
    assert joined(known, "a:x", "b:x")
    assert not known.wider[known.name(iri("a:x"))]


def test_narrower_is_told_however_far_and_by_any_name() -> None:
    known = aligned(
        ("a:father", UNDER, "a:parent"),
        ("a:parent", SAME, "b:parent"),
        ("b:parent", UNDER, "c:kin"),
    )
    assert known.wider[iri("a:father")] == {known.name(iri("b:parent")), iri("c:kin")}


def test_a_shared_inverse_does_not_tell_father_from_mother() -> None:
    rows = (("a:father", TURNED, "a:child"), ("a:mother", TURNED, "a:child"))
    known = aligned(*rows)
    assert known.turned == {iri("a:child"): (iri("a:father"), iri("a:mother"))}
    wide = aligned(
        *rows,
        ("a:parent", TURNED, "a:child"),
        ("a:father", UNDER, "a:parent"),
        ("a:mother", UNDER, "a:parent"),
    )
    assert wide.turned[iri("a:parent")] == (iri("a:child"),)
    assert iri("a:father") not in wide.turned


def test_a_symmetric_property_is_its_own_inverse() -> None:
    assert aligned(("a:spouse", TURNED, "a:spouse")).turned == {iri("a:spouse"): (iri("a:spouse"),)}


def test_words_of_schema_org_are_spelt_in_two_ways() -> None:
    old, new = Iri("http://schema.org/birthDate"), Iri("https://schema.org/birthDate")
    assert Alignment().name(old) == Alignment().name(new) == new
    assert Alignment().meaning(old) == (old, new)


any_rows = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(Tie), st.sampled_from(NAMES)), max_size=12
)


@given(any_rows)
def test_any_declarations_end_in_an_order_without_circles(rows: list[tuple[str, Tie, str]]) -> None:
    known = aligned(*rows)
    assert all(known.name(name) == name for name in known.standing.values())
    assert all(low not in wider for low, wider in known.wider.items())


@given(any_rows)
def test_two_words_of_a_vocabulary_are_one_only_where_that_is_declared(
    rows: list[tuple[str, Tie, str]],
) -> None:
    same = [row for row in rows if row[1] is SAME]
    known = aligned(*same)
    declared = {frozenset((left, right)) for left, _, right in same}
    for one, other in combinations(NAMES, 2):
        if one[0] == other[0] and joined(known, one, other):
            assert frozenset((one, other)) in declared


@given(any_rows)
def test_no_property_is_ever_joined_with_its_inverse(rows: list[tuple[str, Tie, str]]) -> None:
    known = aligned(*rows)
    for left, tie, right in rows:
        assert tie is not TURNED or left == right or not joined(known, left, right)


@given(any_rows)
def test_what_means_the_same_is_an_equivalence(rows: list[tuple[str, Tie, str]]) -> None:
    known = aligned(*rows)
    for one in map(iri, NAMES):
        assert one in known.meaning(one)
        assert all(known.meaning(other) == known.meaning(one) for other in known.meaning(one))


@given(any_rows, st.randoms(use_true_random=False))
def test_where_nothing_is_joined_the_order_of_declarations_does_not_matter(
    rows: list[tuple[str, Tie, str]], random: Random
) -> None:
    ties = {UNDER: UNDER, SAME: UNDER, TURNED: TURNED}
    upward = [(min(one, other), ties[tie], max(one, other)) for one, tie, other in rows]
    assert aligned(*random.sample(upward, len(upward))) == aligned(*upward)


@given(any_rows, st.randoms(use_true_random=False))
def test_circles_do_not_depend_on_the_order_of_declarations(
    rows: list[tuple[str, Tie, str]], random: Random
) -> None:
    under = [(left, UNDER, right) for left, _, right in rows]
    assert aligned(*random.sample(under, len(under))) == aligned(*under)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_chains_of_words_of_as_many_vocabularies_are_one_question(
    pairs: list[tuple[str, str]],
) -> None:
    rows = [(f"{left}:0", SAME, f"{right}:0") for left, right in pairs]
    known = aligned(*rows)
    assert aligned(*rows[::-1]) == known
    assert all(joined(known, left, right) for left, _, right in rows)
