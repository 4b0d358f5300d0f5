import pytest

from tertium.model.schema import Property
from tertium.model.terms import Iri, is_code
from tertium.model.values import Entity


@pytest.mark.parametrize(
    ("label", "name", "code"),
    [
        *(("Q855", "Q855", True), ("P569", "P569", True), ("m.0k3p", "m.0k3p", False)),
        *(("g-12", "g-12", True), ("123", "x123", True), ("Q855", "Q856", False)),
        *(("Stalin", "Stalin", False), ("1984", "Nineteen", False), ("", "", False)),
    ],
)
def test_a_code_only_repeats_the_number_of_an_iri(label: str, name: str, *, code: bool) -> None:
    iri = Iri(f"http://example.org/{name}")
    assert is_code(label, iri) is code
    assert Property(iri=iri, label=label).nameless is code
    assert Entity(iri, label).nameless is code


def test_a_label_of_its_own_is_a_name_even_if_it_is_a_number() -> None:
    assert not Entity(Iri("http://example.org/1984"), "1984", language="en").nameless
