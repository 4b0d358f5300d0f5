import pytest

from tertium.model.dates import Date, Interval, Precision
from tertium.model.description import Description
from tertium.model.measure import DateDistance
from tertium.model.narrative import ClaimKind
from tertium.narrate.claims import claims_of
from tertium.narrate.messages import (
    Agreement,
    Contrast,
    Crossing,
    Gap,
    Message,
    Mutual,
    Opinion,
    Path,
    Range,
    Relationship,
    Rivals,
    Shared,
    Side,
    Stated,
    View,
)
from tests.narrate.builders import PROPERTIES, about, compare, date, fact, flat, tell

ADA = about(
    "Ada",
    fact("birthDate", date("1900")),
    fact("birthName", "Ada Byron"),
    fact("residence", "Rome"),
)
OTHER = about("Ada", fact("birthDate", date("1901")))
BO = about("Bo", fact("birthDate", date("1910")), fact("residence", "Rome"))


def test_a_sentence_may_make_several_claims() -> None:
    sentence = tell(ADA, BO).sections[0].sentences[0]
    assert sentence.text == (
        "Ada was born in 1900 as Ada Byron; Bo was born ten years later, in 1910."
    )
    assert [claim.kind for claim in sentence.claims] == [ClaimKind.ORDER, ClaimKind.STATED]


def test_no_years_are_counted_from_a_century() -> None:
    born = fact("birthDate", Date(year=1200, precision=Precision.CENTURY))
    old = about("Ada", born, fact("birthName", "Ada Byron"), fact("residence", "Rome"))
    sentence = tell(old, BO).sections[0].sentences[0]
    assert "later" not in sentence.text
    assert "the 12th century" in sentence.text


def test_a_gap_names_who_and_what_is_missing() -> None:
    one = about("Ada", fact("residence", "Rome"), fact("occupation", "poetry"), fact("party", "X"))
    other = about("Bo", fact("occupation", "prose"))
    claims = [c for s in flat(tell(one, other)) for c in s.claims if c.unrecorded]
    rows = {row.predicate.iri for row in compare(one, other).gaps}
    assert claims
    assert {(one, two in rows) for c in claims for one, two in c.unrecorded} == {(other.iri, True)}


def side(who: Description, *names: str) -> Side:
    return Side(who.iri, tuple((s,) for s in who.statements if s.predicate.label in names))


def kinds(message: Message) -> list[tuple[str, int]]:
    return [(one.kind.value, len(one.statements)) for one in claims_of(message)]


BOTH = (ADA.statements[2], BO.statements[1])
VIEW, OTHER_VIEW = View((ADA.statements[2],)), View((BO.statements[0],))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (Shared((Agreement(statements=BOTH),), everyone=True), [("shared", 2)]),
        (
            Shared((Agreement(statements=BOTH, overlap=Interval()),), everyone=True),
            [("shared", 2), ("overlap", 2)],
        ),
        (Contrast(sides=(side(ADA, "birth name"), side(BO, "date of birth"))), [("stated", 1)] * 2),
        (Contrast(sides=(side(ADA, "date of birth"), side(BO, "date of birth"))), [("differ", 2)]),
        (Contrast(sides=(Side(ADA.iri, (BOTH[:1],)), Side(BO.iri, (BOTH[1:],)))), [("stated", 2)]),
        (
            Range(least=BOTH[:1], greatest=BOTH[1:], between=(), recorded=True),
            [("order", 2)],
        ),
        (
            Gap(side(ADA, "birth name"), PROPERTIES["birthName"], (BO.iri,)),
            [("only-recorded-for", 1)],
        ),
        (Crossing(*BOTH), [("differ", 2)]),
        (Rivals(BOTH[0], BOTH[1:]), [("stated", 2)]),
        (Opinion((VIEW,)), [("opinion", 1)]),
        (Opinion((VIEW, OTHER_VIEW)), [("opinion", 2), ("differ", 2)]),
        (Opinion((VIEW, View(BOTH[1:]))), [("opinion", 2)]),
        (Stated(side(ADA, "birth name")), [("stated", 1)]),
        (Relationship(side(ADA, "birth name")), [("relation", 1)]),
        (Mutual(BOTH), [("relation", 2)]),
        (Path(BOTH), [("path", 2)]),
        (Path(BOTH[:1]), [("relation", 1)]),
    ],
)
def test_each_message_claims_what_it_says(
    message: Message, expected: list[tuple[str, int]]
) -> None:
    assert kinds(message) == expected


def test_only_what_was_measured_is_in_order() -> None:
    apart = DateDistance(order=(ADA.iri, BO.iri), amount=10, unit=Precision.YEAR)
    twice = Side(ADA.iri, ((*ADA.statements[:1], *OTHER.statements),))
    message = Contrast(sides=(twice, side(BO, "date of birth")), distance=apart)
    assert kinds(message) == [("order", 2), ("stated", 1)]
