"""Whole pages to render: one of every kind, and the smallest."""

from dataclasses import replace
from decimal import Decimal

from tertium.model.comparison import Cell, Common, CommonKind, Comparison, Row
from tertium.model.dates import Calendar, Date, Interval, Precision
from tertium.model.measure import DateDistance, Measure, Overlap, QuantityRatio
from tertium.model.narrative import Mention, Narrative, Section
from tertium.model.schema import QualifierRole
from tertium.model.statement import Rank, Reference
from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Identifier,
    NoValue,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.model.verdict import CellState, Ranks, Relation
from tests.render.builders import (
    EX,
    A,
    B,
    Rest,
    cell,
    comparison,
    entity,
    row,
    sentence,
    source,
    statement,
)

__all__ = ["every_kind", "pair"]

_1917 = Date(year=1917, lexical="1917")
_1919 = Date(year=1919, month=3, lexical="1919-03")
_1926 = Date(year=1926, month=10, day=23, lexical="1926-10-23")
_1878 = Date(
    year=1878,
    month=12,
    day=18,
    calendar=Calendar.JULIAN,
    lexical="1878-12-18",
    old_style=(1878, 12, 6),
)
_1879 = Date(year=1879, month=11, day=7, lexical="1879-11-07")
_IDES = Date(year=-43, month=3, day=13, lexical="-0043-03-13")
_DECADE = Date(year=1910, precision=Precision.DECADE, lexical="1910")
_PEOPLE = Iri(EX + "people")
_SERVICE = Reference(source("service"), "ch. 1")
_LATE = Reference(source("late"))
_KOTKIN = Reference(source("kotkin", "https://example.org/kotkin"))


def every_kind() -> tuple[Comparison, Narrative]:
    """Return every kind of value, state, relation and measure."""
    offices = (_seats(), _posts())
    rows = (_births(), _ides(), *offices, _tolls(), _heights(), *_states(), *_kinds(), _errors())
    told = tuple(s for one in rows for s in one.evidence)
    born = sentence(
        "Joseph Stalin and Leon Trotsky were born in the Russian Empire.",
        *told[:2],
        mentions=(Mention(0, 13, A.iri), Mention(18, 30, B.iri)),
    )
    opposition = (statement("opponent-1", A), statement("opponent-2", Text("koba")))
    narrative = Narrative(
        summary=(born, sentence("Only one of them wrote poems.", told[2])),
        relations=(sentence("Leon Trotsky opposed Joseph Stalin.", *opposition),),
        sections=(
            Section(rows[0].facet, (sentence("Stalin was born in 1878.", told[0]),)),
            Section(rows[2].facet, (sentence("Both sat on the Politburo.", *told[4:6]),)),
        ),
    )
    made = comparison(*rows, total=len(rows) + 3)
    return replace(made, ranks=Ranks.ALL), narrative


def pair() -> tuple[Comparison, Narrative]:
    """Return one row, no sentence, no source, a graph without a name."""
    koba = cell(A, statement("name-1", Text("Koba"), cited=()))
    silent = cell(B, state=CellState.NOT_STATED)
    small = comparison(row("name", Relation.INCOMPLETE, koba, silent))
    return Comparison(entities=small.entities, rows=small.rows, rows_total=1), Narrative()


def _births() -> Row:
    cells = (
        cell(A, statement("birth-1", _1878, cited=(_KOTKIN, _SERVICE))),
        cell(B, statement("birth-2", _1879)),
    )
    distance = DateDistance(order=(A.iri, B.iri), amount=0, unit=Precision.YEAR)
    return row("birth", Relation.DIFFERENT, *cells, rest=Rest(measure=Measure(dates=distance)))


def _ides() -> Row:
    cells = (cell(A, statement("ides-1", _IDES)), cell(B, statement("ides-2", _DECADE)))
    meeting = Common(value=_1917, kind=CommonKind.ANCESTOR, holders=(A.iri, B.iri))
    return row("ides", Relation.RELATED, *cells, rest=Rest(common=(meeting,)))


def _seats() -> Row:
    bureau = entity("politburo", "Politburo", in_text="the Politburo")
    since = (QualifierRole.START, _1919)
    chair = (QualifierRole.AS, entity("chairman"))
    mine = (
        statement("seat-1", bureau, since, (QualifierRole.END, _1926), chair),
        statement("seat-2", entity("orgburo"), since),
    )
    others = (
        statement("seat-5", entity("soviet"), since, cited=(_LATE,)),
        statement("seat-3", entity("old"), (None, Text("note")), rank=Rank.DEPRECATED),
    )
    yours = statement("seat-4", bureau, (QualifierRole.TIME, _1917), (QualifierRole.OF, bureau))
    holders = (A.iri, B.iri)
    overlaps = tuple(
        Overlap(value=bureau, holders=holders, interval=interval)
        for interval in (Interval(start=_1919, end=_1926), Interval())
    )
    shared = (Common(value=bureau, holders=holders),)
    rest = Rest("Offices", shared, Measure(jaccard=1 / 3, overlaps=overlaps))
    return row(
        "seat", Relation.OVERLAPPING, cell(A, *mine, others=others), cell(B, yours), rest=rest
    )


def _errors() -> Row:
    wrong = (
        statement("error-1", NoValue(), rank=Rank.DEPRECATED),
        statement("error-2", entity("[x]", " *x*|~~"), rank=Rank.DEPRECATED),
    )
    silent = CellState.NOT_STATED
    cells = (cell(A, state=silent, others=wrong), cell(B, state=CellState.NOT_APPLICABLE))
    return row("error", Relation.INCOMPLETE, *cells)


def _posts() -> Row:
    many = [statement(f"post-{i}", entity(f"post-{i}")) for i in range(9)]
    cells = (cell(A, *many[:8]), cell(B, many[8]))
    return row("post", Relation.SAME, *cells, rest=Rest("Offices"))


def _tolls() -> Row:
    five = Decimal(5000000)
    mine = statement(
        "toll-1",
        Quantity(amount=Decimal("5.5E+6"), unit=_PEOPLE, unit_label="people", lower=five),
        (QualifierRole.HOLDER, entity("conquest", "Robert Conquest")),
        (QualifierRole.DISPUTED_BY, entity("getty", "J. Arch Getty")),
        (QualifierRole.DISPUTED_IN, entity("getty1985", "Getty 1985")),
        (QualifierRole.LOWER, Quantity(amount=five)),
    )
    yours = statement("toll-2", Quantity(amount=Decimal(0)), cited=())
    ratio = QuantityRatio(order=(B.iri, A.iri), difference=Decimal(5500000), ratio=None)
    rivals = frozenset({mine.iri, yours.iri})
    rest = Rest("Legacy", measure=Measure(quantities=ratio), contested=rivals)
    return row("toll", Relation.DIFFERENT, cell(A, mine), cell(B, yours), rest=rest)


def _heights() -> Row:
    twice = QuantityRatio(
        order=(B.iri, A.iri), difference=Decimal("1.5"), ratio=Decimal("2.0"), unit=_PEOPLE
    )
    rest = Rest("Legacy", measure=Measure(quantities=twice))
    return row("height", Relation.INCOMPLETE, *_lone("height", Text("1.65 m", "de")), rest=rest)


def _states() -> tuple[Row, ...]:
    none = cell(B, statement("spouse-none", NoValue()), state=CellState.NONE)
    unknown = cell(B, statement("grave-some", SomeValue()), state=CellState.UNKNOWN)
    return tuple(
        row(name, Relation.ONE_SIDED, cell(A, statement(f"{name}-1", value)), other)
        for name, value, other in (
            ("spouse", entity("nadezhda"), none),
            ("grave", entity("wall"), unknown),
            ("reign", Text("long"), cell(B, state=CellState.NOT_APPLICABLE)),
        )
    )


def _kinds() -> tuple[Row, ...]:
    values: tuple[tuple[str, Value], ...] = (
        ("place", Coordinate(Decimal("41.99"), Decimal("44.11"))),
        ("viaf", Identifier("101767396", "https://viaf.org/viaf/101767396")),
        ("isni", Identifier("0000")),
        ("page", WebAddress(Iri("https://example.org/stalin"))),
    )
    return tuple(row(name, Relation.INCOMPLETE, *_lone(name, value)) for name, value in values)


def _lone(name: str, value: Value) -> tuple[Cell, Cell]:
    return cell(A, statement(f"{name}-1", value)), cell(B, state=CellState.NOT_STATED)
