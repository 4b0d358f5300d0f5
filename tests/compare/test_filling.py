from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.filling import answers
from tertium.model.terms import Iri

FATHER, PARENT, KIN = Iri("urn:father"), Iri("urn:parent"), Iri("urn:kin")
WIDER = {FATHER: frozenset({PARENT, KIN}), PARENT: frozenset({KIN})}
sides = st.lists(st.sets(st.sampled_from([FATHER, PARENT, KIN])), min_size=1, max_size=4)


def test_who_has_nothing_of_a_property_answers_with_a_narrower_one() -> None:
    assert answers([{PARENT}, {FATHER}], WIDER) == {PARENT: ((PARENT,), (FATHER,))}


def test_a_wider_property_never_answers_a_narrower_one() -> None:
    assert answers([{FATHER, KIN}, {KIN}], WIDER) == {
        FATHER: ((FATHER,), ()),
        KIN: ((KIN,), (KIN,)),
    }


def test_a_narrower_property_that_all_have_stands_alone() -> None:
    assert answers([{FATHER}, {FATHER}], WIDER) == {FATHER: ((FATHER,), (FATHER,))}


def test_what_answers_a_line_that_is_left_out_is_not_lost() -> None:
    found = answers([{KIN, FATHER}, {PARENT}], WIDER)
    assert found == {FATHER: ((FATHER,), ()), KIN: ((KIN,), (PARENT,))}


@given(sides)
def test_every_property_answers_some_question(own: list[set[Iri]]) -> None:
    found = answers(own, WIDER).values()
    for place, side in enumerate(own):
        assert {name for line in found for name in line[place]} == side


@given(sides)
def test_without_wider_properties_each_has_its_own_line(own: list[set[Iri]]) -> None:
    assert answers(own, {}) == {
        name: tuple((name,) * (name in side) for side in own)
        for name in sorted({name for side in own for name in side})
    }
