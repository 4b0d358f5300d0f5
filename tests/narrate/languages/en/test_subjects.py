import pytest

from tertium.model.terms import Iri
from tertium.narrate.languages.en.subjects import group, is_plural, named, subject
from tertium.narrate.phrases import Name


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("the Bolsheviks", True),
        ("the Congress of Soviets", False),
        ("the United States", False),
        ("Athens", False),
    ],
)
def test_some_names_take_a_plural(name: str, plural: bool) -> None:
    assert is_plural(name) == plural


def test_without_a_label_the_last_part_of_the_address_is_the_name() -> None:
    iri = Iri("https://example.org/people#ada")
    assert named(iri) == (Name(iri, "ada"),)
    assert subject(iri) == (Name(iri, "ada", subject=True),)
    assert group([iri, iri]) == (Name(iri, "ada"), " and ", Name(iri, "ada"))
