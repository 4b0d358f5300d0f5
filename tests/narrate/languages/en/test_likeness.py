from dataclasses import replace

from tertium.model.dates import Interval
from tertium.model.lexicon import VerbFrame
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.likeness import likenesses
from tertium.narrate.messages import Agreement, Shared
from tertium.narrate.refer import Names
from tests.narrate.builders import LEXICON, NONE, Fact, about, date, fact, thing

CITY = thing("Moscow")
BODY = thing("Politburo", "the Politburo", kind="Body")
SPAN = Interval(start=date("1919-03-25"), end=date("1926"))
LATER = Interval(start=date("1922"), end=date("1924"))


def _agreement(*facts: Fact, overlap: Interval | None = None) -> Agreement:
    people = zip(("Ada", "Bo", "Cy"), facts, strict=False)
    held = tuple(about(name, own).statements[0] for name, own in people)
    return Agreement(statements=held, overlap=overlap)


def _said(*agreements: Agreement, everyone: bool = True) -> list[str]:
    drafts = likenesses(Shared(agreements, everyone=everyone), Verbs(LEXICON))
    return [Names().spell(draft.phrase).text for draft in drafts]


def _wordings(facts: tuple[Fact, ...], *, everyone: bool = True) -> list[str]:
    return _said(_agreement(*facts), everyone=everyone)


def test_likeness_has_several_wordings() -> None:
    peace = fact("ideology", "peace")
    assert _wordings((peace, peace)) == [
        "Both adhered to peace.",
        "Ada and bo both adhered to peace.",
        "Both ada and bo adhered to peace.",
        "Ada, like bo, adhered to peace.",
        "Ada adhered to peace, as did bo.",
        "Like ada, bo adhered to peace.",
        "Bo, like ada, adhered to peace.",
        "Bo adhered to peace, as did ada.",
        "Like bo, ada adhered to peace.",
    ]


def test_three_are_all() -> None:
    peace = fact("ideology", "peace")
    assert _wordings((peace, peace, peace)) == [
        "All three adhered to peace.",
        "Ada, bo and cy all adhered to peace.",
    ]


def test_two_of_three_are_named() -> None:
    ally = fact("ally", "Lenin")
    assert _wordings((ally, ally), everyone=False)[:2] == [
        "Ada and bo were both allied with Lenin.",
        "Both ada and bo were allied with Lenin.",
    ]


def test_what_follows_an_adverb_keeps_its_distance() -> None:
    frame = VerbFrame("has … as wife", "have … as wife")
    agreement = _agreement(fact("ally", "Eve"), fact("ally", "Eve"))
    verbs = Verbs(replace(LEXICON, frames={agreement.predicate.iri: frame}))
    drafts = likenesses(Shared((agreement,), everyone=False), verbs)
    texts = [Names().spell(draft.phrase).text for draft in drafts]
    assert texts[0] == "Ada and bo have both Eve as wife."


def test_a_poet_each() -> None:
    poet = fact("occupation", thing("poet", "a poet"))
    assert _wordings((poet, poet))[:2] == ["Each was a poet.", "Each of ada and bo was a poet."]
    assert _wordings((poet, poet), everyone=False)[0] == "Each of ada and bo was a poet."


def test_what_nobody_has() -> None:
    none = fact("party", NONE)
    assert _wordings((none, none)) == [
        "Neither had any party membership.",
        "Neither ada nor bo had any party membership.",
    ]
    assert _wordings((none, none, none))[0] == "None of the three had any party membership."
    assert _wordings((none, none), everyone=False)[0].startswith("Neither ada nor bo")


def test_different_parts_are_told_in_turn_after_the_common_time() -> None:
    one = fact("partIn", "the war", part=thing("leader"), time=date("1917"))
    other = fact("partIn", "the war", part=thing("editor"), time=date("1917"))
    assert _wordings((one, other))[0] == (
        "Both took part in the war in 1917, ada as leader and bo as editor."
    )


def test_the_same_part_and_place_are_told_once() -> None:
    same = fact("partIn", "the war", part=thing("leader"), place=CITY)
    assert _wordings((same, same))[0] == "Both took part in the war as leader in Moscow."


def test_different_times_are_told_in_turn() -> None:
    one, other = (fact("residence", CITY, time=date(year)) for year in ("1905-02", "1917"))
    assert _wordings((one, other))[0] == "Both lived in Moscow, ada in 1905 and bo in 1917."


def test_a_time_which_only_one_has_is_not_told() -> None:
    one, other = fact("residence", CITY, time=date("1905")), fact("residence", CITY)
    assert _wordings((one, other))[0] == "Both lived in Moscow."


def test_terms_overlap() -> None:
    one, other = (fact("memberOf", BODY, start=date(year)) for year in ("1919", "1917"))
    assert _said(_agreement(one, other, overlap=SPAN))[0] == (
        "Both sat on the Politburo; their terms overlapped from 1919 to 1926."
    )


def test_other_things_have_an_overlap() -> None:
    one, other = (fact("residence", CITY, start=date(year)) for year in ("1919", "1917"))
    lived = _agreement(one, other, overlap=SPAN)
    assert _said(lived)[0] == "Both lived in Moscow, with an overlap from 1919 to 1926."
    stayed = _agreement(fact("residence", "Rome"), fact("residence", "Rome"), overlap=LATER)
    assert _said(lived, stayed)[0] == (
        "Both lived in Moscow and Rome, with overlaps from 1919 to 1926 and from 1922 to 1924, "
        "respectively."
    )
    assert _said(lived, lived)[0].endswith(", with overlaps from 1919 to 1926.")
    lenin, too = (fact("ally", "Lenin", start=date(year)) for year in ("1919", "1917"))
    assert _said(_agreement(lenin, too, overlap=SPAN))[0] == (
        "Both were allied with Lenin, at the same time from 1919 to 1926."
    )


def test_of_several_things_only_full_overlaps_are_told() -> None:
    lived = _agreement(fact("residence", CITY), fact("residence", CITY), overlap=SPAN)
    stayed = _agreement(fact("residence", "Rome"), fact("residence", "Rome"))
    assert _said(lived, stayed)[0] == "Both lived in Moscow and Rome."
