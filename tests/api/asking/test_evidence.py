from decimal import Decimal

import pytest

from tertium.api.asking.evidence import Evidence
from tertium.model.alignment import Alignment
from tertium.model.dates import Date, Precision
from tertium.model.description import Description
from tertium.model.link import Given
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Entity, Identifier, Text, Value, WebAddress

MINE = "https://example.org/"
PARIS = Entity(Iri(MINE + "paris"), "Paris", language="en")
CODED = Entity(Iri("http://www.wikidata.org/entity/Q90"), "Q90")


def given(*values: Value, functional: bool = True, short: str = "") -> tuple[Given, ...]:
    about = Property(iri=Iri(MINE + "about"), label="about", functional=functional)
    kim = Entity(Iri(MINE + "kim"), "Kim", language="en")
    statements = tuple(
        Statement(iri=Iri(MINE + "s"), subject=kim.iri, predicate=about, value=one, term=PARIS.iri)
        for one in values
    )
    described = Description(entity=kim, statements=statements, short_name=short, aliases=("K.",))
    query = Evidence(None).query(described, Alignment())
    assert query.names == (("K.", short) if short else ("K.",))
    return query.given


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PARIS, "Paris"),
        (CODED, CODED.iri),
        (Text("per aspera", "la"), "per aspera"),
        (Identifier("X-1"), "X-1"),
        (WebAddress(Iri(MINE)), MINE),
        (Date(year=1901, month=3, day=4), "1901-03-04"),
        (Date(year=1901, month=3), "1901-03"),
        (Date(year=1901, approximate=True), "1901~"),
        (Date(year=1900, precision=Precision.DECADE), "190X"),
    ],
)
def test_a_value_is_given_as_a_table_would_have_it(value: Value, text: str) -> None:
    assert given(value) == (Given(Iri(MINE + "about"), (text,)),)


@pytest.mark.parametrize(
    "value",
    [Date(year=1900, precision=Precision.CENTURY), Coordinate(Decimal(1), Decimal(2)), Text("")],
)
def test_what_tells_too_little_is_not_given(value: Value) -> None:
    assert given(value) == ()


def test_what_may_have_other_values_elsewhere_is_not_given_but_for_identifiers() -> None:
    assert given(PARIS, functional=False) == ()
    assert given(Identifier("X-1"), functional=False, short="Kimmy") != ()


def test_values_of_one_property_are_given_together() -> None:
    assert given(PARIS, Text("x"), PARIS) == (Given(Iri(MINE + "about"), ("Paris", "x")),)
