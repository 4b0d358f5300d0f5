import pytest

from tertium.checking.mentions import mention_failures
from tertium.checking.sentence import SentenceMention, Told
from tertium.checking.words import words_of
from tests.checking.builders import grounds, iri

KNOWN = grounds("ada place", "bab place", "mary place", "wye width")


def told(text: str, **words: str) -> Told:
    """Return a sentence in which each word mentions somebody: "ada pronoun"."""
    mentions = []
    for word, what in words.items():
        start = text.index(word)
        name, _, form = what.partition(" ")
        mentions.append(SentenceMention(start, start + len(word), iri(name), form or "name"))
    return Told(text=text, evidence=(), claims=(), mentions=tuple(mentions))


def problems(sentence: Told, *before: Told) -> list[str]:
    found = mention_failures(sentence, before, KNOWN, words=words_of("en"))
    return [failure.problem for failure in found]


ADA = told("Ada Lovelace was born in London.", **{"Ada Lovelace": "ada short", "London": "london"})
MARY = told("Mary Somerville was born.", **{"Mary Somerville": "mary"})
PAIR = told("Ada and Babbage met.", Ada="ada", Babbage="bab")
BOTH = told("Both met Mary.", Both="ada group")


def test_a_pronoun_stands_for_who_was_named_just_before() -> None:
    assert problems(told("She wrote.", She="ada pronoun"), ADA) == []
    assert problems(told("He wrote.", He="bab pronoun"), PAIR) == []
    assert problems(told("She wrote.", She="ada pronoun"), PAIR) == []
    assert problems(told("Ada wrote while she sang.", Ada="ada", she="ada pronoun")) == []
    assert problems(told("They wrote.", They="ada pronoun"), PAIR) == []
    assert problems(told("It flows.", It="wye pronoun"), told("Wye is wide.", Wye="wye")) == []


@pytest.mark.parametrize(
    ("sentence", "before", "problem"),
    [
        (told("She wrote.", She="ada pronoun"), (), "“She” has nobody before it"),
        (told("She wrote.", She="ada pronoun"), (ADA, MARY), "“She” could be urn:mary"),
        (told("He wrote.", He="ada pronoun"), (ADA,), "“He” is masculine"),
        (told("So wrote.", So="ada pronoun"), (ADA,), "“So” is no pronoun"),
        (told("She wrote."), (ADA,), "“She” is of nobody"),
        (told("Paris fell.", Paris="london"), (), "“Paris” is no name of urn:london"),
        (told("The lot fell.", lot="ada group"), (), "“lot” is no word for several"),
    ],
)
def test_a_pronoun_that_misleads_is_refused(
    sentence: Told, before: tuple[Told, ...], problem: str
) -> None:
    assert any(one.startswith(problem) for one in problems(sentence, *before))


def test_names_may_have_endings_and_articles() -> None:
    assert problems(told("Londons streets.", Londons="london")) == []
    assert (
        problems(
            Told(
                text="the London",
                evidence=(),
                claims=(),
                mentions=(SentenceMention(0, 10, iri("london")),),
            )
        )
        == []
    )
    assert problems(BOTH) == []
    neither = told("Neither met.", Neither="ada group")
    assert problems(neither) == []


def several(text: str, *names: str) -> Told:
    mentions = (SentenceMention(0, len(text), iri(name), "group") for name in names)
    return Told(text=f"{text} met.", evidence=(), claims=(), mentions=tuple(mentions))


def test_a_word_for_several_counts_them() -> None:
    assert problems(several("They", "ada", "bab")) == []
    assert problems(several("All three", "ada", "bab", "mary")) == []
    assert problems(several("2 of the two", "ada", "bab")) == []
    assert problems(several("All three", "ada", "bab")) != []
    assert problems(several("One of the three", "ada")) != []
