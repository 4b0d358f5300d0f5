from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.comparison import Comparison
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Entity, Text
from tertium.model.verdict import CellState, Relation
from tertium.render.atlas import Sheet, drawn, sheet, told, wanted
from tests.render.builders import A, B, cell, comparison, entity, row, statement
from tests.render.pictures import parts_of

GORI, ODESSA, SUVA = entity("gori"), entity("odessa"), entity("suva")
POINTS = {
    GORI.iri: Coordinate(Decimal("41.98"), Decimal("44.11")),
    ODESSA.iri: Coordinate(Decimal("46.48"), Decimal("30.73")),
    SUVA.iri: Coordinate(Decimal("-18.14"), Decimal("178.44")),
}


def page(*places: Entity) -> Comparison:
    cells = [
        cell(who, statement(f"birthplace-{n}", place))
        for n, (who, place) in enumerate(zip((A, B), places, strict=False))
    ]
    rest = [cell(B, state=CellState.NOT_STATED)] * (2 - len(cells))
    note = row("note", Relation.SAME, cell(A, statement("note", Text("x"))), cell(B))
    return comparison(row("birthplace", Relation.DIFFERENT, *cells, *rest), note)


def of(comparison_: Comparison, points: dict[Iri, Coordinate] = POINTS) -> Sheet:
    found = sheet(comparison_, points)
    assert found is not None
    return found


def test_without_places_there_is_no_map() -> None:
    assert sheet(page(GORI), {}) is None


def test_places_lie_within_the_map() -> None:
    found = of(page(GORI, ODESSA))
    assert [spot.label for spot in found.spots] == ["Gori", "Odessa"]
    for spot in found.spots:
        x, y = found.position(spot.longitude, spot.latitude)
        assert 0 < x < 960
        assert 0 < y < found.height
    assert told(found.spots[0]) == "Joseph Stalin: birthplace (42° N, 44.1° E)"


def test_what_a_place_is_to_both_is_said_once() -> None:
    found = of(page(GORI, GORI))
    assert told(found.spots[0]).startswith("Joseph Stalin: birthplace; Leon Trotsky: birthplace (")


def test_the_entities_themselves_may_be_places() -> None:
    found = of(page(), {A.iri: POINTS[GORI.iri]})
    assert told(found.spots[0]) == "Joseph Stalin (42° N, 44.1° E)"


def test_around_one_place_more_of_the_earth_is_shown() -> None:
    assert of(page(GORI)).east - of(page(GORI)).west > 40


def test_the_shortest_way_may_go_over_the_date_line() -> None:
    apia = {**POINTS, ODESSA.iri: Coordinate(Decimal("-13.83"), Decimal("-171.77"))}
    found = of(page(SUVA, ODESSA), apia)
    assert found.east - found.west < 60
    assert found.west < 178.44 < found.spots[1].longitude < found.east
    assert "° W" in drawn(found, "x").svg


@pytest.mark.parametrize("place", [("91", "0"), ("0", "361")])
def test_what_is_nowhere_on_earth_is_left_out(place: tuple[str, str]) -> None:
    point = Coordinate(Decimal(place[0]), Decimal(place[1]))
    assert sheet(page(GORI), {GORI.iri: point}) is None


def test_only_so_many_places_of_a_row_are_asked_for() -> None:
    many = cell(A, *(statement(f"b-{n}", entity(f"place-{n}")) for n in range(50)))
    assert len(wanted(comparison(row("b", Relation.DIFFERENT, many, cell(B))))) == 6


def test_names_do_not_cover_each_other() -> None:
    near = {
        entity(f"place-{n}").iri: Coordinate(Decimal(n) / 1000, Decimal(n) / 1000)
        for n in range(20)
    }
    many = cell(A, *(statement(f"b-{n}", entity(f"place-{n}")) for n in range(20)))
    found = of(comparison(row("b", Relation.DIFFERENT, many, cell(B))), near)
    parts = parts_of(drawn(found, "x"))
    names = [one.text for one in parts.all("text") if one.text.startswith("Place-")]
    assert 0 < len(names) < 20
    assert parts.kinds.count("spot") == 20


def test_a_name_that_is_wider_than_the_map_is_left_to_the_words() -> None:
    long = entity("gori", "Gori " * 60)
    parts = parts_of(drawn(of(page(long)), "x"))
    assert not [one for one in parts.all("text") if one.text.startswith("Gori")]
    assert parts.kinds.count("spot") == 1


def test_coasts_and_degrees_are_drawn() -> None:
    parts = parts_of(drawn(of(page(GORI, ODESSA)), "Where"))
    coast = next(one for one in parts.found if one.attributes.get("class") == "coast")
    assert len(coast.attributes["d"]) > 100
    assert "40° E" in parts.text


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.decimals(-90, 90), st.decimals(-180, 180)), min_size=1, max_size=2))
def test_any_places_make_a_map(points: list[tuple[Decimal, Decimal]]) -> None:
    places = (GORI, ODESSA)[: len(points)]
    known = {place.iri: Coordinate(*point) for place, point in zip(places, points, strict=True)}
    found = of(page(*places), known)
    assert 0 < found.height <= 1500
    assert found.east - found.west <= 360
    assert parts_of(drawn(found, "x")).kinds.count("spot") == len(found.spots)


def test_the_same_places_give_the_same_map() -> None:
    assert drawn(of(page(GORI, ODESSA)), "x") == drawn(of(page(GORI, ODESSA)), "x")
