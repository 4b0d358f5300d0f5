from tertium.model.measure import DateDistance
from tertium.narrate.messages import (
    Agreement,
    Contrast,
    Crossing,
    Gap,
    Message,
    Mutual,
    Opinion,
    Path,
    Relationship,
    Rivals,
    Shared,
    Side,
    Stated,
    View,
    statements_of,
    turn_of,
)
from tests.narrate.builders import PROPERTIES, about, date, fact

ONE, OTHER = (s for n in ("Ada", "Bo") for s in about(n, fact("ideology", "peace")).statements)
SIDES = (Side(ONE.subject, ((ONE,),)), Side(OTHER.subject, ((OTHER,),)))
BOTH: tuple[Message, ...] = (
    Shared((Agreement(statements=(ONE, OTHER)),), everyone=True),
    Contrast(sides=SIDES),
    Crossing(ONE, OTHER),
    Rivals(ONE, (OTHER,)),
    Opinion((View((ONE, OTHER)),)),
    Stated(Side(ONE.subject, ((ONE, OTHER),))),
    Gap(Side(ONE.subject, ((ONE, OTHER),)), PROPERTIES["ideology"], ()),
    Relationship(Side(ONE.subject, ((ONE, OTHER),))),
    Mutual((ONE, OTHER)),
    Path((ONE, OTHER)),
)


def test_every_message_knows_its_statements() -> None:
    assert {statements_of(message) for message in BOTH} == {(ONE, OTHER)}


def test_the_turn_depends_on_the_properties_alone() -> None:
    assert len({turn_of(message) for message in BOTH}) == 1


def test_of_dates_which_agree_the_coarser_is_the_value() -> None:
    fine, coarse = (
        s
        for day in ("1900-01-02", "1900")
        for s in about(day, fact("birthDate", date(day))).statements
    )
    assert Agreement(statements=(fine, coarse)).value == date("1900")


def test_a_contrast_may_have_a_distance() -> None:
    distance = DateDistance(order=(ONE.subject,), amount=1, unit=date("1900").precision)
    assert Contrast(sides=SIDES, distance=distance).distance is distance
