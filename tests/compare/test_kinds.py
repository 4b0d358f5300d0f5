from dataclasses import replace

from tertium.compare import comparability
from tertium.model.comparability import Comparability
from tertium.model.description import Description
from tertium.model.schema import Schema
from tertium.model.terms import Iri
from tertium.model.values import Entity

from .builders import ORGANISATION, PERSON, SCHEMA, fact, iri, person, prop, rows, thing

KIND = prop("instance of")
CODE = Iri("http://www.wikidata.org/entity/Q42")
RIVER, COMRADE = iri("River"), iri("Comrade")
FEW = [fact(thing(name), prop(f"p-{name}")) for name in "abcdefgh"]


def judged(*people: Description, schema: Schema = SCHEMA) -> Comparability:
    return comparability(people, rows(*people), schema=schema)


def test_people_compare() -> None:
    assert judged(person("A", *FEW), person("B")) == Comparability(rows_total=8)


def test_one_alone_compares_with_nothing() -> None:
    assert judged(person("A", *FEW)).alike


def test_classes_declared_disjoint_hardly_compare() -> None:
    people = (person("A", FEW[0]), person("B", FEW[0], kind=ORGANISATION))
    assert judged(*people).reason == (
        "A (person) and B (organisation) hardly compare: no class is common to both, and "
        "person and organisation are declared disjoint; of 1 row, 1 has a value for both"
    )


def test_classes_without_anything_in_common_hardly_compare_when_few_rows_do() -> None:
    assert judged(person("A", *FEW), person("B", FEW[0], kind=RIVER)).reason == (
        "A (person) and B (river) hardly compare: no class is common to both; "
        "of 8 rows, 1 has a value for both"
    )


def test_many_common_rows_make_up_for_different_classes() -> None:
    assert judged(person("A", *FEW), person("B", *FEW[:2], kind=RIVER)).alike


def test_a_common_class_above_counts_but_for_the_root() -> None:
    tree = {PERSON: frozenset({COMRADE, iri("Thing")}), RIVER: frozenset({COMRADE, iri("Thing")})}
    people = (person("A", *FEW), person("B", kind=RIVER))
    roots = Schema(superclasses=tree)
    known = Schema(superclasses={**tree, COMRADE: frozenset({iri("Thing")})})
    assert not judged(*people, schema=roots).alike
    assert judged(*people, schema=known).alike


def test_classes_which_meet_need_fewer_rows() -> None:
    def of(name: str, kind: str) -> Description:
        told = person(name, fact(thing(kind), KIND), *(FEW if name == "A" else ()))
        return replace(told, entity=Entity(iri(name), name, types=(iri(kind),)))

    assert judged(of("A", "Stalinism"), of("B", "Trotskyism")).alike
    assert not judged(of("A", "Stalinism"), of("B", "Absurdism")).alike


def test_where_a_class_is_not_stated_nothing_is_concluded() -> None:
    nameless = replace(person("B"), entity=thing("B"))
    assert judged(person("A", *FEW), nameless).alike


def test_of_many_comparands_those_of_a_kind_are_counted() -> None:
    people = [person(name, *FEW) for name in "ABCD"]
    assert judged(*people, person("E", kind=ORGANISATION)).reason.startswith(
        "A and 3 more (person) and E (organisation) hardly compare: no class is common to all 5"
    )


def test_a_class_without_a_name_is_not_named() -> None:
    reason = judged(person("A", *FEW), person("B", kind=CODE)).reason
    assert reason.startswith("A (person) and B hardly compare")


def test_a_class_is_called_as_its_row_calls_it() -> None:
    river = Entity(CODE, "river", language="en")
    told = person("B", fact(river, KIND), kind=CODE)
    assert "B (river)" in judged(person("A", *FEW), told).reason
