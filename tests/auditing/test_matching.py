import pytest

from tertium.auditing.matching import Timing, timing
from tertium.model.dates import Calendar, Date, Precision
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.terms import Iri, Literal
from tertium.model.values import Text, Value

SAID = Property(iri=Iri("urn:p"), label="p")


def stated(value: Value | None = None, *, start: int = 0, end: int = 0) -> Statement:
    ends = ((QualifierRole.START, start), (QualifierRole.END, end))
    return Statement(
        iri=Iri("urn:s"),
        subject=Iri("urn:x"),
        predicate=SAID,
        value=value or Text("y"),
        term=Literal("y"),
        qualifiers=tuple(
            Qualifier(
                predicate=Property(iri=Iri("urn:q"), label="q", role=role),
                value=Date(year=year),
                term=Literal(str(year)),
            )
            for role, year in ends
            if year
        ),
    )


@pytest.mark.parametrize(
    ("start", "end", "year", "expected"),
    [
        (1922, 1953, 1930, Timing.AGREES),
        (1922, 1953, 1960, Timing.CONFLICTS),
        (1922, 1953, 1920, Timing.CONFLICTS),
        (1922, 0, 1922, Timing.AGREES),
        (1922, 0, 1930, Timing.SILENT),
        (0, 1953, 1953, Timing.AGREES),
        (0, 1953, 1930, Timing.SILENT),
        (0, 0, 1930, Timing.SILENT),
    ],
)
def test_an_open_end_says_nothing(start: int, end: int, year: int, expected: Timing) -> None:
    assert timing(stated(start=start, end=end), (Date(year=year),)) is expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(year=1878), Timing.AGREES),
        (Date(year=1878, month=12, day=18), Timing.AGREES),
        (Date(year=1878, month=12, day=6), Timing.AGREES),
        (Date(year=1870, precision=Precision.DECADE), Timing.AGREES),
        (Date(year=1879), Timing.CONFLICTS),
    ],
)
def test_a_date_holds_in_the_new_style_and_in_the_old(date: Date, expected: Timing) -> None:
    born = Date(year=1878, month=12, day=18, calendar=Calendar.JULIAN, old_style=(1878, 12, 6))
    assert timing(stated(born), (date,)) is expected


def test_one_date_that_conflicts_is_enough() -> None:
    dates = (Date(year=1922), Date(year=1960))
    assert timing(stated(start=1922, end=1953), dates) is Timing.CONFLICTS


@pytest.mark.parametrize(
    ("low", "high", "year", "expected"),
    [
        (1850, 1860, 1855, Timing.AGREES),
        (1850, 1860, 1861, Timing.CONFLICTS),
        (0, 1860, 1850, Timing.CONFLICTS),
        (1850, 0, 1852, Timing.AGREES),
    ],
)
def test_bounds_widen_a_date(low: int, high: int, year: int, expected: Timing) -> None:
    lower, upper = (Date(year=one) if one else None for one in (low, high))
    about = Date(year=1855, lower=lower, upper=upper)
    assert timing(stated(about), (Date(year=year),)) is expected
