import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.render.escaping import isolated, visible, web_address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("a\tb\nc\r\u2028d\x85e", "a b c  d e"),
        ("\x00\x1b[31m\x7f", "␀␛[31m␡"),
        ("\x9b31m \u202e \u2066", "⟨U+009B⟩31m ⟨U+202E⟩ ⟨U+2066⟩"),
        ("\ud800", "\ufffd"),
    ],
)
def test_control_characters_become_symbols(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert len(visible(text).splitlines()) <= 1


def test_right_to_left_words_are_isolated() -> None:
    assert isolated("אבג") == "\u2068אבג\u2069"
    assert isolated("Koba") == "Koba"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        'https://example.org/"onclick="x',
        "https://example.org/\n",
        " https://example.org/",
        "ftp://example.org",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    assert web_address(text) == ""


@pytest.mark.parametrize("text", ["https://example.org/a?b=c#d", "HTTP://example.org"])
def test_web_addresses_are_kept(text: str) -> None:
    assert web_address(text) == text


def test_nothing_is_left_that_moves_the_words_around_it() -> None:
    hidden = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    for code in (*hidden, 0x2028, 0x2029, 0xD800, 0xDFFF):
        assert chr(code) not in visible(f"a{chr(code)}b")
