from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.dates import Calendar, day_number
from tertium.store.entity_json.times import time_value

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
JULIAN = "http://www.wikidata.org/entity/Q1985786"
TYPED = "^^<http://www.w3.org/2001/XMLSchema#dateTime>"


def written(time: str, precision: int = 11, calendar: str = GREGORIAN) -> str:
    fields = {"time": time, "precision": precision, "calendarmodel": calendar}
    return str(time_value(fields, "").simple).replace("T00:00:00Z", "").replace(TYPED, "^^")


@given(st.dates())
def test_a_gregorian_day_stays_as_it_is(day: date) -> None:
    assert written(f"+{day.isoformat()}T00:00:00Z") == f'"{day.isoformat()}"^^'


@given(st.dates(min_value=date(1, 2, 1), max_value=date(9999, 11, 30)))
def test_a_julian_day_becomes_the_gregorian_day_of_the_same_number(day: date) -> None:
    number = day_number(day.year, day.month, min(day.day, 28), calendar=Calendar.JULIAN)
    expected = date.fromordinal(number - 1_721_425).isoformat()
    stated = day.replace(day=min(day.day, 28)).isoformat()
    assert written(f"+{stated}T00:00:00Z", calendar=JULIAN) == f'"{expected}"^^'


@pytest.mark.parametrize(
    ("time", "precision", "calendar", "expected"),
    [
        ("+1917-10-25T00:00:00Z", 11, JULIAN, '"1917-11-07"^^'),
        ("-0044-03-15T00:00:00Z", 11, JULIAN, '"-0043-03-13"^^'),
        ("-0001-12-31T00:00:00Z", 11, JULIAN, '"0000-12-29"^^'),
        ("-4714-11-24T00:00:00Z", 11, JULIAN, '"-4713-11-24"^^'),
        ("-4713-01-01T00:00:00Z", 11, JULIAN, '"-4712-01-01"^^'),
        ("+1600-02-32T00:00:00Z", 11, JULIAN, '"1600-02-29"^^'),
        ("+1539-03-00T00:00:00Z", 10, JULIAN, '"1539-03-01"^^'),
        ("+1539-00-00T00:00:00Z", 9, JULIAN, '"1539-01-01"^^'),
        ("+00000001952-03-11T00:00:00Z", 11, GREGORIAN, '"1952-03-11"^^'),
        ("+1952-03-11T00:00:00Z", 9, GREGORIAN, '"1952-01-01"^^'),
        ("-0200-00-00T00:00:00Z", 9, GREGORIAN, '"-0199-01-01"^^'),
        ("-0001-00-00T00:00:00Z", 9, GREGORIAN, '"0000-01-01"^^'),
        ("-0500-00-00T00:00:00Z", 7, GREGORIAN, '"-0500-01-01"^^'),
        ("-13798000000-00-00T00:00:00Z", 3, GREGORIAN, '"-13798000000-01-01"^^'),
        ("+2014-02-29T00:00:00Z", 11, GREGORIAN, '"2014-02-28"^^'),
        ("+2014-13-45T00:00:00Z", 11, GREGORIAN, '"2014-12-31"^^'),
        ("-0005-02-29T00:00:00Z", 11, GREGORIAN, '"-0004-02-29"^^'),
        ("+0000-02-29T00:00:00Z", 9, GREGORIAN, '"+0000-02-29"'),
        ("+2012-02-31T00:00:00Z", 11, "http://acme.test/calendar", '"+2012-02-31"'),
        ("+2012-02-31T00:00:00Z", 9, "http://acme.test/calendar", '"2012-01-01"^^'),
        ("yesterday", 11, GREGORIAN, '"yesterday"'),
    ],
)
def test_a_time_is_written_as_wikibase_does(
    time: str, precision: int, calendar: str, expected: str
) -> None:
    assert written(time, precision, calendar) == expected


def test_a_year_with_a_million_digits_stays_a_text() -> None:
    time = "+" + "9" * 1_000_000 + "-01-01T00:00:00Z"
    assert time_value({"time": time, "calendarmodel": JULIAN}, "").simple.value == time


def test_the_value_in_full_is_named_as_wikibase_names_it() -> None:
    fields = {"time": "+2013-12-07T00:00:00Z", "precision": 11, "calendarmodel": GREGORIAN}
    full = time_value(fields, "").full
    assert full is not None
    assert full.hash == "866de9172090592497e94e497370838e"
    assert [str(part) for _, part in full.parts] == [
        "<http://wikiba.se/ontology#TimeValue>",
        f'"2013-12-07T00:00:00Z"{TYPED}',
        '"11"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"0"^^<http://www.w3.org/2001/XMLSchema#integer>',
        f"<{GREGORIAN}>",
    ]
