from decimal import Decimal

from tertium.compare.folding import folded, implied
from tertium.compare.selection import select
from tertium.model.alignment import Alignment
from tertium.model.comparison import Row
from tertium.model.hierarchy import Hierarchy
from tertium.model.values import Coordinate, Quantity, Text

from .builders import day, fact, iri, person, prop, rows, thing, year

BIRTH, BIRTH_YEAR = prop("birth"), prop("birth year")
BORN = (fact(day(1878, 12, 18), BIRTH), fact(year(1878), BIRTH_YEAR))


def named(found: tuple[Row, ...], name: str) -> Row:
    return next(row for row in found if row.predicate.label == name)


def test_a_year_folds_into_its_day_and_stands_behind_it() -> None:
    other = (fact(day(1879, 11, 7), BIRTH), fact(year(1879), BIRTH_YEAR))
    found = rows(person("A", *BORN, thing("x")), person("B", *other, thing("x")))
    assert named(found, "birth year").folded_into == BIRTH.iri
    assert named(found, "birth").folded_into is None
    order = [row.predicate.label for row in found]
    assert order.index("birth year") == order.index("birth") + 1


def test_a_year_of_something_else_does_not_fold() -> None:
    found = rows(person("A", *BORN), person("B", fact(year(1990), BIRTH_YEAR)))
    assert named(found, "birth year").folded_into is None


def test_who_has_no_day_keeps_the_year() -> None:
    found = rows(person("A", *BORN), person("B", fact(year(1878), BIRTH_YEAR)))
    assert named(found, "birth year").folded_into is None


def test_a_latitude_folds_into_its_point_however_it_is_written() -> None:
    degree = fact(Quantity(amount=Decimal("41.9801")), prop("latitude"))
    for point in (Coordinate(Decimal("41.98"), Decimal(44)), Text("41.98 44.0")):
        found = rows(person("A", degree, fact(point, prop("point"))))
        assert named(found, "latitude").folded_into == iri("point")


def test_a_folded_row_does_not_count_among_those_asked_for() -> None:
    found = rows(person("A", *BORN, thing("x")))
    assert [row.folded_into for row in select(found, limit=3)] == [None, None]


def test_a_number_folds_into_no_date() -> None:
    who = person("A", fact(year(1878)), fact(Quantity(amount=Decimal(1878))))
    assert implied(who.statements) == frozenset()


FATHER, PARENT, LINE = prop("father"), prop("parent"), prop("forebear")
NARROWER = Alignment(
    wider={
        FATHER.iri: frozenset({PARENT.iri, LINE.iri}),
        PARENT.iri: frozenset({LINE.iri}),
    }
)


def test_a_row_folds_into_one_of_a_narrower_property_that_says_the_same() -> None:
    said = (fact(thing("x"), FATHER), fact(thing("x"), PARENT))
    found = rows(person("A", *said), person("B", *said))
    assert folded(found, alignment=NARROWER) == {PARENT.iri: FATHER.iri}
    assert folded(found) == {}
    more = rows(person("A", *said, fact(thing("y"), PARENT)), person("B", *said))
    assert folded(more, alignment=NARROWER) == {}


def test_a_row_folds_into_one_that_folds_into_no_other() -> None:
    said = (fact(thing("x"), one) for one in (FATHER, PARENT, LINE))
    into = folded(rows(person("A", *said)), alignment=NARROWER)
    assert into == {PARENT.iri: FATHER.iri, LINE.iri: FATHER.iri}


def test_properties_narrower_than_each_other_do_not_vanish() -> None:
    said = (fact(thing("x"), FATHER), fact(thing("x"), PARENT))
    circle = {FATHER.iri: frozenset({PARENT.iri}), PARENT.iri: frozenset({FATHER.iri})}
    assert folded(rows(person("A", *said)), alignment=Alignment(wider=circle)) == {}


def test_a_place_follows_from_one_within_it_where_that_is_declared() -> None:
    said = (fact(thing("Gori"), FATHER), fact(thing("Georgia"), PARENT))
    found = rows(person("A", *said))
    within = Hierarchy(wholes={iri("Gori"): (thing("Georgia"),)})
    assert folded(found, alignment=NARROWER, hierarchy=within) == {PARENT.iri: FATHER.iri}
    assert folded(found, hierarchy=within) == {}
    assert folded(found, alignment=NARROWER) == {}


def test_a_value_of_a_narrower_property_is_the_same_however_it_is_written() -> None:
    said = (fact(year(1878), FATHER), fact(year(1878), PARENT))
    assert folded(rows(person("A", *said)), alignment=NARROWER) == {PARENT.iri: FATHER.iri}
