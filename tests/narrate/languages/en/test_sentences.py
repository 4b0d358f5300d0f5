from tertium.narrate.languages.en import English
from tertium.narrate.messages import Contrast, Crossing, Gap, Message, Path, Side, Stated
from tertium.narrate.refer import names_of
from tests.narrate.builders import LEXICON, PROPERTIES, Fact, about, date, fact


def _said(message: Message) -> list[str]:
    people = (about("Ada"), about("Bo"), about("Cy"))
    drafts = English(LEXICON, people).drafts(message)
    return [names_of(people).spell(draft.phrase).text for draft in drafts]


def _side(name: str, *facts: Fact) -> Side:
    person = about(name, *facts)
    return Side(person.iri, tuple((s,) for s in person.statements))


def test_contrast_has_several_wordings() -> None:
    sides = (_side("Ada", fact("ideology", "peace")), _side("Bo", fact("ideology", "war")))
    said = set(_said(Contrast(sides=sides)))
    assert {
        "Ada adhered to peace, whereas Bo adhered to war.",
        "Bo adhered to war; Ada, by contrast, adhered to peace.",
        "Ada adhered to peace, while Bo adhered to war.",
        "Whereas Ada adhered to peace, Bo adhered to war.",
        "While Bo adhered to war, Ada adhered to peace.",
        "Ada adhered to peace; Bo adhered to war.",
        "Ada adhered to peace; Bo, on the other hand, adhered to war.",
    } <= said


def test_three_share_one_verb() -> None:
    sides = tuple(_side(name, fact("role", f"{name} II")) for name in ("Ada", "Bo", "Cy"))
    assert _said(Contrast(sides=sides)) == [
        "Ada served as Ada II, Bo as Bo II and Cy as Cy II.",
        "Bo served as Bo II, Cy as Cy II and Ada as Ada II.",
        "Cy served as Cy II, Ada as Ada II and Bo as Bo II.",
    ]


def test_three_without_a_preposition() -> None:
    sides = tuple(_side(name, fact("works", f"{name} II")) for name in ("Ada", "Bo", "Cy"))
    assert _said(Contrast(sides=sides))[0] == "Ada wrote Ada II, Bo Bo II and Cy Cy II."


def test_three_with_different_verbs() -> None:
    sides = (
        _side("Ada", fact("birthDate", date("1900")), fact("birthPlace", "Rome")),
        _side("Bo", fact("birthDate", date("1910"))),
        _side("Cy", fact("birthDate", date("1920"))),
    )
    assert _said(Contrast(sides=sides))[0] == (
        "Ada was born in 1900 in Rome, Bo was born in 1910, while Cy was born in 1920."
    )


def test_crossings_can_begin_on_either_side() -> None:
    one, other = (
        about(name, fact(predicate, "the plan", time=date("1928"))).statements[0]
        for name, predicate in (("Ada", "policyImplemented"), ("Bo", "policyOpposed"))
    )
    assert _said(Crossing(one, other)) == [
        "In 1928, Ada implemented the plan, which Bo opposed in 1928.",
        "Ada implemented the plan in 1928, but Bo opposed it in 1928.",
        "In 1928, Bo opposed the plan, which Ada implemented in 1928.",
        "Bo opposed the plan in 1928, but Ada implemented it in 1928.",
    ]


def test_one_dated_fact_may_begin_with_its_date() -> None:
    assert _said(Stated(_side("Ada", fact("role", "consul", time=date("1905"))))) == [
        "Ada served as consul in 1905.",
        "In 1905, Ada served as consul.",
        "In addition, Ada served as consul in 1905.",
        "Besides, Ada served as consul in 1905.",
        "Furthermore, Ada served as consul in 1905.",
    ]


def test_a_gap_is_told_of_any_property() -> None:
    side, absent = _side("Ada", fact("works", "a book")), (about("Bo").iri, about("Cy").iri)
    assert _said(Gap(side, PROPERTIES["works"], absent)) == [
        "Ada wrote a book; no works written are recorded for Bo and Cy.",
        "Ada wrote a book, while no works written are recorded for Bo and Cy.",
        "Ada wrote a book; for Bo and Cy, no works written are recorded.",
        "No works written are recorded for Bo and Cy, while Ada wrote a book.",
    ]
    assert _said(Gap(side, PROPERTIES["influencedBy"], absent))[0] == (
        "Ada wrote a book; nothing is recorded for Bo and Cy as “influenced by”."
    )
    assert _said(Gap(side, PROPERTIES["party"], absent[:1]))[0] == (
        "Ada wrote a book; no party membership is recorded for Bo."
    )


def test_a_path_is_told_step_by_step() -> None:
    steps = tuple(about(n, fact("memberOf", "the club")).statements[0] for n in ("Ada", "Bo"))
    assert _said(Path(steps)) == ["Ada sat on the club, as did Bo."]
    assert _said(Path(steps[:1])) == ["Ada sat on the club."]


def test_plural_comparands_take_a_plural_verb() -> None:
    side = _side("Reds", fact("memberOf", "the club"), fact("influencedBy", "Marx"))
    reds = about("Reds", in_text="the Reds")
    english = English(LEXICON, (reds,))
    (draft, *_) = english.drafts(Stated(side))
    assert names_of([reds]).spell(draft.phrase).text == (
        "The Reds sat on the club and were influenced by Marx."
    )
    assert english.frame(side.statements[1]) == "were influenced by"
