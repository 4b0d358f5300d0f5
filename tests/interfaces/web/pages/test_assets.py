import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from tertium.interfaces.web.pages.assets import asset, asset_address
from tests.interfaces.web.pages.asking import asked

APPLICATION = Starlette(routes=[Route("/static/{path:path}", asset)])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("page.css", "text/css; charset=utf-8"),
        ("site.css", "text/css; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_a_file_may_be_kept_for_ever_by_its_version(name: str, kind: str) -> None:
    answer = asked(APPLICATION, asset_address(name))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert "immutable" in answer.headers["cache-control"]


def test_without_its_version_a_file_is_asked_for_again() -> None:
    answer = asked(APPLICATION, "/static/site.css")
    assert "immutable" not in answer.headers["cache-control"]
    again = asked(APPLICATION, "/static/site.css", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["none.css", "", "../pages/shell.py", "%2e%2e/pages/shell.py", "/etc/passwd", "a%00b"]
)
def test_only_known_files_are_there(path: str) -> None:
    assert asked(APPLICATION, f"/static/{path}").status_code == 404
