from tertium.model.lexicon import VerbFrame
from tertium.model.schema import OTHER_FACET, Schema
from tertium.model.terms import Literal
from tertium.queries.reading.names import NO_NAMES
from tertium.queries.reading.schema import read_lexicon, read_properties, widened_schema
from tertium.store.protocol import Binding
from tests.queries.builders import ex, tt


def form(number: str, words: str, language: str = "en") -> Binding:
    return {
        "property": ex("p"),
        "language": Literal(language),
        "number": ex(f"x#{number}"),
        "form": Literal(words),
    }


def test_one_number_serves_for_both() -> None:
    for number in ("singular", "plural"):
        frames = read_lexicon([form(number, "wrote")], "en").frames
        assert frames[ex("p")] == VerbFrame("wrote", "wrote")


def test_of_two_forms_the_first_counts() -> None:
    frames = read_lexicon([form("singular", "a"), form("singular", "b")], "en").frames
    assert frames[ex("p")].singular == "a"


def test_an_unknown_facet_or_role_is_none() -> None:
    row: Binding = {"property": ex("p"), "facet": tt("gone"), "role": Literal("gone")}
    properties = read_properties([row], [], facets={}, names=NO_NAMES)
    assert properties[ex("p")].facet == OTHER_FACET
    assert properties[ex("p")].role is None


def test_classes_of_the_graph_lie_below_those_that_are_known() -> None:
    river, water, place = ex("river"), ex("water"), ex("place")
    known = Schema(superclasses={place: frozenset({tt("Place")})})
    steps = {river: (water,), water: (place, river)}
    wide = widened_schema(known, steps)
    assert wide.superclasses == {iri: frozenset({tt("Place")}) for iri in (river, water, place)}
    assert dict(widened_schema(known, {river: (water,)}).superclasses) == known.superclasses
