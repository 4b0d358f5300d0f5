import httpx
import pytest

from tests.interfaces.web.catalogue.conftest import reader
from tests.interfaces.web.pages.asking import walked

__all__ = ["reader"]


def test_what_is_missing_is_listed_with_where_it_can_be_added(reader: httpx.Client) -> None:
    page = reader.get("/missing/ex:stalin/ex:trotsky")
    assert page.status_code == 200
    walk = walked(page.text)
    assert "Nothing recorded for" in walk.text
    assert [one for one in walk.all("a") if "/queries/compare/values?" in one.get("href", "")]
    assert [one for one in walk.all("a") if one.get("href", "").startswith("/sparql?query=")]


def test_of_two_which_lack_nothing_nothing_is_missing(reader: httpx.Client) -> None:
    page = reader.get("/missing/https%3A%2F%2Fexample.org%2Fx/ex:stalin")
    assert page.status_code == 404


def test_all_ways_from_one_to_the_other_are_told_and_drawn(reader: httpx.Client) -> None:
    page = reader.get("/paths/ex:stalin/ex:trotsky")
    walk = walked(page.text)
    assert page.status_code == 200
    assert "Stated directly" in walk.text
    assert walk.all("svg")
    assert walk.values("data-connections")


def test_where_nothing_leads_that_is_said(reader: httpx.Client) -> None:
    page = reader.get("/paths/ex:caesar/ex:one")
    assert "No meaningful link within 4 steps." in walked(page.text).text


def test_each_sentence_can_be_asked_of_the_graph_and_holds(reader: httpx.Client) -> None:
    walk = walked(reader.get("/claims/ex:stalin/ex:trotsky").text)
    asks = [one["href"] for one in walk.all("a") if one["href"].startswith("/sparql?query=")]
    assert asks
    for ask in asks:
        outcome = walked(reader.get(ask).text).values("data-outcome")
        assert outcome == ["The answer is yes."]


@pytest.mark.parametrize("room", ["missing", "paths", "claims"])
def test_a_pair_has_one_address(room: str, reader: httpx.Client) -> None:
    answer = reader.get(f"/{room}/Leon%20Trotsky/ex:stalin")
    assert (answer.status_code, answer.headers["location"]) == (
        301,
        f"/{room}/ex:stalin/ex:trotsky",
    )


@pytest.mark.parametrize("path", ["missing/ex:stalin", "paths/ex:stalin", "paths/ex:a/ex:b/ex:c"])
def test_what_is_no_pair_is_refused(path: str, reader: httpx.Client) -> None:
    assert reader.get(f"/{path}").status_code in {400, 404}


@pytest.mark.parametrize("room", ["missing", "paths", "claims"])
def test_hostile_things_stay_things(room: str, reader: httpx.Client) -> None:
    page = reader.get(f"/{room}/ex:odd/ex:one", follow_redirects=True)
    assert page.status_code == 200
    walk = walked(page.text)
    assert [one for one in walk.all("script") if "src" not in one] == []
    assert all(one["href"].startswith(("/", "#", "http")) for one in walk.all("a"))
