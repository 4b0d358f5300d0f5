from dataclasses import replace
from itertools import pairwise

import pytest

from tertium.errors import BadLanguageTagError
from tertium.model.dates import Date
from tertium.model.hierarchy import Hierarchy
from tertium.model.lexicon import Gender, Lexicon
from tertium.model.moment import Moment
from tertium.model.narrative import MentionForm
from tertium.narrate import LANGUAGES, narrate
from tests.narrate.builders import (
    about,
    compare,
    date,
    fact,
    iri,
    julian,
    section,
    summary,
    tell,
    text_of,
    thing,
)

WAR = thing("Civil War", "the Civil War", kind="War")
STALIN = about(
    "Joseph Stalin",
    fact("birthDate", julian(1878, 12, 6)),
    fact("birthPlace", "Gori"),
    fact("ideology", "Marxism"),
    fact("ideology", thing("Stalinism", kind="Ideology"), start=date("1924")),
    fact(
        "role", thing("General Secretary", kind="Role"), start=date("1922-04-03"), end=date("1953")
    ),
    fact(
        "memberOf",
        thing("Politburo", "the Politburo", kind="Body"),
        start=date("1919"),
        end=date("1953"),
    ),
    fact("partIn", WAR, part=thing("commissar")),
    fact("policyImplemented", thing("collectivisation", kind="Policy"), start=date("1929")),
    fact("opponent", "Leon Trotsky", start=date("1923"), end=date("1940-08-21")),
    fact("killed", "Leon Trotsky", time=date("1940")),
    fact("style", "authoritarian rule", holder=thing("Robert Service")),
    short="Stalin",
)
TROTSKY = about(
    "Leon Trotsky",
    fact("birthDate", julian(1879, 10, 26)),
    fact("birthPlace", "Yanovka"),
    fact("ideology", "Marxism"),
    fact("ideology", thing("Trotskyism", kind="Ideology")),
    fact(
        "role", thing("People's Commissar", kind="Role"), start=date("1918-03"), end=date("1925-01")
    ),
    fact(
        "memberOf",
        thing("Politburo", "the Politburo", kind="Body"),
        start=date("1917"),
        end=date("1926"),
    ),
    fact("partIn", WAR, part=thing("leader")),
    fact("policyOpposed", thing("collectivisation", kind="Policy"), start=date("1930")),
    fact(
        "style",
        "democratic rule",
        holder=thing("Ernest Mandel"),
        disputedBy=thing("Robert Service"),
    ),
    fact("style", "imperious rule", holder=thing("Anatoly Lunacharsky")),
    short="Trotsky",
)


def test_the_summary_tells_the_story_then_what_is_shared_then_what_differs() -> None:
    assert summary(STALIN, TROTSKY) == [
        (
            "Joseph Stalin was an opponent of Leon Trotsky from 1923 to 1940 and ordered the "
            "killing "
            "of Trotsky in 1940."
        ),
        "Both adhered to Marxism and sat on the Politburo.",
        "Stalin adhered to Stalinism from 1924, Trotsky to Trotskyism.",
        (
            "While Stalin served as General Secretary from 1922 to 1953, Trotsky served as "
            "People's Commissar from March 1918 to January 1925."
        ),
        "From 1929, Stalin implemented collectivisation, which Trotsky opposed from 1930.",
        (
            "Robert Service argues that Stalin practised authoritarian rule; Anatoly "
            "Lunacharsky, by contrast, argues that Trotsky practised imperious rule."
        ),
    ]


def test_sections_follow_the_facets_and_name_people_in_full_first() -> None:
    told = tell(STALIN, TROTSKY)
    assert [s.heading for s in told.sections] == ["Ideology", "Leadership"]
    assert text_of(told.sections[0].sentences) == [
        "Joseph Stalin, like Leon Trotsky, adhered to Marxism.",
        "Trotsky adhered to Trotskyism, Stalin to Stalinism from 1924.",
    ]


def test_a_judgement_never_stands_without_its_holder_nor_without_who_disputes_it() -> None:
    assert section("Leadership", STALIN, TROTSKY)[1] == (
        "According to Ernest Mandel, Trotsky practised democratic rule, which Robert Service "
        "disputes."
    )


def test_each_connection_has_a_sentence() -> None:
    assert text_of(tell(STALIN, TROTSKY).relations) == [
        "Joseph Stalin was an opponent of Leon Trotsky from 1923 to 1940.",
        "Stalin ordered the killing of Trotsky in 1940.",
    ]


def test_one_entity_is_described_without_contrast() -> None:
    told = tell(TROTSKY)
    assert text_of(told.summary) == [
        (
            "Leon Trotsky served as People's Commissar from March 1918 to January 1925, took "
            "part in "
            "the Civil War as leader and opposed collectivisation from 1930."
        ),
        "Trotsky adhered to Marxism and Trotskyism.",
        (
            "Born on 7 November 1879 (26 October, Old Style) in Yanovka, Trotsky sat on the "
            "Politburo from 1917 to 1926."
        ),
    ]
    assert not any(word in s.text for s in told.sentences for word in ("both", "whereas", "while"))


def test_three_entities_stand_in_one_sentence() -> None:
    lenin = about(
        "Vladimir Lenin",
        fact("birthDate", julian(1870, 4, 10)),
        fact("ideology", "Marxism"),
        fact("ideology", thing("Leninism", kind="Ideology")),
        short="Lenin",
    )
    assert section("Ideology", lenin, STALIN, TROTSKY) == [
        "All three adhered to Marxism.",
        (
            "Joseph Stalin adhered to Stalinism (from 1924), Leon Trotsky to Trotskyism and "
            "Vladimir Lenin to Leninism."
        ),
    ]


def test_things_fall_under_what_both_are_forms_of() -> None:
    leninism = thing("Leninism", kind="Ideology")
    top = thing("Marxism", kind="Ideology")
    names = {iri("Stalinism"): (leninism,), iri("Trotskyism"): (leninism,), leninism.iri: (top,)}
    one = about("Joseph Stalin", fact("ideology", thing("Stalinism", kind="Ideology")))
    other = about("Leon Trotsky", fact("ideology", thing("Trotskyism", kind="Ideology")))
    assert summary(one, other, hierarchy=Hierarchy(names)) == [
        (
            "Joseph Stalin adhered to Stalinism; Leon Trotsky adhered to Trotskyism; both "
            "are forms of "
            "Leninism."
        )
    ]


def test_a_value_which_is_above_the_other_is_no_news() -> None:
    marxism, leninism = (thing(name, kind="Ideology") for name in ("Marxism", "Leninism"))
    tree = {leninism.iri: (marxism,), marxism.iri: (thing("socialism", kind="Ideology"),)}
    one = about("Karl Kautsky", fact("ideology", marxism))
    other = about("Vladimir Lenin", fact("ideology", leninism))
    assert not any("forms of" in text for text in summary(one, other, hierarchy=Hierarchy(tree)))


def test_a_silence_is_told_with_what_is_recorded_of_the_other() -> None:
    one = about("Augustus", fact("residence", "Rome"), fact("birthPlace", "Velitrae"))
    other = about("Julius Caesar", fact("birthPlace", "Rome"))
    assert section("Background", one, other) == [
        "Julius Caesar was born in Rome; Augustus, on the other hand, was born in Velitrae.",
        "Augustus lived in Rome; no place of residence is recorded for Julius Caesar.",
    ]


def test_of_a_day_nothing_is_told_to_be_unrecorded() -> None:
    one = about("Augustus", fact("residence", "Rome"), fact("birthPlace", "Velitrae"))
    whole = compare(one, about("Julius Caesar", fact("birthPlace", "Rome")))
    then = replace(whole, moment=Moment(Date(year=-43)))
    texts = [s.text for s in narrate(then, Lexicon("en")).sentences]
    assert texts
    assert not any("recorded" in text for text in texts)


def test_the_language_must_be_one_that_there_is_a_narrator_for() -> None:
    assert LANGUAGES == ("en",)
    with pytest.raises(BadLanguageTagError):
        narrate(compare(STALIN, TROTSKY), Lexicon("de"))


def test_who_was_just_named_alone_is_a_pronoun_but_not_twice_nor_first() -> None:
    ada = replace(
        about(
            "Ada Lovelace",
            *(fact("policyImplemented", f"plan {n}") for n in range(3)),
            *(fact("policyOpposed", f"plan {n}") for n in range(3, 6)),
            *(fact("policyImplemented", f"plan {n}") for n in range(6, 9)),
            short="Lovelace",
        ),
        gender=Gender.FEMININE,
    )
    told = list(tell(ada).sections[0].sentences)
    forms = [next(m.form for m in one.mentions) for one in told]
    assert forms[0] is MentionForm.NAME
    assert MentionForm.PRONOUN in forms
    pairs = pairwise(forms)
    assert (MentionForm.PRONOUN, MentionForm.PRONOUN) not in set(pairs)
    openings = [one.text.split()[0] for one in told]
    assert all(one != other for one, other in pairwise(openings))
