from decimal import Decimal

import pytest

from tertium.compare.bearing import bearing, degrees
from tertium.model.explanation import Bearing
from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)

from .builders import fact, iri, person, thing, year

FILES = Iri("https://files.example/a/Portrait.JPG")
CATEGORY = "https://example.org/Category:"
POINT = Coordinate(Decimal("41.98"), Decimal("44.11"))


def of(value: Value) -> Bearing:
    who = person("Ada-17", fact(value))
    return bearing(who.statements[0], who.entity)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Identifier("118642499"), Bearing.HOUSEKEEPING),
        (WebAddress(Iri("https://example.org")), Bearing.HOUSEKEEPING),
        (POINT, Bearing.HOUSEKEEPING),
        (Text("41.98 44.11"), Bearing.HOUSEKEEPING),
        (Text("portrait.svg"), Bearing.HOUSEKEEPING),
        (Entity(FILES, "Portrait"), Bearing.HOUSEKEEPING),
        (Entity(iri("pages/Ada_17"), "Ada 17 (page)"), Bearing.HOUSEKEEPING),
        (Entity(Iri(CATEGORY + "Ada_17"), "Category:Ada 17"), Bearing.HOUSEKEEPING),
        (Entity(Iri(CATEGORY + "Poets"), "Poets"), Bearing.CATEGORY),
        (Entity(iri("pages/Ada_17"), "Ada 17", language="en"), Bearing.CONTENT),
        (Entity(iri("pages/Ada_17"), "Ada 17", types=(iri("City"),)), Bearing.CONTENT),
        (thing("Ada-17"), Bearing.CONTENT),
        (thing("Georgia"), Bearing.CONTENT),
        (Text("Ada 17 (poet)"), Bearing.NAME),
        (Text("ada"), Bearing.CODE),
        (Text("NCC-1701"), Bearing.CODE),
        (Text("NCC-1701", "en"), Bearing.CONTENT),
        (Text("1878"), Bearing.CONTENT),
        (Text("108"), Bearing.NUMBER),
        (Text(" "), Bearing.NOTHING),
        (Text("1878-12-18"), Bearing.DATE),
        (Text("a poet and a critic"), Bearing.CONTENT),
        (Text("a poet " * 9), Bearing.PROSE),
        (year(1878), Bearing.DATE),
        (Quantity(amount=Decimal(3)), Bearing.NUMBER),
        (SomeValue(), Bearing.CONTENT),
    ],
)
def test_a_value_bears_what_its_kind_and_shape_say(value: Value, expected: Bearing) -> None:
    assert of(value) is expected


def test_the_end_of_an_address_is_a_code() -> None:
    film = person("film/4711", fact(Quantity(amount=Decimal(4711))), fact(Text("4711")))
    assert {bearing(s, film.entity) for s in film.statements} == {Bearing.CODE}


def test_a_point_has_degrees_also_in_a_text() -> None:
    assert degrees(POINT) == degrees(Text("41.98 44.11")) == (41.98, 44.11)
    assert degrees(Text("41 44")) == degrees(year(41)) == ()
