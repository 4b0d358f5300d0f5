import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.store.sidecar import Nearness
from tertium.store.sidecar.weighing import Scale

WORDS = st.lists(st.text("abcij12", min_size=1, max_size=6), min_size=1, max_size=4).map(tuple)
KIN = {"iosif": frozenset({"joseph"})}


def fit(asked: str, named: str) -> tuple[float, Nearness]:
    score, nearness = Scale(tuple(asked.split()), KIN).weigh(named)
    return round(score, 2), nearness


@pytest.mark.parametrize(
    ("asked", "named", "score", "nearness"),
    [
        ("leon trotsky", "leon trotsky", 1, Nearness.FOLDED),
        ("trotsky leon", "leon trotsky", 0.98, Nearness.REORDERED),
        ("l trotsky", "leon trotsky", 0.92, Nearness.INITIALS),
        ("leon trotsky", "l trotsky", 0.92, Nearness.INITIALS),
        ("jv stalin", "joseph vissarionovich stalin", 0.89, Nearness.INITIALS),
        ("john ronald reuel tolkien", "jrr tolkien", 0.9, Nearness.INITIALS),
        ("iosif stalin", "joseph stalin", 0.96, Nearness.VARIANT),
        ("john adams", "john quincy adams", 0.86, Nearness.PARTIAL),
        ("abraham lincoln", "lincoln", 0.67, Nearness.PARTIAL),
        ("abrham lincoln", "abraham lincoln", 0.96, Nearness.FUZZY),
        ("abrahamlincoln", "abraham lincoln", 0.97, Nearness.FUZZY),
        ("abrahamlincoln president", "president abraham lincoln", 0.98, Nearness.FUZZY),
        ("abra ham lincoln", "lincoln abraham", 0.98, Nearness.FUZZY),
        ("john smith", "mary smith", 0.56, Nearness.FUZZY),
    ],
)
def test_the_letters_of_both_count(
    asked: str, named: str, score: float, nearness: Nearness
) -> None:
    found = fit(asked, named)
    assert found[0] == pytest.approx(score, abs=0.011)
    assert found[1] is nearness


@pytest.mark.parametrize(
    ("asked", "same", "other"),
    [
        ("louis xiv", "louis xiv of france", "louis xv"),
        ("world war ii", "second world war ii", "world war i"),
        ("martin king jr", "martin luther king jr", "martin king sr"),
        ("apollo 11", "apollo program 11", "apollo 13"),
    ],
)
def test_numerals_tell_things_apart(asked: str, same: str, other: str) -> None:
    assert fit(asked, same)[0] > fit(asked, other)[0]


def test_a_generation_weighs_little() -> None:
    assert fit("martin luther king", "martin luther king jr")[0] > 0.95


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_a_score_lies_between_nothing_and_one(
    asked: tuple[str, ...], named: tuple[str, ...]
) -> None:
    score, nearness = Scale(asked).weigh(" ".join(named))
    assert 0 <= score <= 1
    assert (score == 1) == (asked == named) == (nearness is Nearness.FOLDED)


@settings(max_examples=100, deadline=None)
@given(WORDS.flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))))
def test_the_order_of_words_hardly_counts(both: tuple[tuple[str, ...], list[str]]) -> None:
    score, nearness = Scale(both[0]).weigh(" ".join(both[1]))
    assert score >= 0.97
    assert nearness in (Nearness.FOLDED, Nearness.REORDERED)
