import pytest

from tertium.api.asking import Columns, iri_of_key
from tertium.api.tables import Row
from tertium.errors import BadTermError
from tertium.model.link import Given
from tertium.model.terms import Iri

BORN = Iri("http://www.wikidata.org/entity/P569")
HUMAN = Iri("http://www.wikidata.org/entity/Q5")
ROW = Row(3, 4, {"name": " Kim ", "also": "Kimmy| Kimble||", "born": "1879", "died": " "})


def test_a_row_asks_what_its_columns_say() -> None:
    lives = Given(None, ("Paris",))
    columns = Columns(
        name="name",
        others="also",
        evidence=(("born", BORN), ("died", BORN)),
        given=(lives,),
        types=(HUMAN,),
    )
    query = columns.query(ROW)
    assert (query.text, query.names, query.key) == ("Kim", ("Kimmy", "Kimble"), "3")
    assert query.types == (HUMAN,)
    assert query.given == (Given(BORN, ("1879",)), lives)


def test_a_row_goes_by_its_key() -> None:
    assert Columns(name="name", key="born").query(ROW).key == "1879"
    columns = Columns(name="name", key="name", base="https://example.org/")
    assert columns.query(ROW).key == "https://example.org/Kim"
    assert columns.query(ROW).names == ()


@pytest.mark.parametrize(
    ("key", "base", "iri"),
    [
        ("", "https://example.org/", ""),
        ("Ł/ö", "https://example.org/", "https://example.org/%C5%81%2F%C3%B6"),
        ("nobody:knows", "", "nobody:knows"),
    ],
)
def test_a_key_becomes_an_iri_where_it_can(key: str, base: str, iri: str) -> None:
    assert iri_of_key(key, base) == iri


def test_what_begins_no_iri_is_refused() -> None:
    with pytest.raises(BadTermError):
        iri_of_key("kim", "no iri")
