from typing import TYPE_CHECKING

from tertium.model.lexicon import Gender
from tertium.model.schema import OTHER_FACET
from tertium.model.terms import Literal
from tertium.queries.reading.names import NO_NAMES
from tertium.queries.reading.schema import read_genders, read_nouns, read_properties
from tests.queries.builders import ex, tt

if TYPE_CHECKING:
    from tertium.store.protocol import Binding


def test_an_unknown_facet_or_role_is_none() -> None:
    row: Binding = {"property": ex("p"), "facet": tt("gone"), "role": Literal("gone")}
    properties = read_properties([row], [], facets={}, names=NO_NAMES)
    assert properties[ex("p")].facet == OTHER_FACET
    assert properties[ex("p")].role is None


def test_a_property_of_others_has_a_noun_in_the_best_language() -> None:
    nouns = (Literal("trade", language="en"), Literal("Beruf", language="de"))
    rows: list[Binding] = [{"property": ex("p"), "noun": noun} for noun in nouns]
    for language, noun in (("de-CH", "Beruf"), ("fr", "trade")):
        assert read_nouns(rows, language).entity(ex("p")).label == noun


def test_genders_which_no_language_has_are_left_out() -> None:
    rows: list[Binding] = [
        {"thing": ex("male"), "gender": Literal("lexinfo#masculine")},
        {"thing": ex("thing"), "gender": Literal("lexinfo#commonGender")},
    ]
    assert read_genders(rows) == {ex("male"): Gender.MASCULINE}
