import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.auditing.tokens import Stemmer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "policies"),
        ("collectivisation", "collectivization"),
        ("expelled", "expelling"),
        ("advocates", "advocated"),
        ("Marxist", "Marxism"),
        ("Trotskyists", "trotskyism"),
        ("Łódź", "Łodz"),
    ],
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    stemmer = Stemmer()
    assert stemmer.stem(one) == stemmer.stem(other)


def test_irregular_forms_are_listed() -> None:
    assert Stemmer({"led": "lead"}).stem("Led") == "lead"


def test_a_genitive_belongs_to_its_word() -> None:
    lenin, death = Stemmer().tokens("Lenin's death")
    assert (lenin.text, lenin.owner, lenin.end, death.owner) == ("Lenin", True, 7, False)


def test_a_plural_owns_by_an_apostrophe_alone() -> None:
    workers, councils = Stemmer().tokens("workers' councils")
    assert (workers.owner, councils.owner) == (True, False)


def test_an_apostrophe_denies() -> None:
    assert [token.plain for token in Stemmer().tokens("He didn't")] == ["he", "didn", "not"]


def test_only_some_words_begin_with_a_capital() -> None:
    assert [token.capital for token in Stemmer().tokens("Red army")] == [True, False]


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for token in Stemmer().tokens(text):
        assert text[token.start : token.end].startswith(token.text)
