"""What stands in a column of a row, as the kind of term it must be."""

from collections.abc import Iterable, Mapping

from tertium.errors import BadTermError
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.store.protocol import Binding

__all__ = ["grouped", "iri_in", "iris_in", "number_in", "text_in"]


def iri_in(row: Binding, column: str) -> Iri:
    """Return the IRI in a column.

    Raises:
        BadTermError: when there is something else.

    """
    term = row[column]
    if isinstance(term, BlankNode | Literal):
        raise BadTermError(text_in(row, column), f"an IRI is wanted as {column}")
    return term


def iris_in(rows: Iterable[Binding], column: str) -> tuple[Iri, ...]:
    """Return the IRIs in a column of all rows, each once."""
    terms = (row.get(column) for row in rows)
    iris = (term for term in terms if term and not isinstance(term, BlankNode | Literal))
    return tuple(dict.fromkeys(iris))


def text_in(row: Binding, column: str) -> str:
    """Return the text or address in a column; empty when nothing is there."""
    match row.get(column):
        case Literal(lexical):
            return lexical
        case BlankNode(label):
            return label
        case term:
            return term or ""


def number_in(row: Binding, column: str) -> int:
    """Return the whole number in a column; 0 when there is none."""
    text = text_in(row, column)
    return int(text) if text.isascii() and text.isdecimal() else 0


def grouped(rows: Iterable[Binding], column: str) -> Mapping[Term, tuple[Binding, ...]]:
    """Return the rows by what stands in a column, in the order of the rows."""
    groups: dict[Term, list[Binding]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return {key: tuple(group) for key, group in groups.items()}
