import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.store.sidecar.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        *(("I\u00f3sif  St\u00e1lin", "iosif stalin"), ("Marxism-Leninism", "marxism leninism")),
        *(
            ("S\u00f8ren \u0141\u00f3d\u017a Stra\u00dfe", "soren lodz strasse"),
            ("\u00c6thel", "aethel"),
        ),
        *(("I\u015f\u0131k \u0110or\u0111e", "isik dorde"), ("\u049b\u0430", "\u043a\u0430")),
        *(("\uff26\uff55\uff4c\uff4c", "full"), ("\u0663\u0664", "34"), ("\u00bd", "1 2")),
        *(("\u0643\u0640\u0631\u064a\u0645\u064f", "\u0643\u0631\u064a\u0645"),),
        *(("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),),
        *(("\u202eab\u202cc\x00d\ud800", "abcd"), ("O\u2019Brien", "obrien")),
        *(("J. R. R. Tolkien", "jrr tolkien"), ("J.R.R. Tolkien", "jrr tolkien"), ("U.S.", "us")),
        *(("Joseph_Stalin", "joseph stalin"), ("John F. Kennedy", "john f kennedy")),
        *(("", ""), ("\u200b \u034f\ufe0f", ""), ("\u2026", "..."), ("! ? \u2605", "!?\u2605")),
        ("\u1e9e \u02bcx \u24d0", "ss xa"),
    ],
)
def test_what_people_spell_differently_does_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_vowels_and_voices_are_no_accents() -> None:
    assert folded("\u0939\u093f\u0928\u094d\u0926\u0940") == "\u0939\u093f\u0928\u094d\u0926\u0940"
    assert folded("\u30ac") != folded("\u30ab")


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_what_is_folded_stays_so(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_every_letter_is_folded_for_good() -> None:
    letters = (chr(code) for code in range(0x20, 0x11000))
    assert not [char for char in letters if folded(folded(f"x{char}y")) != folded(f"x{char}y")]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_case_changes_nothing(text: str) -> None:
    assert folded(text.casefold()) == folded(text)
