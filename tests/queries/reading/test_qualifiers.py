from decimal import Decimal

from tertium.model.dates import Calendar, Date
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Qualifier
from tertium.model.terms import BlankNode, Term
from tertium.model.values import Quantity, Text
from tertium.queries.reading.names import NO_NAMES
from tertium.queries.reading.qualifiers import in_order, settled
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
