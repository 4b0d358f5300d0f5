from tertium.model.terms import Iri
from tertium.queries.reading.above import Above, Widened

A, B, C, D, E = (Iri(f"http://example.org/{name}") for name in "abcde")
KNOWN = Above.joined({}, {A: (B,), B: (C,)})


def test_what_is_above_is_gathered_to_the_top() -> None:
    assert dict(KNOWN) == {A: {B, C}, B: {C}, C: frozenset()}
    assert A in KNOWN
    assert len(KNOWN) == len({A, B, C})


def test_classes_in_a_circle_are_above_themselves() -> None:
    many = [Iri(f"http://example.org/{number}") for number in range(2000)]
    circle = Above.joined({}, {one: (many[place - 1],) for place, one in enumerate(many)})
    assert circle[many[7]] == frozenset(many)


def test_what_is_joined_is_climbed_on_from() -> None:
    assert Above.joined(KNOWN, {D: (A,)})[D] == {A, B, C}
    assert Above.joined({A: frozenset({B})}, {D: (A,)})[D] == {A, B}


def test_a_class_of_a_graph_has_the_known_classes_above_it() -> None:
    wide = Widened(KNOWN, {E: (D,), D: (A,)})
    assert wide[E] == {B, C}
    assert E in wide
    assert wide[C] == frozenset()
    assert set(wide) == {A, B, C, D, E}
    assert len(wide) == len({A, B, C, D, E})


def test_a_class_below_no_known_one_is_not_among_them() -> None:
    wide = Widened(KNOWN, {E: (D,)})
    assert E not in wide
    assert wide.get(D) is None
