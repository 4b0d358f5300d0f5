import pytest

from tertium.render.svg import NOTHING, Svg, caption, element, picture, shortened, width
from tests.render.hostility import HOSTILE
from tests.render.pictures import parts_of


@pytest.mark.parametrize("text", [*HOSTILE, "\ufffe\uffff", "\ud800", "a\0b"])
def test_whatever_a_label_says_it_is_a_label(text: str) -> None:
    whole = picture(
        element("text", caption(text), class_=text), kind="x", title=text, twin="", height=9.5
    )
    assert [one.name for one in parts_of(whole).found] == ["svg", "title", "desc", "text"]


def test_words_from_right_to_left_stand_apart() -> None:
    assert caption("אבג") == "\u2068אבג\u2069"


def test_a_picture_needs_no_further_escaping() -> None:
    whole = picture(Svg("<g/>"), kind="x", title="a & b", twin="c", height=9.5)
    assert whole.__html__() == whole.svg
    assert 'viewBox="0 0 960 10"' in whole.svg
    assert whole
    assert not NOTHING


def test_wide_letters_are_as_wide_as_high() -> None:
    assert width("毛") == 11
    assert width("a") < 11


def test_what_is_cut_shows_it() -> None:
    assert shortened("one two", 4) == "one…"
