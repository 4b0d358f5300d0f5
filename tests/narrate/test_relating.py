from tertium.narrate.relating import linking, relating
from tests.narrate.builders import Fact, about, date, fact, iri, summary, thing


def _story(one: list[Fact], other: list[Fact]) -> list[str]:
    return summary(about("Ada", *one), about("Bo", *other))


def test_what_holds_both_ways_at_the_same_time_is_told_once() -> None:
    foes = [fact("opponent", n, start=date("1923"), end=date("1940")) for n in ("Bo", "Ada")]
    assert _story(foes[:1], foes[1:]) == [
        "Ada and Bo were opponents of each other from 1923 to 1940."
    ]
    assert _story([fact("ally", "Bo")], [fact("ally", "Ada")]) == [
        "Ada and Bo were allied with each other."
    ]


def test_of_different_times_the_earliest_is_told() -> None:
    one, other = fact("ally", "Bo", start=date("1923")), fact("ally", "Ada", start=date("1917"))
    assert _story([one], [other]) == ["Bo was allied with Ada from 1917."]


def test_what_one_was_and_did_to_the_other_is_one_sentence() -> None:
    facts = [fact("killed", "Bo", time=date("1940")), fact("ally", "Bo", time=date("1917"))]
    assert _story(facts, []) == [
        "Ada was allied with Bo in 1917 and ordered the killing of Bo in 1940."
    ]


def test_only_facts_about_another_comparand_link() -> None:
    held = fact("influencedBy", "Bo", holder=thing("Cy"))
    ada = about("Ada", fact("ally", "Bo"), fact("ally", "Ada"), fact("ally", "Cy"), held)
    linked = linking(ada.statements, [iri("Ada"), iri("Bo")])
    assert linked == ada.statements[:1]


def test_long_stories_are_told_in_parts() -> None:
    names = ("Bo", "Cy", "Dee", "Eve")
    told = relating(about("Ada", *(fact("killed", name) for name in names)).statements)
    assert len(list(told)) == 2
