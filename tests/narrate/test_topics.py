from decimal import Decimal

from tertium.model.values import Coordinate, Text
from tertium.narrate.messages import Part
from tertium.narrate.topics import Topic, by_time, topics_of
from tests.narrate.builders import NONE, UNKNOWN, Fact, about, amount, compare, date, fact, thing


def _topics(*facts: Fact) -> tuple[Topic, ...]:
    return topics_of(compare(about("Ada", *facts)).rows, "en-GB", {})


def _values(part: Part) -> list[object]:
    return [s.value for s in part]


def test_what_cannot_be_said_is_left_out() -> None:
    topics = _topics(
        fact("birthName", Text("Ada", "en")),
        fact("birthName", Text("Ада", "ru")),
        fact("childCount", amount(0)),
        fact("residence", Coordinate(Decimal(1), Decimal(2))),
        fact("gender", "female"),
    )
    told = {t.row.predicate.label: _values(t.told[0]) for t in topics}
    assert told == {
        "birth name": [Text("Ada", "en")],
        "number of children": [],
        "place of residence": [],
    }


def test_an_unknown_outweighs_a_none() -> None:
    (topic,) = _topics(fact("party", NONE), fact("party", UNKNOWN))
    assert _values(topic.told[0]) == [UNKNOWN]


def test_the_best_documented_weighs_most_then_what_lasted() -> None:
    (topic,) = _topics(
        fact("role", "short", start=date("1900"), end=date("1901")),
        fact("role", "long", start=date("1900"), end=date("1909")),
        fact("role", "documented", refs=2),
        fact("role", "played", part=thing("leader")),
    )
    assert _values(topic.told[0]) == [
        thing("documented"),
        thing("played"),
        thing("long"),
        thing("short"),
    ]


def test_the_undated_come_last() -> None:
    statements = about("Ada", fact("role", "B"), fact("role", "A", time=date("1900"))).statements
    assert _values(by_time(statements)) == [thing("A"), thing("B")]
