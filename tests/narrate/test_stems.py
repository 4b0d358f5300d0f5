from tertium.narrate.messages import Part
from tertium.narrate.stems import bundled
from tests.narrate.builders import LEXICON, Fact, about, date, fact


def _parts(*facts: Fact) -> list[Part]:
    return [(statement,) for statement in about("Ada", *facts).statements]


def _bundles(*facts: Fact) -> list[list[str]]:
    groups = bundled(_parts(*facts), lambda s: LEXICON.frames[s.predicate.iri].singular)
    return [[part[0].predicate.label for part in group] for group in groups]


def test_a_place_continues_a_date_and_the_date_comes_first() -> None:
    assert _bundles(fact("birthPlace", "Rome"), fact("birthDate", date("1900"))) == [
        ["date of birth", "place of birth"]
    ]


def test_the_same_verb_takes_both_values() -> None:
    assert _bundles(fact("father", "Bo"), fact("mother", "Cy")) == [["father"]]


def test_other_verbs_stand_alone() -> None:
    assert _bundles(fact("ideology", "Marxism"), fact("doctrine", "peace")) == [
        ["political ideology"],
        ["doctrine"],
    ]
