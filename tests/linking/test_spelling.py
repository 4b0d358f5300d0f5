import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.linking.spelling import cleaned, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Trotsky, Leon", ["trotsky", "leon"]),
        ("Émile ZOLA", ["emile", "zola"]),
        ("E\u0301mile", ["emile"]),
        ("Łódź, Øresund, Straße", ["lodz", "oresund", "strasse"]),
        ("Jean-Luc_Godard", ["jean", "luc", "godard"]),
        ("O\u2019Brien L'Oréal", ["obrien", "loreal"]),
        ("\ufb01re", ["fire"]),
        ("Лев Троцкий", ["лев", "троцкии"]),
        ("अशोक कुमार", ["अशोक", "कुमार"]),
        ("\u0645\u06cc\u200c\u062e\u0648", ["\u0645\u06cc\u062e\u0648"]),
        ("東京", ["東京"]),
        ("!!!", ["!!!"]),
        (" ", []),
    ],
)
def test_words_are_without_case_accents_and_punctuation(name: str, found: list[str]) -> None:
    assert list(words(name)) == found


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  Leon \t Trotsky\r\n", "Leon Trotsky"),
        ("\u202eLeon\u202c", "Leon"),
        ("\x00\x1b[31mLeon\u200b", "[31mLeon"),
        ("Leon\u00a0Trotsky\u2028", "Leon Trotsky"),
        ("\ud800", ""),
        ("\ufeffLeon", "Leon"),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, seen: str) -> None:
    assert cleaned(text) == seen


@given(st.text(max_size=30))
def test_what_was_cleaned_is_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert cleaned(text).isprintable()


@given(st.text(max_size=30))
def test_case_does_not_matter(text: str) -> None:
    assert words(text.casefold()) == words(text) or not any(map(str.isalnum, text))
