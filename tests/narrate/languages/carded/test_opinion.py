from tertium.narrate.messages import Opinion, Rivals, View
from tests.narrate.builders import Fact, about, date, fact, thing
from tests.narrate.languages.carded.builders import words

SERVICE, DEUTSCHER = (thing(name, kind="Person") for name in ("Robert Service", "Isaac Deutscher"))


def told(*facts: Fact, other: Fact | None = None) -> list[str]:
    ada = about("Ada", *facts)
    bo = about("Bo", *((other,) if other else ()))
    views = tuple(View((s,)) for s in (*ada.statements, *bo.statements))
    return words(Opinion(views), ada, bo)


def test_a_judgement_has_its_holder() -> None:
    assert told(fact("style", "terror", holder=SERVICE)) == [
        "Robert Service dik: Ada practised terror (en)"
    ]


def test_all_holders_are_named_and_who_disputes_it() -> None:
    by = thing("Ann", kind="Person")
    statements = about(
        "Ada",
        fact("style", "terror", holder=SERVICE, disputedBy=by),
        fact("style", "terror", holder=DEUTSCHER, disputedIn=thing("A Book")),
    )
    assert words(Opinion((View(statements.statements),)), statements) == [
        "Robert Service, Isaac Deutscher diku: Ada practised terror (en) (kontra: Ann)"
    ]
    assert told(fact("style", "terror", holder=SERVICE, disputedIn=thing("A Book"))) == [
        "Robert Service dik: Ada practised terror (en) (kontra in <A Book>)"
    ]


def test_judgements_on_two_are_set_against_each_other() -> None:
    other = fact("style", "calm", holder=DEUTSCHER)
    assert told(fact("style", "terror", holder=SERVICE), other=other) == [
        (
            "Robert Service dik: Ada practised terror (en); "
            "Isaac Deutscher ma dik: Bo practised calm (en)"
        )
    ]


def test_judgements_on_one_stand_side_by_side() -> None:
    one, other = (
        fact("style", what, holder=who) for what, who in (("terror", SERVICE), ("calm", DEUTSCHER))
    )
    assert told(one, other) == [
        (
            "Robert Service dik: Ada practised terror (en); "
            "Isaac Deutscher dik: Ada practised calm (en)"
        )
    ]


def test_one_holder_may_judge_both() -> None:
    other = fact("style", "calm", holder=SERVICE)
    assert told(fact("style", "terror", holder=SERVICE), other=other) == [
        "Robert Service dik: Ada practised terror (en); plu: Bo practised calm (en)"
    ]


def test_rivals_are_told_together() -> None:
    ada = about("Ada", fact("birthDate", date("1878")), fact("birthDate", date("1879")))
    lead, other = ada.statements
    assert words(Rivals(lead, (other,)), ada) == ["Ada, fonti dis: date of birth 1878 u 1879"]
    ada = about("Ada", fact("birthPlace", "Rome", refs=0), fact("birthPlace", "Gori", refs=0))
    lead, other = ada.statements
    assert words(Rivals(lead, (other,)), ada) == [
        "Ada, plu na un: place of birth Rome (en) u Gori (en)"
    ]
