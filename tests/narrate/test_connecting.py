from tertium.model.comparison import Connection
from tertium.model.lexicon import Lexicon, VerbFrame
from tertium.model.narrative import ClaimKind, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.connecting import connecting
from tests.narrate.builders import LEXICON, PROPERTIES, Fact, about, date, fact, iri, thing

_TT = "https://w3id.org/tertium/ontology#"


def said(label: str, *facts: Fact) -> tuple[Statement, ...]:
    return about(label, *facts).statements


def told(*path: Statement, between: tuple[Entity, ...] = ()) -> Sentence:
    ends = (about("Stalin"), about("Trotsky"))
    (sentence,) = connecting([Connection(path, between)], ends, LEXICON)
    return sentence


def test_what_both_did_is_said_once_with_the_dates_of_each() -> None:
    body = thing("Politburo", "the Politburo")
    stalin, trotsky = ("1919", "1952"), ("1919", "1926")
    ways = [
        (stalin, trotsky, "from 1919 to 1952, as did Trotsky from 1919 to 1926."),
        (stalin, stalin, "from 1919 to 1952, as did Trotsky."),
        (stalin, (), "from 1919 to 1952; Trotsky sat on it."),
        ((), trotsky, ", as did Trotsky from 1919 to 1926."),
        ((), (), ", as did Trotsky."),
    ]
    for mine, other, text in ways:
        path = [
            said(name, member(body, *when))[0]
            for name, when in (("Stalin", mine), ("Trotsky", other))
        ]
        assert told(*path).text == f"Stalin sat on the Politburo {text}".replace(" ,", ",")


def member(body: Entity, start: str = "", end: str = "") -> Fact:
    if not start:
        return fact("memberOf", body)
    return fact("memberOf", body, start=date(start), end=date(end))


def test_what_part_one_had_is_not_said_of_the_other() -> None:
    war = thing("war", "the war")
    (one,) = said("Stalin", fact("partIn", war, part=thing("leader")))
    (two,) = said("Trotsky", fact("partIn", war, start=date("1918"), end=date("1920")))
    assert told(one, two).text == (
        "Stalin took part in the war as leader; Trotsky took part in the war from 1918 to 1920."
    )


def test_a_being_is_taken_up_as_such() -> None:
    ways = [
        ("ally", "Stalin was allied with Lenin, as was Trotsky."),
        ("works", "Stalin wrote Lenin, as did Trotsky."),
        ("motto", "Stalin has Lenin as motto, as does Trotsky."),
    ]
    for name, text in ways:
        path = (*said("Stalin", fact(name, "Lenin")), *said("Trotsky", fact(name, "Lenin")))
        assert told(*path).text == text


def test_the_word_for_the_same_again_has_the_tense_and_number_of_the_verb() -> None:
    club, frames = thing("Club", "the club"), dict(LEXICON.frames)
    ways = [
        (("has been a member of", "have been members of"), "Trotsky", "has"),
        (("has been a member of", "have been members of"), "the Whites", "have"),
        (("has adopted", "have adopted"), "Trotsky", "does"),
        (("supports", "support"), "the Whites", "do"),
        (("supported", "supported"), "the Whites", "did"),
        (("was in", "were in"), "the Whites", "were"),
    ]
    for (singular, plural), who, word in ways:
        frames[PROPERTIES["ally"].iri] = VerbFrame(singular, plural)
        ends = [about("Stalin", fact("ally", club)), about(who, fact("ally", club))]
        path = Connection(tuple(one.statements[0] for one in ends))
        (sentence,) = connecting([path], ends, Lexicon("en", frames))
        assert sentence.text == f"Stalin {singular} the club, as {word} {who}."


def test_who_is_between_goes_on_as_who_or_which() -> None:
    lenin, works = thing("Lenin", kind="Person"), thing("The Opus")
    person = (*said("Stalin", fact("ally", lenin)), *said("Lenin", fact("ally", "Trotsky")))
    assert told(*person, between=(lenin,)).text == (
        "Stalin was allied with Lenin, who was allied with Trotsky."
    )
    work = (*said("Stalin", fact("works", works)), *said("The Opus", fact("ally", "Trotsky")))
    assert told(*work, between=(works,)).text == (
        "Stalin wrote The Opus, which was allied with Trotsky."
    )


def test_after_a_date_a_new_clause_begins() -> None:
    lenin = thing("Lenin", kind="Person")
    (one,) = said("Stalin", fact("ally", lenin, time=date("1917")))
    (two,) = said("Lenin", fact("ally", "Trotsky"))
    assert told(one, two, between=(lenin,)).text == (
        "Stalin was allied with Lenin in 1917; Lenin was allied with Trotsky."
    )


def test_what_has_to_do_with_both_is_the_subject() -> None:
    path = said("Red Army", fact("ally", "Stalin"), fact("ally", "Trotsky"))
    assert told(*path, between=(thing("Red Army", "the Red Army"),)).text == (
        "The Red Army was allied with Stalin and Trotsky."
    )


def test_a_thing_named_already_is_it_or_them_but_not_in_it() -> None:
    terror, unions = thing("Red Terror", "the Red Terror"), thing("unions", "the unions")
    ways = [
        ("policyImplemented", "policyOpposed", terror, "the Red Terror; Trotsky opposed it."),
        ("policyImplemented", "policyOpposed", unions, "the unions; Trotsky opposed them."),
        ("policyImplemented", "residence", thing("Zürich"), "Zürich; Trotsky lived in Zürich."),
        ("policyImplemented", "motto", terror, "the Red Terror; Trotsky has it as motto."),
        (
            "policyImplemented",
            "ally",
            thing("Lenin", kind="Person"),
            "Lenin; Trotsky was allied with Lenin.",
        ),
    ]
    for name, other, value, text in ways:
        path = (*said("Stalin", fact(name, value)), *said("Trotsky", fact(other, value)))
        assert told(*path).text == f"Stalin implemented {text}"


def test_the_subject_of_one_clause_may_be_the_value_of_the_next() -> None:
    terror = thing("Red Terror", "the Red Terror")
    path = (
        *said("Red Terror", fact("ally", "Stalin")),
        *said("Trotsky", fact("policyOpposed", terror)),
    )
    assert told(*path, between=(terror,)).text == (
        "The Red Terror was allied with Stalin; Trotsky opposed it."
    )


def test_what_leads_on_from_the_other_side_has_a_clause_of_its_own() -> None:
    lenin, heat = thing("Lenin", kind="Person"), thing("Heat")
    path = (
        *said("Stalin", fact("ally", lenin)),
        *said("Krupskaya", fact("ally", lenin), fact("works", heat)),
        *said("Trotsky", fact("works", heat)),
    )
    assert told(*path, between=(lenin, heat, thing("Krupskaya"))).text == (
        "Stalin was allied with Lenin; Krupskaya was allied with Lenin and wrote Heat,"
        " as did Trotsky."
    )


def test_a_path_claims_all_of_its_statements_and_names_everybody() -> None:
    lenin = thing("Lenin", kind="Person")
    path = (*said("Stalin", fact("ally", lenin)), *said("Lenin", fact("ally", "Trotsky")))
    sentence = told(*path, between=(lenin,))
    assert [(claim.kind, claim.statements) for claim in sentence.claims] == [(ClaimKind.PATH, path)]
    named = [mention.entity for mention in sentence.mentions]
    assert named == [iri("Stalin"), iri("Lenin"), iri("Trotsky")]


def test_a_statement_by_itself_is_a_relation() -> None:
    sentence = told(*said("Stalin", fact("ally", "Trotsky")))
    assert sentence.text == "Stalin was allied with Trotsky."
    assert sentence.claims[0].kind is ClaimKind.RELATION
    assert Iri(_TT + "ally") == sentence.evidence[0].predicate.iri
