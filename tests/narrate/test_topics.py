from dataclasses import replace
from decimal import Decimal

from tertium.model.dates import Date, Precision
from tertium.model.schema import Property
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Entity, Text
from tertium.narrate.messages import Part
from tertium.narrate.topics import Topic, by_time, topics_of
from tests.narrate.builders import NONE, UNKNOWN, Fact, about, amount, compare, date, fact, thing


def _topics(*facts: Fact) -> tuple[Topic, ...]:
    return topics_of(compare(about("Ada", *facts)).rows, {})


def _values(part: Part) -> list[object]:
    return [s.value for s in part]


def test_what_cannot_be_said_is_left_out() -> None:
    topics = _topics(
        fact("birthName", Text("Ada", "en")),
        fact("birthName", Text("Ада", "ru")),
        fact("childCount", amount(0)),
        fact("residence", Coordinate(Decimal(1), Decimal(2))),
    )
    told = {t.row.predicate.label: _values(t.told[0]) for t in topics}
    assert told == {
        "birth name": [Text("Ada", "en")],
        "number of children": [],
        "place of residence": [],
    }


def test_what_has_no_name_is_not_told() -> None:
    code = Entity(Iri("http://example.org/Q1"), "Q1")
    (topic,) = _topics(
        fact("party", code), fact("party", "A", part=code, place=thing("Rome"), time=date("1900"))
    )
    (kept,) = topic.told[0]
    assert kept.value == thing("A")
    assert [q.predicate.label for q in kept.qualifiers] == ["place", "time"]


def test_a_property_without_a_name_is_not_told() -> None:
    (row,) = compare(about("Ada", fact("party", "A"))).rows
    nameless = Property(iri=Iri("http://example.org/P1"), label="P1")
    assert topics_of([replace(row, predicate=nameless)], {}) == ()


def test_a_date_is_told_once_at_its_most_exact() -> None:
    exact, other = date("1900-02-03"), date("1901-02")
    decade = Date(year=1900, precision=Precision.DECADE)
    (topic,) = _topics(
        *(fact("birthDate", value) for value in (date("1900"), exact, date("1900-02"))),
        *(fact("birthDate", value) for value in (other, decade, UNKNOWN)),
    )
    assert set(_values(topic.told[0])) == {exact, other, decade}


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
