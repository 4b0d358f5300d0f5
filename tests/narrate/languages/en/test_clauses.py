from dataclasses import replace

import pytest

from tertium.model.lexicon import Form, Number, Use, ValueNoun, VerbFrame
from tertium.model.schema import Facet, Property
from tertium.model.terms import Iri
from tertium.model.values import Text
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.refer import Names
from tests.narrate.builders import (
    LEXICON,
    NONE,
    PROPERTIES,
    UNKNOWN,
    Fact,
    about,
    amount,
    date,
    fact,
    thing,
)

VERBS = Verbs(LEXICON)
EVENT = thing("July Days", "the July Days")
_DASH = "\N{EN DASH}"


def _said(*facts: Fact, verbs: Verbs = VERBS, brief: bool = False) -> str:
    statements = about("Ada", *facts).statements
    by_name: dict[Iri, list[object]] = {}
    for s in statements:
        by_name.setdefault(s.predicate.iri, []).append(s)
    parts = tuple(
        tuple(s for s in statements if s.predicate.iri == predicate) for predicate in by_name
    )
    return Names().spell(("Ada ", *verbs.all(parts, brief=brief))).text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ([fact("role", "consul", time=date("1905"))], "Ada served as consul in 1905."),
        (
            [fact("role", "consul", start=date("1918-03"), end=date("1925-01"))],
            "Ada served as consul from March 1918 to January 1925.",
        ),
        (
            [fact("partIn", EVENT, part=thing("organiser"), place=thing("Moscow"))],
            "Ada took part in the July Days as organiser in Moscow.",
        ),
        ([fact("partIn", EVENT, part=thing("participant"))], "Ada took part in the July Days."),
        (
            [fact("role", "A", start=date("1917"), end=date("1918")), fact("role", "B")],
            f"Ada served as A (1917{_DASH}1918) and B.",
        ),
        (
            [fact("partIn", "A", part=thing("leader"), time=date("1905")), fact("partIn", "B")],
            "Ada took part in A (as leader, 1905) and B.",
        ),
        (
            [fact("role", "A", time=date("1917")), fact("role", "B", time=date("1917"))],
            "Ada served as A and B in 1917.",
        ),
        (
            [fact("role", "consul", time=date("1917")), fact("role", "consul", time=date("1924"))],
            "Ada served as consul in 1917 and 1924.",
        ),
        (
            [fact("role", "consul", time=date("1917")), fact("role", "consul", start=date("1924"))],
            "Ada served as consul in 1917 and from 1924.",
        ),
        (
            [fact("works", "Constitution of 1936", time=date("1936"))],
            "Ada wrote the Constitution of 1936.",
        ),
        ([fact("birthDate", date("1900-01-02"))], "Ada was born on 2 January 1900."),
        (
            [fact("birthDate", date("1900")), fact("birthPlace", "Rome")],
            "Ada was born in 1900 in Rome.",
        ),
        ([fact("father", "Bo"), fact("mother", "Cy")], "Ada was a child of Bo and Cy."),
        ([fact("childCount", amount(4))], "Ada had four children."),
        ([fact("childCount", amount(14))], "Ada had 14 children."),
        ([fact("childCount", amount(1))], "Ada had one child."),
        ([fact("party", NONE)], "Ada had no party membership."),
        ([fact("occupation", UNKNOWN)], "Ada had an unknown occupation."),
        ([fact("motto", Text("Onwards"))], "Ada has Onwards as motto."),
        ([fact("deathToll", amount(5, 4, 6))], "Ada cost about 5 (between 4 and 6) lives."),
    ],
)
def test_verb_phrases(facts: list[Fact], said: str) -> None:
    assert _said(*facts) == said


def test_brief_phrases_put_the_time_in_brackets() -> None:
    long = fact("role", "consul", start=date("1918-03"), end=date("1925-01"))
    assert _said(long, brief=True) == f"Ada served as consul (1918{_DASH}1925)."


def test_a_plural_name_takes_a_plural_verb() -> None:
    plural = about("Ada").iri
    said = _said(fact("influencedBy", "Marx"), verbs=Verbs(LEXICON, frozenset({plural})))
    assert said == "Ada were influenced by Marx."


def test_a_later_date_follows_its_verb_or_stands_in_its_slot() -> None:
    for name, said in (
        ("birthDate", "Ada was born two years later, on 3 February 1900."),
        ("motto", "Ada has 3 February 1900 as motto, two years later."),
    ):
        part = about("Ada", fact(name, date("1900-02-03"))).statements
        assert Names().spell(("Ada ", *VERBS.later((part,), "two years"))).text == said


def test_a_property_without_a_frame_is_told_by_its_label() -> None:
    statement = about("Ada", fact("birthDate", date("1900"))).statements[0]
    assert Verbs(LEXICON).frame(statement) == "was born"
    facet = Facet(Iri("https://example.org/f"), "F")
    unknown = Property(iri=Iri("https://example.org/p"), label="baptism", facet=facet)
    assert VERBS.lexicon.frames.get(unknown.iri) is None


GENRE = replace(
    VERBS.lexicon,
    frames={
        PROPERTIES["occupation"].iri: VerbFrame(
            "belongs to the genre of",
            "belong to the genre of",
            (
                Form(text="is", number=Number.SINGULAR, use=Use.COUNT),
                Form(text="are", number=Number.PLURAL, use=Use.COUNT),
                Form(text="to that of", use=Use.CONTRAST),
            ),
            ValueNoun.MASS,
        )
    },
)


def test_of_a_genre_some_are_films_and_some_belong_to_it() -> None:
    films = fact("occupation", "drama film"), fact("occupation", "war film")
    said = _said(*films, fact("occupation", "melodrama"), verbs=Verbs(GENRE))
    assert said == "Ada is a drama film and a war film and belongs to the genre of melodrama."


def test_two_of_a_genre_are_films() -> None:
    (statement,) = about("Ada", fact("occupation", "drama film")).statements
    phrase = Verbs(GENRE).one((statement,), plural=True)
    assert Names().spell(("They ", *phrase)).text == "They are drama films."


def test_a_second_clause_keeps_what_the_lexicon_says() -> None:
    (statement,) = about("Ada", fact("occupation", "melodrama")).statements
    assert Verbs(GENRE).left(statement) == "to that of"
    assert Verbs(replace(GENRE, frames={})).left(statement) == ""
    (film,) = about("Ada", fact("occupation", "war film")).statements
    assert Verbs(GENRE).left(film) == ""
