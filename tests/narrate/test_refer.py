from tertium.model.narrative import Mention, MentionForm
from tertium.narrate.phrases import Name
from tertium.narrate.refer import Names, names_of
from tests.narrate.builders import about, iri

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
