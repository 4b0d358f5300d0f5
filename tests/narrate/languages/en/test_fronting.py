from tertium.model.lexicon import Form, Lexicon, Number, Tense, Use, VerbFrame, Voice
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.contrast import crossings
from tertium.narrate.languages.en.fronting import fronted
from tertium.narrate.messages import Crossing, Side
from tertium.narrate.refer import names_of
from tests.narrate.builders import LEXICON, PROPERTIES, Fact, about, amount, date, fact, thing


def _passive(text: str) -> tuple[Form, ...]:
    return (Form(text=text, voice=Voice.PASSIVE),)


_FRAMES = {
    "works": VerbFrame("wrote", "wrote", _passive("was written by")),
    "party": VerbFrame("was a member of", "", _passive("had … as a member")),
    "policyImplemented": VerbFrame("made", "made", _passive("was made by")),
    "policyOpposed": VerbFrame("opposed", "opposed", _passive("was opposed by")),
    "residence": VerbFrame(
        "lived in",
        "lived in",
        (
            Form(text="lives in", number=Number.SINGULAR, tense=Tense.PRESENT),
            Form(text="in", use=Use.CONTRAST),
        ),
    ),
    "role": VerbFrame(
        "was", "were", (Form(text="is", number=Number.SINGULAR, tense=Tense.PRESENT),)
    ),
}
VERBS = Verbs(
    Lexicon("en", {**LEXICON.frames, **{PROPERTIES[k].iri: v for k, v in _FRAMES.items()}})
)


def _said(*facts: Fact) -> list[str]:
    ada = about("Ada", *facts)
    side = Side(ada.iri, tuple((s,) for s in ada.statements))
    return [names_of([ada]).spell(phrase).text for phrase in fronted(side, VERBS)]


def test_a_time_may_open() -> None:
    consul = fact("role", "consul", place=thing("Rome"), time=date("1905"))
    assert _said(consul) == ["In 1905, Ada was consul in Rome."]


def test_a_value_may_open_where_the_verb_has_a_passive() -> None:
    assert _said(fact("works", "My Life")) == ["My Life was written by Ada."]
    assert _said(fact("party", "the club")) == ["The club had Ada as a member."]


def test_a_participle_may_open() -> None:
    born = fact("birthPlace", "Rome")
    assert _said(born, fact("residence", "Nice")) == ["Born in Rome, Ada lived in Nice."]


def test_what_somebody_was_may_stand_beside_the_name() -> None:
    poet = fact("role", thing("poet", "a poet"))
    assert _said(poet, fact("residence", "Nice")) == ["Ada, a poet, lived in Nice."]


def test_other_verbs_stay_where_they_are() -> None:
    assert _said(fact("childCount", amount(3), time=date("1905"))) == []
    assert _said(fact("residence", "Nice"), fact("works", "My Life")) == []
    assert _said(fact("ideology", "peace"), fact("ideology", "war")) == []


def test_what_two_did_to_a_thing_may_be_said_of_the_thing() -> None:
    one = about("Ada", fact("policyImplemented", "the plan")).statements[0]
    other = about("Bo", fact("policyOpposed", "the plan", time=date("1928"))).statements[0]
    names = names_of([about("Ada"), about("Bo")])
    said = [names.spell(one.phrase).text for one in crossings(Crossing(one, other), VERBS)]
    assert "The plan was made by Ada and opposed by Bo in 1928." in said
    assert "The plan was opposed by Bo in 1928 and made by Ada." in said


def test_what_has_a_number_of_its_own_is_not_taken_up() -> None:
    one = about("Ada", fact("childCount", amount(3))).statements[0]
    other = about("Bo", fact("deathToll", amount(3))).statements[0]
    assert [one.marker for one in crossings(Crossing(one, other), VERBS)] == ["", ""]


def test_what_is_not_over_is_present() -> None:
    ada = about(
        "Ada",
        fact("residence", "Nice"),
        fact("residence", "Rome", start=date("1990"), end=date("1995")),
        fact("residence", "Bonn", start=date("2001")),
        fact("role", "consul", start=date("1990")),
        fact("role", "mayor"),
    )
    verbs = Verbs(VERBS.lexicon, lasting=frozenset({ada.iri}))
    assert [names_of([ada]).spell(verbs.one((s,))).text for s in ada.statements] == [
        "Lives in Nice.",
        "Lived in Rome from 1990 to 1995.",
        "Lives in Bonn (from 2001).",
        "Has been consul since 1990.",
        "Is mayor.",
    ]
    assert verbs.left(ada.statements[0]) == "in"
    assert verbs.left(ada.statements[3]) == ""
