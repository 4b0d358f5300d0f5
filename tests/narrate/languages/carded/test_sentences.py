from dataclasses import replace

import pytest

from tertium.model.lexicon import Form, Gender, Number, Tense, Use, VerbFrame
from tertium.narrate.claims import claims_of
from tertium.narrate.languages.carded import Carded
from tertium.narrate.messages import Gap, Mutual, Part, Path, Range, Relationship, Side, Stated
from tests.narrate.builders import NONE, UNKNOWN, Fact, about, amount, date, fact, iri, thing
from tests.narrate.languages.carded.builders import CARD, QTZ, german, lexicon, tongue, words


def stated(*facts: Fact) -> list[str]:
    ada = about("Ada", *facts)
    return words(Stated(Side(ada.iri, tuple((s,) for s in ada.statements))), ada)


def test_one_comparand_is_told_of_with_or_without_an_opening() -> None:
    assert stated(fact("party", "Reds"), fact("residence", "Rome")) == [
        "Ada was a member of Reds (en), lived in Rome (en)",
        "Plu, Ada was a member of Reds (en), lived in Rome (en)",
    ]
    ada = about("Ada", fact("ally", "Bo"))
    told = words(Relationship(Side(ada.iri, (ada.statements,))), ada, about("Bo"))
    assert told[0] == "Ada was allied with Bo (en)"


def test_what_no_lexicon_lists_is_told_by_its_label() -> None:
    assert stated(fact("motto", "Reds"))[0] == "Ada ga motto Reds (en)"
    ada = about("Ada", fact("motto", "Reds"), fact("party", "Reds"))
    for number, fallback in ((0, True), (1, False)):
        side = Side(ada.iri, ((ada.statements[number],),))
        (draft, *_) = Carded(CARD, QTZ, (ada,)).drafts(Stated(side))
        assert draft.fallback is fallback
        assert draft.claims == claims_of(Stated(side))


def test_what_is_lacked_or_unknown_has_words_of_its_own() -> None:
    assert stated(fact("party", NONE))[0] == "Ada nil party membership"
    assert stated(fact("party", UNKNOWN, time=date("1919")))[0] == "Ada mu party membership (1919)"


def test_one_thing_does_not_take_a_frame_for_several() -> None:
    assert stated(fact("childCount", amount(3)))[0] == "Ada had 3 children"
    assert stated(fact("childCount", amount(1)))[0] == "Ada ga number of children 1"


def test_where_when_and_as_what_stand_in_brackets() -> None:
    roles = fact("partIn", "War", part=thing("envoy"), place=thing("Rome"), time=date("1919-05"))
    assert stated(roles)[0] == ("Ada took part in War (en, kom envoy [en], in Rome [en], Mai 1919)")
    assert (
        stated(fact("partIn", "War of 1919", part=thing("participant"), time=date("1919")))[0]
        == "Ada took part in War of 1919 (en)"
    )


def test_times_of_one_value_are_told_together() -> None:
    years = [fact("residence", "Rome", time=date(year)) for year in ("1901", "1903")]
    ada = about("Ada", *years)
    assert words(Stated(Side(ada.iri, (ada.statements,))), ada)[0] == (
        "Ada lived in Rome (en, 1901, 1903)"
    )


def test_verbs_agree_in_gender_and_an_unknown_one_is_avoided() -> None:
    forms = tuple(
        Form(text=text, number=Number.SINGULAR, gender=gender)
        for text, gender in (("est né à", Gender.MASCULINE), ("est née à", Gender.FEMININE))
    )
    noun = Form(text="lieu de naissance", use=Use.NOUN)
    known = lexicon(tongue("fr").card, birthPlace=VerbFrame("", "sont nés à", (*forms, noun)))
    ada = about("Ada", fact("birthPlace", "Rome"))
    message = Stated(Side(ada.iri, (ada.statements,)))
    for gender, told in (
        (Gender.FEMININE, "Ada est née à Rome (en)"),
        (Gender.MASCULINE, "Ada est né à Rome (en)"),
        (Gender.NEUTER, "Ada a pour lieu de naissance Rome (en)"),
        (None, "Ada a pour lieu de naissance Rome (en)"),
    ):
        assert words(message, replace(ada, gender=gender), known=known)[0] == told


@pytest.mark.parametrize(
    ("ended", "end", "verb"), [(False, "", "is"), (True, "", "was"), (False, "1926", "was")]
)
def test_the_present_is_for_what_lasts(ended: bool, end: str, verb: str) -> None:
    present = Form(text="is in", number=Number.SINGULAR, tense=Tense.PRESENT)
    known = lexicon(CARD, party=VerbFrame("was in", "were in", (present,)))
    reds = fact("party", "Reds", end=date(end)) if end else fact("party", "Reds")
    ada = replace(about("Ada", reds), ended=ended)
    message = Stated(Side(ada.iri, (ada.statements,)))
    assert words(message, ada, known=known)[0].startswith(f"Ada {verb} in Reds")


def test_of_whom_nothing_is_known_the_past_is_told() -> None:
    present = Form(text="is in", number=Number.SINGULAR, tense=Tense.PRESENT)
    known = lexicon(CARD, party=VerbFrame("was in", "were in", (present,)))
    ada = about("Ada", fact("party", "Reds"))
    assert words(Path(ada.statements), about("Bo"), known=known) == ["ada was in Reds (en)"]


def test_a_gap_names_whose_record_is_silent() -> None:
    people = [about(name) for name in ("Ada", "Bo", "Cy", "Dee", "Eve")]
    ada = about("Ada", fact("party", "Reds"))
    gap = Gap(Side(ada.iri, (ada.statements,)), ada.statements[0].predicate, (iri("Bo"),))
    assert words(gap, ada, *people[1:]) == [
        "Ada was a member of Reds (en); pri Bo no skribu: party membership"
    ]
    many = replace(gap, absent=tuple(one.iri for one in people[1:]))
    assert words(many, ada, *people[1:]) == [
        "Ada was a member of Reds (en); pri 4 otri no skribu: party membership"
    ]


def test_what_holds_both_ways_is_told_once() -> None:
    ada = about("Ada", fact("ally", "Bo", time=date("1919")))
    bo = about("Bo", fact("ally", "Ada", time=date("1919")))
    assert words(Mutual((*ada.statements, *bo.statements)), ada, bo) == [
        "Ada was allied with Bo (en, 1919) e reto",
        "Bo was allied with Ada (en, 1919) e reto",
    ]


def ends(one: Fact, other: Fact) -> tuple[Part, Part]:
    ada, bo = about("Ada", one), about("Bo", other)
    return ada.statements, bo.statements


def test_ranges_go_from_end_to_end() -> None:
    people = (about("Ada"), about("Bo"))
    least, greatest = ends(fact("birthDate", date("1870")), fact("birthDate", date("1900")))
    message = Range(least=least, greatest=greatest, between=(), recorded=True)
    assert words(message, *people) == ["date of birth: prim 1870 (Ada), last 1900 (Bo)"]
    least, greatest = ends(fact("childCount", amount(2)), fact("childCount", amount(9)))
    message = Range(least=least, greatest=greatest, between=(), recorded=False)
    assert words(message, *people) == ["se skribu, number of children: min 2 (Ada), maks 9 (Bo)"]


def test_a_path_is_told_subject_by_subject() -> None:
    ada = about("Ada", fact("party", "Reds"), fact("residence", "Rome"))
    bo = about("Bo", fact("residence", "Rome"))
    assert words(Path((*ada.statements, *bo.statements)), ada, bo) == [
        "Ada was a member of Reds (en), lived in Rome (en); Bo lived in Rome (en)"
    ]


def test_words_go_well_with_those_that_follow() -> None:
    known = lexicon(
        tongue("es").card, party=VerbFrame("votó por", ""), ally=VerbFrame("votó a", "")
    )
    ada = about("Ada", fact("party", "Reds"), fact("party", "Islas"), fact("party", "Unos"))
    side = Side(ada.iri, (ada.statements[:2],))
    assert words(Stated(side), ada, known=known)[0] == "Ada votó por Reds (en) e Islas (en)"
    bo = about("Bo", fact("ally", "Ada"), fact("ally", "Ida"))
    side = Side(bo.iri, (bo.statements,))
    for short, told in (("", "e Ida"), ("Ita", "e Ida"), ("Da", "y Ida")):
        ida = about("Ida", short=short)
        assert words(Stated(side), bo, ida, known=known)[0] == f"Bo votó a Ada (en) {told} (en)"


def test_the_frame_of_a_statement_is_without_its_value() -> None:
    ada = about("Ada", fact("birthPlace", "Rome"))
    known = german(birthPlace=("wurde in … geboren", ""))
    assert Carded(tongue("de").card, known, (ada,)).frame(ada.statements[0]) == "wurde in  geboren"
    assert Carded(tongue("de").card, known, (ada,)).pronouns == {}
