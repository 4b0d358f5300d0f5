from tertium.model.comparison import Row
from tertium.model.hierarchy import Hierarchy
from tertium.model.values import Entity
from tertium.model.verdict import Relation

from .builders import HIERARCHY, iri, person, rows, thing

OWL_CLASS = iri("x").__class__("http://www.w3.org/2002/07/owl#Class")


def compare(*values: tuple[str, ...], hierarchy: Hierarchy = HIERARCHY) -> Row:
    people = (
        person(f"p{number}", *map(thing, names)) for number, names in enumerate(values, start=1)
    )
    (row,) = rows(*people, hierarchy=hierarchy)
    return row


def meeting(*values: tuple[str, ...], hierarchy: Hierarchy = HIERARCHY) -> list[tuple[str, int]]:
    return [
        (common.value.label, len(common.holders))
        for common in compare(*values, hierarchy=hierarchy).common
        if isinstance(common.value, Entity)
    ]


def tree(**parents: str) -> Hierarchy:
    return Hierarchy(
        {iri(child): tuple(map(thing, names.split())) for child, names in parents.items()}
    )


def test_the_nearest_ancestor_is_named_not_those_above() -> None:
    assert meeting(("Stalinism",), ("Trotskyism",)) == [("Leninism", 2)]


def test_a_value_may_lie_above_the_other() -> None:
    assert meeting(("Marxism",), ("Stalinism",)) == [("Marxism", 2)]


def test_a_wider_ancestor_is_kept_for_those_it_has_more() -> None:
    found = meeting(("Stalinism",), ("Trotskyism",), ("Luxemburgism",))
    assert found == [("Marxism", 3), ("Leninism", 2)]


def test_an_ancestor_is_dropped_when_a_nearer_one_has_the_same_holders() -> None:
    found = meeting(("Stalinism", "Luxemburgism"), ("Trotskyism",))
    assert found == [("Leninism", 2)]


def test_a_root_near_by_is_informative() -> None:
    assert meeting(("Leninism",), ("Fabianism",)) == [("socialism", 2)]


def test_a_root_far_away_is_not_informative() -> None:
    assert compare(("Stalinism",), ("Fabianism",)).relation is Relation.DIFFERENT


def test_a_root_near_two_is_not_informative_for_a_third_far_away() -> None:
    deep = tree(a="m", b="m", m="top", c="c1", c1="c2", c2="top")
    assert meeting(("a",), ("b",), ("c",), hierarchy=deep) == [("m", 2)]


def test_a_class_that_is_a_root_is_not_informative() -> None:
    assert compare(("Person",), ("Organisation",)).relation is Relation.DIFFERENT
    typed = Hierarchy({iri(name): (thing("Top", OWL_CLASS),) for name in ("Cat", "Dog")})
    assert compare(("Cat",), ("Dog",), hierarchy=typed).relation is Relation.DIFFERENT


def test_a_class_that_is_its_own_superclass_is_still_a_root() -> None:
    reflexive = tree(cat="cat mammal", dog="dog mammal", mammal="mammal animal", animal="animal")
    assert meeting(("cat",), ("dog",), hierarchy=reflexive) == [("mammal", 2)]


def test_several_nearest_ancestors_are_all_named() -> None:
    diamond = tree(a="x y", b="x y", x="top", y="top")
    assert meeting(("a",), ("b",), hierarchy=diamond) == [("x", 2), ("y", 2)]


def test_a_circle_ends_and_has_no_nearest_ancestor() -> None:
    circle = tree(a="x", b="x", x="y", y="x")
    assert compare(("a",), ("b",), hierarchy=circle).relation is Relation.DIFFERENT
