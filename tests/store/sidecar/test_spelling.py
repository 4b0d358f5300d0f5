import pytest

from tertium.store.sidecar.spelling import Spelling
from tests.store.sidecar.builders import counted

SPELLING = Spelling(
    counted("""
:a rdfs:label "Abraham Lincoln" , "Abe Lincoln" . :b rdfs:label "Abraham Darby" , "Abe Darby" .
:c rdfs:label "Leon Trotsky" , "John Reed" , "Constantinople" , "Louis XIV" .
""").connection
)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        *(("abrham", "abraham"), ("abraahm", "abraham"), ("lincon", "lincoln")),
        *(("trotzky", "trotsky"), ("jhn", "john"), ("konstantinopel", "constantinople")),
    ],
)
def test_a_misspelt_word_is_put_right(word: str, right: str) -> None:
    assert SPELLING.near(word)[:1] == (right,)


@pytest.mark.parametrize("word", ["ab", "zzzzz", "x" * 41])
def test_nothing_is_like_it(word: str) -> None:
    assert SPELLING.near(word) == ()


def test_a_word_is_not_like_itself() -> None:
    assert "abraham" not in SPELLING.near("abraham")


def test_two_words_written_as_one_are_told_apart() -> None:
    assert SPELLING.split("abrahamlincoln") == ("abraham", "lincoln")
    assert SPELLING.split("abrahamxlincoln") == ("abraham", "lincoln")
    assert SPELLING.split("abrahamxxlincoln") is None
    assert SPELLING.split("x" * 41) is None


def test_words_stand_for_each_other() -> None:
    assert SPELLING.kin("abe") == {"abraham"}
    assert SPELLING.kin("14") == {"xiv"}
    assert SPELLING.kin("nobody") == frozenset()
