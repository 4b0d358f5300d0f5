"""Coordinates: a point on a globe."""

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from tertium.store.entity_json.fields import number, text
from tertium.store.entity_json.hashing import hash_of, php_float
from tertium.store.entity_json.terms import DOUBLE, RDF_TYPE, wikibase
from tertium.store.entity_json.value import FullValue, Value

__all__ = ["coordinate_value"]

_EARTH: Final = "http://www.wikidata.org/entity/Q2"
_WKT: Final = ox.NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")
_PRECISION_UNSTATED: Final = 1 / 3600
"""An arc second: what Wikibase writes when a document gives no precision."""


def coordinate_value(fields: Mapping[str, object], _base: str) -> Value:
    """Return a coordinate of a document.

    Raises:
        ValueError: when a field is missing or of the wrong type.

    """
    latitude = php_float(number(fields, "latitude"))
    longitude = php_float(number(fields, "longitude"))
    stated = php_float(number(fields, "precision")) if fields.get("precision") is not None else ""
    globe = text(fields, "globe").strip() if fields.get("globe") else _EARTH
    unstated = () if stated else ((RDF_TYPE, wikibase("GeoAutoPrecision")),)
    parts = (
        (RDF_TYPE, wikibase("GlobecoordinateValue")),
        *unstated,
        (wikibase("geoLatitude"), _double(latitude)),
        (wikibase("geoLongitude"), _double(longitude)),
        (wikibase("geoPrecision"), _double(stated or php_float(_PRECISION_UNSTATED))),
        (wikibase("geoGlobe"), ox.NamedNode(globe)),
    )
    full = FullValue(hash_of(f"{latitude}|{longitude}|{stated}|{globe}"), parts)
    return Value(_point(latitude, longitude, globe=globe), full)


def _point(latitude: str, longitude: str, *, globe: str) -> ox.Literal:
    point = f"Point({longitude} {latitude})"
    return ox.Literal(point if globe == _EARTH else f"<{globe}> {point}", datatype=_WKT)


def _double(lexical: str) -> ox.Literal:
    return ox.Literal(lexical, datatype=DOUBLE)
