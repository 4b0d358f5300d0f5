import pytest

from tertium.model.lexicon import ValueNoun
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.languages.en.nouns import named, plural, singular


def thing(label: str, in_text: str = "") -> Entity:
    return Entity(Iri("urn:x"), label, in_text, language="en")


@pytest.mark.parametrize(
    ("label", "values", "said"),
    [
        ("lawyer", ValueNoun.COUNT, "a lawyer"),
        ("American football player", ValueNoun.COUNT, "an American football player"),
        ("socialism", ValueNoun.COUNT, "socialism"),
        ("atheism", ValueNoun.MASS, "atheism"),
        ("stroke", ValueNoun.MASS, "a stroke"),
        ("drama film", ValueNoun.MASS, "a drama film"),
        ("Western film", ValueNoun.MASS, "a Western film"),
        ("film based on literature", ValueNoun.MASS, "a film based on literature"),
        ("Catholic Church", ValueNoun.MASS, "the Catholic Church"),
        ("President of the Republic", ValueNoun.TITLE, "President of the Republic"),
        ("Soviet Union", ValueNoun.NAME, "the Soviet Union"),
        ("Iron Cross", ValueNoun.DEFINITE, "the Iron Cross"),
    ],
)
def test_a_value_follows_its_verb(label: str, values: ValueNoun, said: str) -> None:
    assert named(thing(label), values) == said


def test_several_have_the_plural_of_what_can_be_counted() -> None:
    assert named(thing("lawyer"), ValueNoun.COUNT, many=True) == "lawyers"
    assert named(thing("jazz"), ValueNoun.MASS, many=True) == "jazz"
    assert named(thing("poet", "a poet"), ValueNoun.COUNT, many=True) == "a poet"


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("woman", "women"),
        ("sportsperson", "sportspeople"),
        ("German", "Germans"),
        ("Man", "Men"),
        ("church", "churches"),
        ("key", "keys"),
        ("big city", "big cities"),
        ("city with millions of inhabitants", "cities with millions of inhabitants"),
        ("editor-in-chief", "editors-in-chief"),
        ("city/town", "cities/towns"),
        ("Attorney General", "Attorneys General"),
        ("spacecraft", "spacecraft"),
        ("oligarch", "oligarchs"),
    ],
)
def test_plurals_follow_rules_and_exceptions(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("had … children", "had … child"),
        ("had … matches", "had … match"),
        ("measures … across", "measures … across"),
        ("wrote", "wrote"),
    ],
)
def test_one_thing_is_counted_in_the_singular(frame: str, said: str) -> None:
    assert singular(frame) == said
