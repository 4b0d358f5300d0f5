"""Whether two answers say the same: rows in any order, blank nodes by any name."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from typing import Final, TypeGuard

import pyoxigraph as ox

__all__ = ["Table", "same_graph", "same_table", "table_in", "told_table"]

Table = tuple[frozenset[str], tuple[tuple[tuple[str, str], ...], ...]] | bool
"""The variables and the rows of a SELECT, or the truth of an ASK; terms as they are written."""

_RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_BLANK: Final = "_:"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Final[Mapping[str, Callable[[str], object]]] = {
    "boolean": lambda text: {"0": "false", "1": "true"}.get(text, text),
    "decimal": lambda text: Decimal(text).normalize(),
    "double": float,
    "float": float,
    "integer": int,
}


def table_in(body: bytes, form: ox.QueryResultsFormat) -> Table:
    """Return what results say; CSV tells no datatypes."""
    if form == ox.QueryResultsFormat.CSV:
        return _csv_table(body.decode())
    found = ox.parse_query_results(body, format=form)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = tuple(variable.value for variable in found.variables)
    rows = (
        tuple((name, _written(row[name])) for name in names if row[name] is not None)
        for row in found
    )
    return frozenset(names), tuple(tuple(sorted(row)) for row in rows)


def _csv_table(text: str) -> Table:
    head, *rows = csv.reader(StringIO(text, newline=""))
    pairs = (zip(head, row, strict=True) for row in rows)
    return frozenset(head), tuple(tuple(sorted(pair for pair in row if pair[1])) for row in pairs)


def same_table(one: Table, other: Table) -> bool:
    """Return whether two answers have the same rows as often, under any names of blank nodes."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one[0] == other[0] and same_graph(_as_graph(one[1]), _as_graph(other[1]))


def same_graph(one: Sequence[ox.Triple], other: Sequence[ox.Triple]) -> bool:
    """Return whether two graphs are the same, under any names of blank nodes."""
    return _canonical(one) == _canonical(other)


def _canonical(triples: Sequence[ox.Triple]) -> ox.Dataset:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _as_graph(rows: Sequence[tuple[tuple[str, str], ...]]) -> tuple[ox.Triple, ...]:
    """Return rows as triples of a node each, which says how often the row is there."""
    counted = Counter(rows)
    return tuple(
        triple
        for place, (row, times) in enumerate(counted.items())
        for triple in _row(ox.BlankNode(f"row{place}"), row, times)
    )


def _row(node: ox.BlankNode, row: tuple[tuple[str, str], ...], times: int) -> Iterator[ox.Triple]:
    yield ox.Triple(node, ox.NamedNode(f"{_RS}times"), ox.Literal(times))
    for name, written in row:
        named = ox.NamedNode(f"{_RS}binding-{name}")
        blank = written.startswith(_BLANK)
        term = ox.BlankNode(written[2:]) if blank else ox.Literal(written)
        yield ox.Triple(node, named, term)


def told_table(triples: Sequence[ox.Triple]) -> Table:
    """Return the results which triples tell (the vocabulary of result sets)."""
    said: dict[str, list[ox.Triple]] = {}
    for triple in triples:
        said.setdefault(triple.predicate.value.removeprefix(_RS), []).append(triple)
    values = {str(t.subject): _written(t.object) for t in said.get("value", [])}
    names = {str(t.subject): t.object.value for t in said["variable"] if _is_text(t.object)}
    rows: dict[str, list[tuple[str, str]]] = {str(t.object): [] for t in said.get("solution", [])}
    for triple in said.get("binding", []):
        pair = names[str(triple.object)], values[str(triple.object)]
        rows[str(triple.subject)].append(pair)
    variables = frozenset(t.object.value for t in said["resultVariable"] if _is_text(t.object))
    return variables, tuple(tuple(sorted(row)) for row in rows.values())


def _written(term: object) -> str:
    """Return a term as it is written; numbers of one value are written alike."""
    if not isinstance(term, ox.Literal) or not term.datatype.value.startswith(_XSD):
        return str(term)
    number = _NUMBERS.get(term.datatype.value.removeprefix(_XSD))
    try:
        return f"{number(term.value)} {term.datatype.value}" if number else str(term)
    except (ArithmeticError, ValueError):
        return str(term)


def _is_text(term: object) -> TypeGuard[ox.Literal]:
    return isinstance(term, ox.Literal)
