"""What is dated in a comparison, and what of it is worth a place in a picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from tertium.model.comparison import Comparison, Row
from tertium.model.dates import Date, Interval
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.render.escaping import visible
from tertium.render.speech import Speech
from tertium.render.timeline.spans import Span, stretch_of
from tertium.render.wording import is_contested

__all__ = ["Dated", "Entry", "Opening", "chosen", "dated", "worded"]


class Opening(Enum):
    """Which end of a stretch is not recorded."""

    NONE = ""
    START = "no beginning recorded"
    END = "no end recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement of a row that is dated, and how much it deserves a place."""

    entity: Iri
    row: Row
    statement: Statement
    interval: Interval
    worth: float

    @property
    def point(self) -> bool:
        """Whether the date is its value."""
        return isinstance(self.statement.value, Date)

    @property
    def limit(self) -> bool:
        """Whether it is how its comparand began or ended."""
        predicate = self.row.predicate
        return self.point and (predicate.begins or predicate.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement with its dates, in words and in years.

    `what` is said with property and value, where the value is not the date itself. `span` is when
    it may hold, `sure` when it does for certain; both are empty where years cannot be drawn.
    It may be how its comparand `begins` or `ends`.
    """

    entity: Iri
    what: str
    when: str
    span: Span | None
    sure: Span | None
    opening: Opening
    contested: bool
    begins: bool
    ends: bool
    statement: Iri

    @property
    def place(self) -> tuple[bool, float, float, str, str]:
        """Where it stands in a list by time; what is too far away for years comes last."""
        span = self.span or Span(0.0, 0.0)
        return (self.span is None, span.first, span.last, self.what, self.statement)


def dated(comparison: Comparison) -> tuple[Entry, ...]:
    """Return all that is dated of the statements which count, row by row."""
    return tuple(one for row in comparison.rows for one in _of_row(row))


def chosen(found: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    """Return so many: how something began and ended first, then what deserves it most."""
    ranked = sorted(found, key=lambda one: (not one.limit, -one.worth, one.statement.iri))
    return tuple(ranked[:most])


def worded(one: Entry, speech: Speech) -> Dated:
    """Return a dated statement in words and in years."""
    row, statement, interval = one.row, one.statement, one.interval
    value = visible(speech.label(statement.value))
    predicate, (span, sure) = visible(row.predicate.label), stretch_of(interval)
    return Dated(
        entity=one.entity,
        what=predicate if one.point else f"{predicate}: {value}",
        when=value if one.point else visible(speech.time(statement)),
        span=span,
        sure=sure,
        opening=_opening(interval),
        contested=is_contested(statement, row),
        begins=one.point and row.predicate.begins,
        ends=one.point and row.predicate.ends,
        statement=statement.iri,
    )


def _of_row(row: Row) -> Iterator[Entry]:
    """Yield the dated statements of a row; each is worth less than those before it."""
    common = {one.value.iri for one in row.common if isinstance(one.value, Entity)}
    for cell in row.cells:
        pairs = [(one, _interval(one)) for one in cell.statements]
        told = [(one, interval) for one, interval in pairs if interval.start or interval.end]
        told.sort(key=lambda one: _value(one[0]) not in common)
        for place, (one, interval) in enumerate(told):
            yield Entry(
                entity=cell.entity,
                row=row,
                statement=one,
                interval=interval,
                worth=row.salience / (1 + place),
            )


def _value(statement: Statement) -> Iri | None:
    return statement.value.iri if isinstance(statement.value, Entity) else None


def _interval(statement: Statement) -> Interval:
    if isinstance(statement.value, Date):
        return Interval(start=statement.value, end=statement.value)
    return statement.interval


def _opening(interval: Interval) -> Opening:
    if interval.end is None:
        return Opening.END
    return Opening.START if interval.start is None else Opening.NONE
