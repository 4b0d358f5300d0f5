from dataclasses import replace
from decimal import Decimal

from tertium.model.dates import Precision
from tertium.model.description import Description
from tertium.model.measure import DateDistance, QuantityRatio
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.messages import Contrast, Crossing, Side
from tests.narrate.builders import NONE, Fact, about, amount, date, fact, iri, thing
from tests.narrate.languages.carded.builders import german, words

BORN = german(
    birthDate=("wurde … geboren", "wurden … geboren"),
    birthPlace=("wurde in … geboren", "wurden in … geboren", "in"),
    occupation=("war", "waren"),
)


def side(person: Description) -> Side:
    return Side(person.iri, tuple((s,) for s in person.statements))


def contrast(*people: Description) -> Contrast:
    return Contrast(sides=tuple(map(side, people)))


def pair(one: Fact, other: Fact) -> tuple[Description, Description]:
    return about("Ada", one), about("Bo", other)


def test_sides_are_set_against_each_other_either_first() -> None:
    both = pair(fact("party", "Reds"), fact("party", "Blues"))
    told = words(contrast(*both), *both)
    assert len(told) == 4
    assert "Ada was a member of Reds (en); Bo ma was a member of Blues (en)" in told
    assert "Bo was a member of Blues (en); Ada was a member of Reds (en)" in told


def test_a_verb_is_left_out_where_the_lexicon_says_how() -> None:
    both = pair(fact("birthPlace", "Rome"), fact("birthPlace", "Gori"))
    told = words(contrast(*both), *both, known=BORN)
    assert "Ada wurde in Rome (en) geboren, Bo in Gori (en)" in told
    other = pair(fact("occupation", "poet"), fact("occupation", "cook"))
    assert "Ada war poet (en), Bo cook (en)" not in words(contrast(*other), *other, known=BORN)
    bare = german(occupation=("war", "waren", ""))
    assert "Ada war poet (en), Bo cook (en)" not in words(contrast(*other), *other, known=bare)


def test_a_verb_that_has_another_form_is_said_again() -> None:
    both = pair(fact("birthPlace", "Rome"), fact("birthPlace", NONE))
    told = words(contrast(*both), *both, known=BORN)
    assert "Ada wurde in Rome (en) geboren; Bo hingegen ist ohne place of birth" in told
    assert len(told) == 10


def test_dates_are_told_with_their_distance() -> None:
    ada = about("Ada", fact("birthDate", date("1878-12-18")), fact("birthPlace", "Gori"))
    bo = about("Bo", fact("birthDate", date("1879-11-07")), fact("birthPlace", "Rome"))
    apart = DateDistance(order=(ada.iri, bo.iri), amount=324, unit=Precision.DAY)
    message = replace(contrast(bo, ada), distance=apart)
    assert words(message, ada, bo, known=BORN)[0] == (
        "Ada wurde am 18. Dezember 1878 in Gori (en) geboren; "
        "Bo wurde 10 Monate später (am 7. November 1879) in Rome (en) geboren"
    )


def test_behind_a_dash_the_date_comes_first() -> None:
    both = pair(fact("motto", date("1878")), fact("motto", date("1880")))
    apart = DateDistance(order=(both[0].iri, both[1].iri), amount=2, unit=Precision.YEAR)
    known = german(motto=("Jahr: …", ""))
    assert words(replace(contrast(*both), distance=apart), *both, known=known)[0] == (
        "Ada Jahr: 1878; Bo Jahr: 1880 (2 Jahre später)"
    )


def test_amounts_are_told_with_their_ratio() -> None:
    both = pair(fact("childCount", amount(200)), fact("childCount", amount(100)))
    ratio = QuantityRatio(
        order=(both[1].iri, both[0].iri), difference=Decimal(100), ratio=Decimal(2)
    )
    assert words(replace(contrast(*both), ratio=ratio), *both) == [
        "Bo had 100 children; Ada had 200 children, 2 vezi"
    ]


def test_an_amount_that_is_little_more_is_told_without_a_ratio() -> None:
    both = pair(fact("childCount", amount(101)), fact("childCount", amount(100)))
    ratio = QuantityRatio(
        order=(both[1].iri, both[0].iri), difference=Decimal(1), ratio=Decimal("1.01")
    )
    assert len(words(replace(contrast(*both), ratio=ratio), *both)) == 4


def test_more_than_two_are_lined_up() -> None:
    three = tuple(
        about(name, fact("birthPlace", place))
        for name, place in (("Ada", "Rome"), ("Bo", "Gori"), ("Cy", "Bonn"))
    )
    told = words(contrast(*three), *three, known=BORN)
    assert told[0] == "Ada wurde in Rome (en) geboren; Bo in Gori (en); Cy in Bonn (en)"
    assert len(told) == 3
    bare = german(birthPlace=("wurde in … geboren", "", ""))
    assert words(contrast(*three), *three, known=bare)[0].endswith("Cy wurde in Bonn (en) geboren")
    other = tuple(about(name, fact("party", name)) for name in ("Ada", "Bo", "Cy"))
    assert words(contrast(*other), *other)[0] == (
        "Ada was a member of Ada (en); Bo was a member of Bo (en); Cy was a member of Cy (en)"
    )


def test_it_is_told_what_both_are_forms_of() -> None:
    both = pair(fact("ideology", "Stalinism"), fact("ideology", "Trotskyism"))
    kin = Entity(iri("m"), "marksismo", language="qtz", types=(Iri("urn:Town"),))
    told = words(replace(contrast(*both), kinship=kin), *both)
    assert told[0].endswith("; kin: marksismo") is False
    formed = replace(kin, types=(*kin.types, Iri("urn:Ideology")))
    told = words(replace(contrast(*both), kinship=formed), *both)
    assert all(one.endswith("; kin: marksismo") for one in told)


def test_what_one_made_and_the_other_opposed_is_told_of_each() -> None:
    plan = thing("plan", kind="Policy")
    ada, bo = pair(fact("policyImplemented", plan), fact("policyOpposed", plan))
    message = Crossing(ada.statements[0], bo.statements[0])
    assert "Ada implemented plan (en); Bo ma opposed plan (en)" in words(message, ada, bo)
