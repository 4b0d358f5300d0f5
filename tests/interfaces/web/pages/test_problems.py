import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from tertium.interfaces.web.pages.choices import Choice
from tertium.interfaces.web.pages.problems import (
    Doubt,
    candidates_page,
    explanation_page,
    problem_page,
)
from tertium.interfaces.web.site import Site
from tests.interfaces.web.pages.asking import walked

if TYPE_CHECKING:
    from tertium.render.json_values import Json

ASKED = (("a", "Smith"), ("b", "Nobody"))


def page(site: Site) -> str:
    doubts = (Doubt(0, "Smith", site.graph.find("Smith")), Doubt(1, "Nobody"))
    return candidates_page(ASKED, doubts, (("view", "shared"),))


def test_each_candidate_leads_on_with_the_rest_of_the_question(site: Site) -> None:
    walk = walked(page(site))
    found = [urlsplit(one["href"]) for one in walk.all("a") if one["href"].startswith("/compare?")]
    assert [parse_qsl(one.query) for one in found] == [
        [("a", identifier), ("b", "Nobody"), ("view", "shared")]
        for identifier in ("ex:smith", "ex:smith-2")
    ]
    assert "nothing of this name" in walk.text


def test_the_question_may_be_asked_again(site: Site) -> None:
    fields = {one["name"]: one["value"] for one in walked(page(site)).all("input")}
    assert fields == {"a": "Smith", "b": "Nobody", "view": "shared"}


@given(st.text())
def test_whatever_was_asked_is_text(text: str) -> None:
    walk = walked(candidates_page((("a", text), ("b", text)), (Doubt(0, text), Doubt(1, text))))
    assert {tag for tag, _ in walk.seen}.isdisjoint({"img", "iframe", "svg", "object"})
    assert len(walk.all("script")) == 1


def test_a_problem_is_told_as_in_its_document() -> None:
    told: dict[str, Json] = {
        "title": "Unknown entity",
        "detail": "no",
        "status": 404,
        "type": "/problems/unknown",
    }
    text = problem_page(told)
    walk = walked(text)
    assert re.search(r"<h1>Unknown entity</h1>\n<p>No</p>", text)
    assert "Status 404." in walk.text
    assert "/problems/unknown" in walk.values("href")


def test_kinds_of_problems_are_listed() -> None:
    links = (Choice(label="Limit", address="/problems/limit"),)
    walk = walked(explanation_page("Problems", "All kinds.", links))
    assert "/problems/limit" in walk.values("href")
    assert "Status" not in walk.text
