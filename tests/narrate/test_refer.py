from dataclasses import replace

from tertium.model.lexicon import Gender
from tertium.model.narrative import Mention, MentionForm
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.phrases import Name, Proform
from tertium.narrate.refer import Names, Spelling, antecedents_of, names_of
from tests.narrate.builders import Fact, about, fact, iri, thing

STALIN = about("Joseph Stalin", short="Stalin")
NAME = Name(STALIN.iri, "ignored")


def test_the_first_mention_is_full_and_the_next_is_short() -> None:
    spelling = names_of([STALIN]).spell((NAME, " fought ", NAME))
    assert spelling.text == "Joseph Stalin fought Stalin."
    assert spelling.mentions == (
        Mention(0, 13, NAME.entity),
        Mention(21, 27, NAME.entity, MentionForm.SHORT),
    )


def test_who_was_named_before_gets_the_short_name() -> None:
    spelling = names_of([STALIN]).spell((NAME, " won"), frozenset({NAME.entity}))
    assert spelling.text == "Stalin won."


def test_a_short_name_which_two_share_is_not_used() -> None:
    names = names_of(
        [
            about("Theodore Roosevelt", short="Roosevelt"),
            about("F. D. Roosevelt", short="Roosevelt"),
        ]
    )
    assert names.short == names.full


def test_without_a_short_name_the_full_one_stays() -> None:
    names = names_of([about("Augustus"), about("Cleopatra")])
    assert names.short == {iri("Augustus"): "Augustus", iri("Cleopatra"): "Cleopatra"}


def test_the_name_in_running_text_is_used() -> None:
    names = names_of([about("Bolsheviks", in_text="the Bolsheviks")])
    assert names.spell((Name(iri("Bolsheviks"), ""), " won")).text == "The Bolsheviks won."


def test_a_capital_must_not_move_the_mentions() -> None:
    assert Names().spell(("ßx",)).text == "ßx."


def test_a_title_may_end_the_sentence() -> None:
    assert Names().spell(("Lenin wrote What Is to Be Done?",)).text.endswith("Done?")


def test_a_pronoun_stands_for_the_subject_which_is_named_first() -> None:
    names = names_of([replace(STALIN, gender=Gender.MASCULINE)], {Gender.MASCULINE: "he"})
    lead, other = replace(NAME, subject=True), frozenset({NAME.entity})
    assert names.spell((lead, " won"), antecedents=other) == Spelling(
        "He won.", (Mention(0, 2, NAME.entity, MentionForm.PRONOUN),)
    )
    assert names.spell((NAME, " won"), antecedents=other).text == "Joseph Stalin won."
    assert names.spell((lead, " won")).text == "Joseph Stalin won."


def test_a_group_mentions_each_of_its_members() -> None:
    both = (iri("Ada"), iri("Bo"))
    assert Names().spell((Proform(both, "both"), " won")).mentions == tuple(
        Mention(0, 4, one, MentionForm.GROUP) for one in both
    )


def _antecedents(*facts: Fact, also: Gender | None = None) -> frozenset[Iri]:
    ada = replace(about("Ada", *facts), gender=Gender.FEMININE)
    bo = replace(about("Bo"), gender=also)
    names = names_of([ada, bo], {Gender.FEMININE: "she", Gender.MASCULINE: "he"})
    named = (ada.iri, *(s.value.iri for s in ada.statements if isinstance(s.value, Entity)))
    return antecedents_of([Mention(0, 3, one) for one in named], ada.statements, names)


def test_who_is_named_alone_may_be_a_pronoun_next() -> None:
    assert _antecedents() == {iri("Ada")}
    assert _antecedents(fact("role", thing("consul", kind="Role"))) == {iri("Ada")}
    assert _antecedents(fact("role", "consul")) == {iri("Ada")}


def test_nobody_is_a_pronoun_where_another_may_be_meant() -> None:
    assert not _antecedents(fact("ally", thing("Cy", kind="Person")))
    assert not _antecedents(fact("ally", "Cy"))
    assert not _antecedents(fact("ally", "Bo"), also=Gender.FEMININE)


def test_who_has_another_pronoun_is_not_meant() -> None:
    assert iri("Ada") in _antecedents(fact("ally", "Bo"), also=Gender.MASCULINE)
