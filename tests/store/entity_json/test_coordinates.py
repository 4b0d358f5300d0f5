from collections.abc import Mapping

from tertium.store.entity_json.coordinates import coordinate_value

EARTH = "http://www.wikidata.org/entity/Q2"
MOON = "http://www.wikidata.org/entity/Q405"


def parts(fields: Mapping[str, object]) -> list[str]:
    full = coordinate_value(fields, "").full
    assert full is not None
    return [full.hash, *(part.value for _, part in full.parts)]


def test_a_point_on_earth_is_longitude_and_latitude_with_14_digits() -> None:
    fields = {
        "latitude": 51.566527777777779,
        "longitude": -0.14544444444444443,
        "altitude": None,
        "precision": 2.7777777777777779e-05,
        "globe": EARTH,
    }
    assert coordinate_value(fields, "").simple.value == "Point(-0.14544444444444 51.566527777778)"
    assert parts(fields) == [
        "12b3879e659a02b6b54b45eb5d03fe47",  # Wikidata's own name of this value
        "http://wikiba.se/ontology#GlobecoordinateValue",
        "51.566527777778",
        "-0.14544444444444",
        "2.7777777777778E-5",
        EARTH,
    ]


def test_without_a_precision_an_arc_second_is_written() -> None:
    written = parts({"latitude": 1, "longitude": 2, "precision": None})
    assert written[2:] == [
        "http://wikiba.se/ontology#GeoAutoPrecision",
        "1",
        "2",
        "0.00027777777777778",
        EARTH,
    ]


def test_a_point_elsewhere_names_its_globe() -> None:
    fields = {"latitude": 0.5, "longitude": 2, "precision": 1, "globe": MOON}
    assert coordinate_value(fields, "").simple.value == f"<{MOON}> Point(2 0.5)"
