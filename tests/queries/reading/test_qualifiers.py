from decimal import Decimal

from tertium.model.dates import Calendar, Date
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Qualifier
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Entity, Quantity, Text
from tertium.queries.reading.names import NO_NAMES
from tertium.queries.reading.qualifiers import in_order, settled, unit_in
from tertium.queries.reading.values import value_of
from tests.queries.builders import ex, of_type


def qualifier(role: QualifierRole | None, term: Term) -> Qualifier:
    name = role.value if role else "other"
    predicate = Property(iri=ex(name), label=name, role=role)
    return Qualifier(predicate=predicate, value=value_of(term, predicate.iri, NO_NAMES), term=term)


START = qualifier(QualifierRole.START, of_type("1917-11-07", "date"))
OLD = qualifier(QualifierRole.OLD_STYLE, of_type("1917-10-25", "date"))
STRAY = qualifier(QualifierRole.OLD_STYLE, of_type("1905-10-13", "date"))
LOWER = qualifier(QualifierRole.LOWER, of_type("3", "decimal"))
VAGUE = qualifier(QualifierRole.LOWER, of_type("few", "decimal"))


def test_qualifiers_stand_by_role_then_property_then_term() -> None:
    other = qualifier(None, ex("x"))
    places = [qualifier(QualifierRole.PLACE, term) for term in (BlankNode("a"), ex("b"), ex("c"))]
    assert in_order([other, *reversed(places), START]) == (START, *places, other)


def test_only_the_old_style_date_that_pairs_goes() -> None:
    value, left = settled(Text("x"), (START, OLD, STRAY))
    assert value == Text("x")
    assert [q.predicate.role for q in left] == [QualifierRole.START, QualifierRole.OLD_STYLE]
    assert isinstance(left[0].value, Date)
    assert left[0].value.calendar is Calendar.JULIAN
    assert left[1] == STRAY


def test_one_old_style_date_serves_the_value_and_a_qualifier() -> None:
    value, left = settled(START.value, (START, OLD))
    assert isinstance(value, Date)
    assert value.old_style == (1917, 10, 25)
    assert [q.value for q in left] == [value]


def test_bounds_go_into_a_quantity_and_stay_with_anything_else() -> None:
    value, left = settled(Quantity(amount=Decimal(4)), (START, LOWER))
    assert value == Quantity(amount=Decimal(4), lower=Decimal(3))
    assert left == (START,)
    assert settled(Text("some"), (LOWER,)) == (Text("some"), (LOWER,))


def test_bounds_of_the_value_itself_stay() -> None:
    bounded = Quantity(amount=Decimal(4), lower=Decimal(3), upper=Decimal(5))
    assert settled(bounded, (START,))[0] == bounded


def test_a_bound_that_is_no_number_bounds_nothing() -> None:
    assert settled(Quantity(amount=Decimal(4)), (VAGUE,))[0] == Quantity(amount=Decimal(4))


def test_a_quantity_takes_the_unit_that_a_qualifier_names() -> None:
    unit = Iri("http://qudt.org/vocab/unit/M")
    predicate = Property(iri=Iri("http://qudt.org/schema/qudt/unit"), label="unit")
    named = Qualifier(predicate=predicate, value=Entity(unit, "metre"), term=unit)
    five = Quantity(amount=Decimal(5))
    metres = Quantity(amount=Decimal(5), unit=unit, unit_label="metre")
    assert settled(five, (START, named)) == (metres, (START,))
    inches = Quantity(amount=Decimal(5), unit=ex("inch"))
    assert settled(inches, (named,)) == (inches, ())
    assert unit_in(predicate.iri, Literal("m")) is None


def test_a_date_takes_its_bounds_and_whether_it_is_about_right() -> None:
    lower = qualifier(QualifierRole.LOWER, of_type("1919", "gYear"))
    upper = qualifier(QualifierRole.UPPER, of_type("1926", "gYear"))
    circa = qualifier(None, Iri("http://www.wikidata.org/entity/Q5727902"))
    value, left = settled(Date(year=1922), (START, lower, upper, circa))
    assert left == (START,)
    assert isinstance(value, Date)
    assert value.approximate
    assert (value.lower, value.upper) == (lower.value, upper.value)


def test_of_other_dates_a_circumstance_stays_a_qualifier() -> None:
    circa = qualifier(None, Iri("http://www.wikidata.org/entity/Q5727902"))
    assert settled(Text("x"), (START, circa)) == (Text("x"), (START, circa))
