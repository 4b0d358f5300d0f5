import pytest

from tertium.interfaces.web.pages.shell import fill
from tertium.model.comparison import GraphInfo
from tertium.render.escaping import direction
from tests.interfaces.web.pages.asking import walked

WORDS = dict.fromkeys(("title", "detail", "status", "address", "links"), "")


def test_the_shell_has_landmarks_and_one_heading() -> None:
    walk = walked(fill("problem.html", GraphInfo(id="mine", version="0123456789abcdef"), **WORDS))
    tags = [tag for tag, _ in walk.seen]
    assert [tags.count(tag) for tag in ("header", "main", "footer", "h1", "title")] == [1] * 5
    assert "mine" in walk.text
    assert "version 0123456789ab," in walk.text


def test_without_a_graph_the_shell_says_nothing_of_one() -> None:
    assert "made from the graph" not in fill("problem.html", **WORDS)


def test_the_name_of_a_graph_is_no_markup() -> None:
    assert "<script>alert" not in fill(
        "problem.html", GraphInfo(id="<script>alert(1)</script>"), **WORDS
    )


@pytest.mark.parametrize(("language", "way"), [("de", "ltr"), ("ar-EG", "rtl"), ("he", "rtl")])
def test_a_page_says_its_language_and_its_direction(language: str, way: str) -> None:
    assert f'<html lang="{language}" dir="{way}">' in fill(
        "problem.html", None, language=language, **WORDS
    )
    assert direction(language) == way
