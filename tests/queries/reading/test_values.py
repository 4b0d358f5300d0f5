from decimal import Decimal
from fractions import Fraction

import pytest

from tertium.model.dates import Date
from tertium.model.terms import EDTF, RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    Scale,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.queries.reading.names import NO_NAMES, Named, Names
from tertium.queries.reading.values import full_value, unit_of, value_of
from tertium.store.surroundings import Arc, Surroundings
from tests.queries.builders import ex, of_type, tt


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ex("world-revolution"), Entity(ex("world-revolution"), "world revolution")),
        (tt("noValue"), NoValue()),
        (tt("someValue"), SomeValue()),
        (BlankNode("b"), SomeValue()),
        (Literal("Koba"), Text("Koba")),
        (Literal("Lénine", RDF_LANG_STRING, "fr"), Text("Lénine", "fr")),
        (of_type("1917", "gYear"), Date(year=1917, lexical="1917")),
        (of_type("1917-13", "gYearMonth"), Text("1917-13")),
        (Literal("1878~", min(EDTF)), Date(year=1878, lexical="1878~", approximate=True)),
        (Literal("spring 1878", min(EDTF)), Text("spring 1878")),
        (of_type("1.50", "decimal"), Quantity(amount=Decimal("1.50"))),
        (of_type("1E3", "double"), Quantity(amount=Decimal(1000))),
        (of_type("INF", "double"), Text("INF")),
        (of_type("1E999999999", "decimal"), Text("1E999999999")),
        (of_type("many", "integer"), Text("many")),
        (of_type("true", "boolean"), Text("true")),
        (of_type("https://example.org", "anyURI"), WebAddress(Iri("https://example.org"))),
    ],
)
def test_a_term_is_a_value(term: Term, value: Value) -> None:
    assert value_of(term, ex("p"), NO_NAMES) == value


WIKIBASE = "http://wikiba.se/ontology#"
VIAF = Iri("http://www.wikidata.org/entity/P214")
LABELLED = Named(Entity(ex("home"), "home", language="en"), labelled=True)


def of_datatype(name: str, formatter: str = "") -> Names:
    known = Named(Entity(VIAF, "VIAF"), datatype=WIKIBASE + name, formatter=formatter)
    return Names({VIAF: known, ex("home"): LABELLED})


def point(text: str) -> Value:
    wkt = Iri("http://www.opengis.net/ont/geosparql#wktLiteral")
    return value_of(Literal(text, wkt), ex("p"), NO_NAMES)


def test_a_point_on_the_earth_is_a_coordinate() -> None:
    place = Coordinate(Decimal("-47.25"), Decimal("15.5"))
    assert point("Point(15.5 -47.25)") == place
    assert point(" POINT (15.5  -47.25 ) ") == place


@pytest.mark.parametrize(
    "text", ["<http://www.wikidata.org/entity/Q405> Point(1 2)", "Point(a 2)", "Point(1)"]
)
def test_what_is_no_point_on_the_earth_is_a_text(text: str) -> None:
    assert point(text) == Text(text)


def test_a_number_of_a_million_digits_is_a_text() -> None:
    digits = "1" * 1_000_000
    assert value_of(of_type(digits, "integer"), ex("p"), NO_NAMES) == Text(digits)


@pytest.mark.parametrize(
    ("predicate", "names", "address"),
    [
        (VIAF, of_datatype("ExternalId", "https://viaf.org/$1"), "https://viaf.org/12"),
        (VIAF, of_datatype("ExternalId"), ""),
        (VIAF, NO_NAMES, ""),
    ],
)
def test_a_catalogue_number_has_the_address_of_its_entry(
    predicate: Iri, names: Names, address: str
) -> None:
    assert value_of(Literal("12"), predicate, names) == Identifier("12", address)


@pytest.mark.parametrize(
    ("term", "names"),
    [
        (Literal("12"), of_datatype("String")),
        (Literal("two words"), NO_NAMES),
        (Literal("12", RDF_LANG_STRING, "en"), NO_NAMES),
    ],
)
def test_other_texts_are_no_catalogue_numbers(term: Literal, names: Names) -> None:
    assert value_of(term, VIAF, names) == Text(term.lexical, term.language)


@pytest.mark.parametrize(
    ("iri", "predicate", "names"),
    [
        (ex("page"), VIAF, of_datatype("Url")),
        (ex("file"), VIAF, of_datatype("CommonsMedia")),
        (Iri("http://c.org/wiki/Special:FilePath/a.jpg"), ex("p"), NO_NAMES),
        (ex("page"), ex("homePage"), NO_NAMES),
        (ex("page"), ex("hasWebsite"), NO_NAMES),
        (ex("page"), ex("thumbnail"), NO_NAMES),
    ],
)
def test_a_document_is_a_web_address(iri: Iri, predicate: Iri, names: Names) -> None:
    assert value_of(iri, predicate, names) == WebAddress(iri)


def test_a_document_with_a_name_is_a_thing() -> None:
    names = of_datatype("Url")
    assert value_of(ex("home"), VIAF, names) == LABELLED.entity
    assert value_of(ex("page"), ex("imagery"), NO_NAMES) == Entity(ex("page"), "page")


def quantity(*facts: Arc) -> Value:
    known = Surroundings({ex("v"): tuple((Iri(WIKIBASE + p), o) for p, o in facts)})
    return full_value(
        Quantity(amount=Decimal(5)), ex("v"), around=known, names=of_datatype("Quantity")
    )


def test_a_quantity_takes_its_unit_and_bounds() -> None:
    found = quantity(
        (Iri("quantityUnit"), ex("home")),
        (Iri("quantityLowerBound"), of_type("4", "decimal")),
        (Iri("quantityUpperBound"), of_type("6", "decimal")),
    )
    five = Decimal(5)
    assert found == Quantity(
        amount=five, unit=ex("home"), unit_label="home", lower=five - 1, upper=five + 1
    )


def test_a_mere_number_has_no_unit() -> None:
    one = Iri("http://www.wikidata.org/entity/Q199")
    number = quantity((Iri("quantityUnit"), one))
    assert isinstance(number, Quantity)
    assert (number.amount, number.unit) == (Decimal(5), None)
    assert number.scale == Scale(
        Iri("http://qudt.org/vocab/quantitykind/DimensionlessRatio"), Fraction(1)
    )
    assert quantity() == Quantity(amount=Decimal(5))
    assert unit_of({}) is None
    assert unit_of({Iri(WIKIBASE + "quantityUnit"): Literal("m")}) is None


def test_other_values_are_full_already() -> None:
    assert full_value(Text("x"), ex("v"), around=Surroundings(), names=NO_NAMES) == Text("x")
    date = full_value(Date(year=1, month=2), ex("v"), around=Surroundings(), names=NO_NAMES)
    assert date == Date(year=1, month=2)
