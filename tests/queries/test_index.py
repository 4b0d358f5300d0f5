import pytest

from tertium.queries.catalogue import Catalogue
from tertium.queries.index import AskedNames
from tertium.store.sidecar import Match, Nearness
from tests.queries.builders import ex, graph

PEOPLE = """
ex:koba rdfs:label "Koba"@en . ex:twin tt:shortName "Koba" . ex:other skos:altLabel "Koba"@fr .
"""


@pytest.fixture
def names(catalogue: Catalogue) -> AskedNames:
    return AskedNames(graph(PEOPLE), catalogue, "de")


def test_a_name_is_asked_for_as_it_is_spelt(names: AskedNames) -> None:
    assert names.alike("Koba") == {
        ex(who): Match(ex(who), "Koba", Nearness.EXACT) for who in ("koba", "twin")
    }


@pytest.mark.parametrize("text", ["", "koba", "Kobaa"])
def test_other_names_are_not_known(names: AskedNames, text: str) -> None:
    assert names.alike(text) == names.identified(text) == {}
    assert names.candidates(text, limit=3) == names.described(text, limit=3) == ()


def test_candidates_have_exactly_the_name(names: AskedNames) -> None:
    assert names.candidates("Koba", limit=1) == (Match(ex("koba"), "Koba", Nearness.EXACT),)
    assert not names.weights([ex("koba")])
    assert not names.kinds([ex("koba")])


def test_how_rare_anything_is_was_not_counted(names: AskedNames) -> None:
    known = names.rarity, names.informs
    assert [ask(ex("koba")) for ask in known] == [None, None]
