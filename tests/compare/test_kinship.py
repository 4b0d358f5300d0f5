from tertium.model.comparison import Row
from tertium.model.hierarchy import Hierarchy, Rarity
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


def counted(shares: dict[str, float], **steps: dict[str, str]) -> Hierarchy:
    return Hierarchy(
        **{name: tree(**found).parents for name, found in steps.items()},
        rarity=Rarity(
            of_property={(iri("ideology"), iri(name)): share for name, share in shares.items()},
            links={iri("ideology"): 100},
        ),
    )


def test_two_towns_meet_in_their_country_not_in_their_continent() -> None:
    places = {"Munich": "Germany", "Hamburg": "Germany", "Germany": "Europe", "Lyon": "Europe"}
    world = counted({"Germany": 0.1, "Europe": 0.6}, wholes=places)
    assert meeting(("Munich",), ("Hamburg",), hierarchy=world) == [("Germany", 2)]
    assert compare(("Munich",), ("Lyon",), hierarchy=world).relation is Relation.DIFFERENT


def test_a_place_within_the_other_is_related_however_common_the_wider_is() -> None:
    world = counted({"Kansas": 0.9}, wholes={"Wichita": "Kansas"})
    row = compare(("Wichita",), ("Kansas",), hierarchy=world)
    assert row.relation is Relation.RELATED
    assert [common.value.label for common in row.common if isinstance(common.value, Entity)] == [
        "Kansas"
    ]


def test_only_the_rarest_of_several_ancestors_is_named() -> None:
    both = {"a": "town", "b": "town"}
    world = counted(
        {"Bavaria": 0.05, "town": 0.15}, classes=both, wholes={"a": "Bavaria", "b": "Bavaria"}
    )
    assert meeting(("a",), ("b",), hierarchy=world) == [("Bavaria", 2)]


def test_classes_of_things_inform_only_where_values_were_counted() -> None:
    kinds = {"a": "party", "b": "party"}
    assert meeting(("a",), ("b",), hierarchy=counted({"party": 0.1}, classes=kinds)) == [
        ("party", 2)
    ]
    usual = counted({"party": 0.9}, classes=kinds)
    assert compare(("a",), ("b",), hierarchy=usual).relation is Relation.DIFFERENT
    unknown = Hierarchy(classes=tree(**kinds).parents)
    assert compare(("a",), ("b",), hierarchy=unknown).relation is Relation.DIFFERENT


def test_many_values_meet_somewhere_by_chance() -> None:
    kinds = {"a": "speech", "b": "speech", "c": "essay", "d": "letter"}
    world = counted({"speech": 0.15}, classes=kinds)
    assert meeting(("a",), ("b",), hierarchy=world) == [("speech", 2)]
    assert compare(("a", "c", "d"), ("b",), hierarchy=world).relation is Relation.DIFFERENT


def test_an_ancestor_without_a_name_tells_nothing() -> None:
    world = counted({}, wholes={"a": "Q1", "b": "Q1"})
    assert compare(("a",), ("b",), hierarchy=world).relation is Relation.DIFFERENT


def test_wholes_that_were_not_counted_are_told_from_near() -> None:
    steps = {"a": "county", "county": "state", "b": "state", "state": "land", "land": "continent"}
    near = Hierarchy(wholes=tree(**steps).parents)
    assert meeting(("a",), ("b",), hierarchy=near) == [("state", 2)]
    far = Hierarchy(wholes=tree(**steps, c="d", d="e", e="state").parents)
    assert compare(("c",), ("b",), hierarchy=far).relation is Relation.DIFFERENT
