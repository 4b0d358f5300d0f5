from tertium.narrate.phrases import Name, joined
from tests.narrate.builders import iri


def test_joined_puts_the_separator_between() -> None:
    name = Name(iri("Rome"), "Rome")
    assert joined([("in ", name), ("of ", name)], "; ") == ("in ", name, "; ", "of ", name)
    assert joined([], "; ") == ()
