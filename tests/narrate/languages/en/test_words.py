import pytest

from tertium.narrate.languages.en.words import count, indefinite, ordinal


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("editor", "an editor"),
        ("honour", "an honour"),
        ("union", "a union"),
        ("one-party state", "a one-party state"),
        ("poet", "a poet"),
        ("MBA", "an MBA"),
        ("UN envoy", "a UN envoy"),
        ("NATO member", "a NATO member"),
        ("U.S. state", "a U.S. state"),
        ("8-hour day", "an 8-hour day"),
        ("uninhabited island", "an uninhabited island"),
        ("Ukrainian", "a Ukrainian"),
    ],
)
def test_the_article_follows_the_sound(words: str, said: str) -> None:
    assert indefinite(words) == said


def test_ordinals_know_the_teens() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st"]
    )


def test_small_numbers_are_words() -> None:
    assert [count(n) for n in (0, 1, 12, 13, -1)] == ["zero", "one", "twelve", "13", "-1"]
