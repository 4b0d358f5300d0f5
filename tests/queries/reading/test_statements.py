from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from tertium.model.dates import Calendar, Date, Precision
from tertium.model.schema import IDENTIFIERS, QualifierRole
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
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
from tertium.queries.catalogue import Catalogue, bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tests.queries.builders import ex, fixture, graph, item, of_type, place, triples_of

LIVIA, MAREK, ARDENIA, ROCK = (item(9_000_000 + number) for number in (1, 2, 3, 8))
QUDT = "http://qudt.org/vocab/quantitykind/"
CONSUL = Entity(item(9_000_005), "consul", language="en")


def direct_only() -> OxigraphStore:
    """Return the graph of a Wikibase with direct triples alone."""
    store = OxigraphStore()
    for triple in triples_of(fixture("wikibase.ttl")):
        inside = ("/prop/P", "/prop/statement/", "/prop/qualifier/", "/prop/reference/")
        if not any(path in triple[1] for path in inside) and "/statement/" not in str(triple[0]):
            store.add([triple])
    return store


ONTOLOGY = fixture("graph.ttl")
WHOLE = Reader(fixture("wikibase.ttl"), bundled_catalogue(), ontology=ONTOLOGY)
DIRECT = Reader(direct_only(), bundled_catalogue(), ontology=ONTOLOGY)


def values(reader: Reader, entity: Iri, number: str) -> list[Value]:
    return [s.value for s in about(reader, entity, number)]


def about(reader: Reader, entity: Iri, number: str) -> Sequence[Statement]:
    iri = f"http://www.wikidata.org/entity/{number}"
    return [s for s in reader.statements([entity]) if s.predicate.iri == iri]


def test_ranks_come_in_their_order() -> None:
    born = about(WHOLE, LIVIA, "P569")
    assert [one.rank for one in born] == [Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED]
    assert [one.predicate.label for one in born] == ["date of birth"] * 3


def test_a_date_has_its_precision_and_its_calendar() -> None:
    ides, year, century = values(WHOLE, LIVIA, "P569")
    assert ides == Date(
        year=-43,
        month=3,
        day=13,
        calendar=Calendar.JULIAN,
        lexical="-0043-03-13T00:00:00Z",
        old_style=(-43, 3, 15),
    )
    assert isinstance(year, Date)
    assert (year.year, year.precision) == (0, Precision.YEAR)
    assert isinstance(century, Date)
    assert century.precision is Precision.CENTURY


def test_dates_of_all_precisions_come_in_order() -> None:
    dates = [one for one in values(WHOLE, ROCK, "P571") if isinstance(one, Date)]
    assert [date.precision for date in dates] == [0, 6, 7, 9, 8, 10, 11]


def test_a_first_of_january_that_is_meant_is_a_day() -> None:
    (meant,), (bare,) = values(WHOLE, MAREK, "P569"), values(DIRECT, MAREK, "P569")
    assert isinstance(meant, Date)
    assert isinstance(bare, Date)
    assert (meant.precision, bare.precision) == (Precision.DAY, Precision.YEAR)


def test_quantities_have_units_and_bounds() -> None:
    (area,) = values(WHOLE, ARDENIA, "P2046")
    assert area == Quantity(
        amount=Decimal(9500),
        unit=item(712226),
        unit_label="square kilometre",
        lower=Decimal(9400),
        upper=Decimal(9600),
        scale=Scale(Iri(f"{QUDT}Area"), Fraction(1_000_000)),
    )
    (population,) = values(WHOLE, ARDENIA, "P1082")
    number = Scale(Iri(f"{QUDT}DimensionlessRatio"), Fraction(1))
    assert population == Quantity(amount=Decimal(1_234_567), scale=number)


@pytest.mark.parametrize("reader", [WHOLE, DIRECT])
@pytest.mark.parametrize(
    ("entity", "number", "value"),
    [
        (ARDENIA, "P625", Coordinate(Decimal("-47.25"), Decimal("15.5"))),
        (ARDENIA, "P856", WebAddress(Iri("https://ardenia.example.org/"))),
        (LIVIA, "P214", Identifier("97006051", "https://viaf.org/viaf/97006051")),
        (LIVIA, "P9000", Text("slowly but surely")),
        (LIVIA, "P39", CONSUL),
        (MAREK, "P25", SomeValue()),
        (MAREK, "P26", NoValue()),
        (MAREK, "P27", Entity(item(9_000_004), "Q9000004")),
    ],
)
def test_a_value_is_read_with_and_without_statement_nodes(
    reader: Reader, entity: Iri, number: str, value: Value
) -> None:
    assert values(reader, entity, number)[0] == value


def test_a_text_with_a_statement_node_is_kept_in_every_language() -> None:
    assert values(WHOLE, ARDENIA, "P1448") == [Text("Ardenien", "de"), Text("Ardenia", "la")]
    assert values(DIRECT, ARDENIA, "P1448") == [Text("Ardenien", "de")]


def test_identifiers_are_a_facet_of_their_own() -> None:
    (viaf,) = about(WHOLE, LIVIA, "P214")
    assert (viaf.predicate.facet, viaf.predicate.quiet) == (IDENTIFIERS, True)


def test_what_has_no_name_says_so() -> None:
    (motto,), (country,) = about(WHOLE, LIVIA, "P9000"), values(WHOLE, MAREK, "P27")
    assert motto.predicate.nameless
    assert isinstance(country, Entity)
    assert country.nameless


def test_qualifiers_play_their_roles() -> None:
    second, first = sorted(about(WHOLE, MAREK, "P39"), key=lambda one: len(one.references))
    time = first.interval
    assert time.start == Date(year=1930, lexical="1930-01-01T00:00:00Z")
    assert time.end is not None
    assert (time.end.year, time.end.month, time.end.day) == (1934, 5, 9)
    assert second.qualified(QualifierRole.END) == (NoValue(),)
    assert SomeValue() in [q.value for q in second.qualifiers]


def test_references_name_work_and_place() -> None:
    annals, web = about(WHOLE, LIVIA, "P569")[0].references
    assert (annals.source.label, annals.locator) == (
        "Annals of Ardenia",
        "vol. 2, p. 12\N{EN DASH}15",
    )
    assert (web.source.label, web.source.url) == (
        "The Ardens Family",
        "https://example.org/people/ardens",
    )


def plain(predicate: str, entity: str = "alder") -> list[Statement]:
    reader = Reader(fixture("plain.ttl"), bundled_catalogue())
    iri = f"http://lakes.example.org/ns#{predicate}"
    return [s for s in reader.statements([place(entity)]) if s.predicate.iri == iri]


def test_a_population_of_a_year_is_one_value() -> None:
    told = [(one.value, one.interval.start) for one in plain("population")]
    assert told == [
        (Quantity(amount=Decimal(amount)), Date(year=year, lexical=str(year)))
        for year, amount in ((1900, 1200), (1950, 3400), (2000, 1200))
    ]


def test_a_membership_has_its_dates_and_its_source() -> None:
    (member,) = plain("membership")
    assert member.value == Entity(place("league"), "Lake League", language="en")
    assert (member.interval.start, member.interval.end) == (
        Date(year=1910, month=1, day=5, lexical="1910-01-05"),
        Date(year=1938, lexical="1938"),
    )
    assert [reference.source.label for reference in member.references] == ["Lake Gazette"]
    assert [q.predicate.label for q in member.qualifiers] == [
        *("has start date", "has end date", "held office"),
    ]


def test_of_direct_texts_one_language_is_read() -> None:
    assert [one.value for one in plain("motto")] == [Text("Slow waters", "en")]
    assert [one.value for one in plain("motto", "birch")] == [Text("Langsam", "de")]


def test_a_page_is_no_thing() -> None:
    (website,) = plain("website")
    assert website.value == WebAddress(Iri("http://alder.example.org/"))


def test_a_triple_with_a_time_of_day_at_new_year_may_be_any_day(catalogue: Catalogue) -> None:
    store = graph("ex:a ex:p '1900-01-01T00:00:00Z'^^xsd:dateTime , '1900-01-01'^^xsd:date .")
    dates = {str(s.term): s.value for s in Reader(store, catalogue).statements([ex("a")])}
    day = of_type("1900-01-01", "date")
    assert dates.pop(str(day)) == Date(year=1900, month=1, day=1, lexical=day.lexical)
    assert list(dates.values()) == [Date(year=1900, lexical="1900-01-01T00:00:00Z")]
