from dataclasses import replace

from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.terms import Iri
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.ranges import ranges
from tertium.narrate.messages import Range
from tests.narrate.builders import (
    LEXICON,
    Fact,
    about,
    amount,
    date,
    fact,
    summary,
    tell,
    text_of,
)

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed")


def five(*sides: list[Fact]) -> list[Description]:
    return [about(name, *side) for name, side in zip(NAMES, sides, strict=True)]


def told(*people: Description) -> list[str]:
    return [text for one in tell(*people).sections for text in text_of(one.sentences)]


def test_all_of_many_need_no_names() -> None:
    assert summary(*five(*[[fact("ideology", "peace")]] * 5))[0] == "All five adhered to peace."


def test_four_of_five_are_counted() -> None:
    peace = [fact("ideology", "peace"), fact("party", "Greens")]
    sentences = told(*five(peace, peace, peace, peace, [fact("ideology", "war")]))
    assert "Four of the five adhered to peace." in sentences


def test_times_of_many_are_not_listed() -> None:
    terms = [
        [fact("role", "mayor", start=date(str(1900 + n)), end=date(str(1901 + n)))]
        for n in range(5)
    ]
    overlapping = [
        [fact("role", "mayor", start=date(str(1900 + n)), end=date("1950"))] for n in range(5)
    ]
    assert summary(*five(*terms))[0] == "All five served as mayor."
    assert "1904" in summary(*five(*overlapping))[0]


def test_dates_of_many_are_told_from_end_to_end() -> None:
    years = (1767, 1732, 1808, 1790, 1800)
    people = five(*([fact("birthDate", date(str(n))), fact("occupation", "poet")] for n in years))
    texts = told(*people)
    assert "The date of birth ranges from 1732 (Bo) to 1808 (Cy)." in texts
    assert not any("1790" in text for text in texts)


def test_amounts_of_some_of_many_are_told_with_caution() -> None:
    sides = [[fact("childCount", amount(n)), fact("occupation", "poet")] for n in (1, 2, 3, 9)]
    texts = told(*five(*sides, [fact("occupation", "poet")]))
    assert any(text.startswith("As far as it is recorded, the number of") for text in texts)


def test_things_of_many_are_not_set_against_each_other() -> None:
    people = five(*([fact("role", f"post {n}"), fact("role", "mayor")] for n in range(5)))
    assert summary(*people) == ["All five served as mayor."]


def test_what_is_contested_gives_no_range() -> None:
    rivals = [fact("birthDate", date("1700")), fact("birthDate", date("1701"))]
    others = [[fact("birthDate", date(str(n)))] for n in (1732, 1740, 1750, 1760)]
    assert not any("ranges from 1700" in text for text in told(*five(rivals, *others)))


def test_a_label_which_is_no_noun_is_quoted() -> None:
    ada = about("Ada", fact("birthDate", date("1900"))).statements[0]
    born = replace(ada, predicate=Property(iri=Iri("urn:born"), label="born in"))
    message = Range(least=(born,), greatest=(born,), between=(), recorded=True)
    (draft, *_) = ranges(message, Verbs(LEXICON))
    assert draft.phrase[0] == "what is recorded as “born in” ranges from "


def test_those_without_a_record_are_counted_when_they_are_many() -> None:
    peace = fact("ideology", "peace")
    people = five([peace, fact("doctrine", "war")], *[[peace]] * 4)
    assert "No doctrine is recorded for four others, while Ada upheld war." in told(*people)
