"""What each kind of claim asserts of its statements, as rows of the question of that kind.

The formula is about the cited terms: a question binds them where they stand and compares them
there. Where terms cannot be compared as they are written (other units, mixed calendars, nameless
nodes), there is no formula, and the claim says no more than that its statements stand.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import combinations, pairwise, permutations
from typing import Final

from tertium.model.dates import Date, Precision
from tertium.model.narrative import Claim, ClaimKind
from tertium.model.schema import QualifierRole
from tertium.model.statement import Statement
from tertium.model.terms import XSD, XSD_NUMBERS, Iri, Literal, Term
from tertium.model.values import Quantity
from tertium.queries.grounds import Arc, Row, arc_of, edges, predicate_arc, qualified

__all__ = ["FORMULAS", "Formula", "formula"]

Formula = tuple[str, str, tuple[Row, ...]]
"""A question, the parameter that is particular to it, and its rows."""

_Pair = tuple[Arc, Arc]
_Test = Callable[[Statement, Statement], bool]
_Written = Term | str

_DATE: Final = re.compile(r"(-?\d{4,})(?:-\d\d(?:-\d\d(?:T[\d:.]+)?)?)?Z?", re.ASCII)
_BEGINNINGS: Final = (QualifierRole.START, QualifierRole.TIME, QualifierRole.END)
_ENDS: Final = (QualifierRole.END, QualifierRole.TIME, QualifierRole.START)
_PARTS: Final = {Precision.DECADE: -1, Precision.YEAR: 0, Precision.MONTH: 3, Precision.DAY: 6}
"""How many characters more than a year a date takes."""
_FOUR_DIGITS: Final = Context(prec=4)
_DECIMAL: Final = Iri(XSD + "decimal")
_INTEGER: Final = Iri(XSD + "integer")


def formula(claim: Claim) -> Formula | None:
    """Return the question that a kind of claim puts besides whether its statements stand."""
    build = _BUILDERS.get(claim.kind)
    return build(claim.statements) if build else None


def _shared(statements: Sequence[Statement]) -> Formula | None:
    pairs = [(statements[0], other) for other in statements[1:]]
    arcs = [(a, b) for one, other in pairs for a in arc_of(one) for b in arc_of(other)]
    if len(arcs) < len(pairs):
        return None
    if all(a[2] == b[2] for a, b in arcs):
        return _of("claim/shared", "first", ((*a[:2], *b) for a, b in arcs))
    lengths = [_alike(one, other) for one, other in pairs]
    if not all(lengths):
        return None
    known = [Literal(str(length), _INTEGER) for length in lengths]
    rows = ((*a, *b, length) for (a, b), length in zip(arcs, known, strict=True))
    return _of("claim/alike", "first", rows)


def _differ(statements: Sequence[Statement]) -> Formula | None:
    """Return the formula on the values, or on the properties where the value is the same."""
    apart = [(a, b) for a, b in combinations(statements, 2) if a.subject != b.subject]
    for read in (arc_of, predicate_arc):
        arcs = ((a, b) for one, other in apart for a in read(one) for b in read(other))
        pairs = [(*a, *b) for a, b in arcs if _text(a[2]) != _text(b[2])]
        if pairs:
            return _of("claim/differ", "first", pairs)
    return None


def _order(statements: Sequence[Statement]) -> Formula | None:
    """Return that each date, or amount, comes after one of those before it."""
    if any(isinstance(s.value, Date) for s in statements):
        rows = ((*a, *b) for a, b in _steps(sorted(statements, key=_day), _comes_before))
        return _of("claim/order", "first", rows)
    if len({s.value.unit for s in statements if isinstance(s.value, Quantity)}) > 1:
        return None
    steps = _steps(sorted(statements, key=_amount), _is_less)
    found = ((*a, *b, times) for a, b in steps for times in _times(a[2], b[2]))
    return _of("claim/greater", "first", found)


def _overlap(statements: Sequence[Statement]) -> Formula | None:
    """Return that each has begun before each other is over."""
    pairs = list(permutations(statements, 2))
    rows = [
        (*begun, *over)
        for one, other in pairs
        for begun in _dated(one, _BEGINNINGS)
        for over in _dated(other, _ENDS)
        if begun[2] == over[2] or _earlier(begun[2], over[2])
    ]
    return _of("claim/overlap", "first", rows) if len(rows) == len(pairs) else None


def _relation(statements: Sequence[Statement]) -> Formula | None:
    """Return that the triples of each statement meet, where it takes more than one."""
    rows = [(*a, *b) for one in statements for a, b in pairwise(edges(one))]
    return _of("claim/path", "one", rows)


def _path(statements: Sequence[Statement]) -> Formula | None:
    rows = [(*a, *b) for one in statements for a, b in pairwise(edges(one))]
    for one, other in pairwise(statements):
        ends = {one.subject, one.term} & {other.subject, other.term}
        met = ((a, b) for a in edges(one) for b in edges(other) if ends & {*a} & {*b})
        joint = next(met, None)
        if joint is None:
            return None
        rows.append((*joint[0], *joint[1]))
    return _of("claim/path", "one", rows)


def _opinion(statements: Sequence[Statement]) -> Formula | None:
    held = (arc for one in statements for arc in qualified(one, {QualifierRole.HOLDER}))
    return _of("claim/opinion", "judgement", held)


_BUILDERS: Final[Mapping[ClaimKind, Callable[[Sequence[Statement]], Formula | None]]] = {
    ClaimKind.SHARED: _shared,
    ClaimKind.DIFFER: _differ,
    ClaimKind.ORDER: _order,
    ClaimKind.OVERLAP: _overlap,
    ClaimKind.RELATION: _relation,
    ClaimKind.PATH: _path,
    ClaimKind.OPINION: _opinion,
}
FORMULAS: Final = tuple(
    f"claim/{name}"
    for name in ("shared", "alike", "differ", "order", "greater", "overlap", "path", "opinion")
)
"""The questions which formulas put."""


def _of(name: str, parameter: str, rows: Iterable[Row]) -> Formula | None:
    found = tuple(rows)
    return (name, parameter, found) if found else None


def _day(statement: Statement) -> tuple[int, ...]:
    return statement.value.key if isinstance(statement.value, Date) else ()


def _amount(statement: Statement) -> Decimal:
    return statement.value.amount if isinstance(statement.value, Quantity) else Decimal(0)


def _steps(statements: Iterable[Statement], after: _Test) -> Iterator[_Pair]:
    """Yield the triple of each statement with that of the last one which it comes after."""
    passed: list[tuple[Statement, Arc]] = []
    for statement in statements:
        for arc in arc_of(statement):
            found = (its for one, its in reversed(passed) if after(one, statement))
            yield from ((its, arc) for its in list(found)[:1])
            passed.append((statement, arc))


def _comes_before(one: Statement, other: Statement) -> bool:
    """Return whether a date is the earlier one, also as far as both are exact."""
    days = [s.value for s in (one, other) if isinstance(s.value, Date)]
    parts = 1 + max(0, min(day.precision for day in days) - Precision.YEAR)
    apart = len({day.key[:parts] for day in days}) > 1
    return apart and _earlier(one.term, other.term)


def _is_less(one: Statement, other: Statement) -> bool:
    return bool(_times(one.term, other.term))


def _dated(statement: Statement, roles: Iterable[QualifierRole]) -> tuple[Arc, ...]:
    """Return the triple of the date that qualifies a statement in the first of these roles."""
    dates = ((role, statement.date(role)) for role in roles)
    for role, date in ((role, date) for role, date in dates if date is not None):
        terms = [q.term for q in statement.qualifiers if q.value is date]
        return tuple(arc for arc in qualified(statement, {role}) if arc[2] in terms)[:1]
    return ()


def _earlier(early: _Written, late: _Written) -> bool:
    """Return whether the question says of two dates, as they are written, that one is earlier."""
    years = [_DATE.fullmatch(_text(term)) for term in (early, late)]
    keys = [(int(year[1]), year[0]) for year in years if year]
    return len(keys) == len(years) and keys[0] < keys[1]


def _alike(one: Statement, other: Statement) -> int:
    """Return with how many characters two values begin alike: dates as far as both are exact."""
    texts = [_text(s.term) for s in (one, other) if isinstance(s.term, Literal)]
    length = min(len(text) for text in texts) if len(set(texts)) == 1 else 0
    length = length or min(_exact(s) for s in (one, other))
    return length if len({text[:length] for text in texts}) == 1 else 0


def _exact(statement: Statement) -> int:
    """Return how many characters of a date are known, of those by which it is written."""
    value, text = statement.value, _text(statement.term)
    year = _DATE.fullmatch(text)
    if not isinstance(value, Date) or not year or value.precision not in _PARTS:
        return 0
    return min(len(text), len(year[1]) + _PARTS[value.precision])


def _times(less: _Written, more: _Written) -> tuple[Literal, ...]:
    """Return how many times a number another is; nothing when it is no more."""
    numbers = [
        _FOUR_DIGITS.create_decimal(term.lexical)
        for term in (less, more)
        if isinstance(term, Literal) and term.datatype in XSD_NUMBERS
    ]
    if len(numbers) < len((less, more)) or numbers[0] <= 0:
        return ()
    times = _FOUR_DIGITS.divide(numbers[1], numbers[0])
    return (Literal(f"{times:f}", _DECIMAL),) if times > 1 else ()


def _text(term: Term | str) -> str:
    return term.lexical if isinstance(term, Literal) else str(term)
