from starlette.applications import Starlette

from tertium.interfaces.web.pages import routes
from tertium.interfaces.web.site import Site
from tests.interfaces.web.pages.asking import asked, walked


def test_the_first_page_asks_for_two_and_has_examples_of_the_graph(site: Site) -> None:
    answer = asked(Starlette(routes=[*routes(site)]), "/")
    assert answer.headers["cache-control"] == "public, max-age=60"
    walk = walked(answer.text)
    assert [one["name"] for one in walk.all("input")] == ["a", "b"]
    pairs = [one["href"] for one in walk.all("a") if one["href"].startswith("/compare/")]
    assert pairs
    assert all(one == f"/compare/{'/'.join(sorted(one.split('/')[2:]))}" for one in pairs)
    assert asked(Starlette(routes=[*routes(site)]), "/").content == answer.content
    assert walk.all("link")[-1] == {"rel": "canonical", "href": "https://example.org/"}
