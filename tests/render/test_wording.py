from dataclasses import replace
from decimal import Decimal

import pytest

from tertium.model.comparison import Comparison, Row
from tertium.model.dates import Date
from tertium.model.measure import Measure, QuantityRatio
from tertium.model.moment import Moment
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.terms import Iri, Literal
from tertium.model.values import Quantity, Text
from tertium.model.verdict import Relation
from tertium.render.wording import say_agreement, say_circumstances, say_measure, say_title, say_way

A = Iri("urn:a")
PREDICATE = Property(iri=A, label="height")


def row(measure: Measure | None) -> Row:
    return Row(
        predicate=PREDICATE, cells=(), relation=Relation.DIFFERENT, reason="", measure=measure
    )


def ratio(
    difference: str, by: str | None, unit: str = "", *dates: Date | None, iri: Iri | None = None
) -> Measure:
    return Measure(
        quantities=QuantityRatio(
            order=(A,),
            difference=Decimal(difference),
            ratio=None if by is None else Decimal(by),
            unit=iri,
            unit_label=unit,
            dates=dates,
        )
    )


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (None, ""),
        (Measure(), ""),
        (
            Measure(incomparable="not comparable: a unit is missing"),
            "not comparable: a unit is missing",
        ),
        (ratio("0", "1"), ""),
        (ratio("1", "1.333"), "difference: 1"),
        (ratio("7994309", "3.8263"), "3.83 times as much"),
        (ratio("5", "1.0307", "centimetre", iri=A), "difference: 5 centimetres"),
        (ratio("5", "2", "metre", iri=A), "2 times as much"),
        (ratio("20", None, "degree Celsius", iri=A), "difference: 20 degrees Celsius"),
        (ratio("1E400", None), "difference: 1 \N{MULTIPLICATION SIGN} 10^400"),
        (ratio("0.3", "1.01", "percent", iri=A), "difference: 0.3 percentage points"),
        (ratio("100", "2", "", Date(year=2011), Date(year=2011)), "2 times as much (2011)"),
        (ratio("100", "2", "", Date(year=2011), None), "2 times as much (2011, no date)"),
    ],
)
def test_a_measure_is_told_in_words(measure: Measure | None, words: str) -> None:
    assert say_measure(row(measure)) == words


def test_a_title_names_the_day() -> None:
    page = Comparison(entities=(), rows=(), rows_total=0, moment=Moment(Date(year=1922, month=6)))
    assert say_title(page).endswith(", as of June 1922")


@pytest.mark.parametrize(
    ("value", "words"),
    [(Date(year=1919), ", not before 1919"), (Text("few"), ", at least few")],
)
def test_bounds_of_time_are_said_otherwise_than_those_of_amounts(
    value: Date | Text, words: str
) -> None:
    role = Property(iri=A, label="bound", role=QualifierRole.LOWER)
    statement = Statement(
        iri=A,
        subject=A,
        predicate=PREDICATE,
        value=Text("x"),
        term=Literal("x"),
        qualifiers=(Qualifier(predicate=role, value=value, term=Literal("y")),),
    )
    assert say_circumstances(statement) == words


def test_what_is_the_same_as_something_before_it_is_called_so() -> None:
    month, day, other = (
        said(Date(year=1940, month=8)),
        said(Date(year=1940, month=8, day=21)),
        said(Date(year=1953)),
    )
    assert say_agreement(month, [other, day]) == " (the same, less exactly)"
    assert say_agreement(day, [month]) == ""
    assert say_agreement(day, [day, other]) == ""
    metres = said(Quantity(amount=Decimal("1.6")))
    assert say_agreement(metres, [other, said(Quantity(amount=Decimal("1.60")))]) == ""
    bounded = said(Quantity(amount=Decimal(2), lower=Decimal(1), upper=Decimal(3)))
    assert say_agreement(metres, [bounded]) == " (the same)"


def said(value: Date | Quantity) -> Statement:
    return Statement(iri=A, subject=A, predicate=PREDICATE, value=value, term=Literal("x"))


def test_a_value_says_of_which_other_property_it_is_stated() -> None:
    own, other = said(Date(year=1900)), Property(iri=Iri("urn:b"), label="size")
    known = row(None)
    assert say_way(own, known) == ""
    assert say_way(replace(own, predicate=other), known) == " (stated as size)"
    twin = replace(other, label="height")
    assert say_way(replace(own, predicate=twin), known) == ""
    assert say_way(replace(own, turned=other), known) == " (stated of it: size)"
    assert say_way(replace(own, turned=PREDICATE), known) == " (stated of it)"
