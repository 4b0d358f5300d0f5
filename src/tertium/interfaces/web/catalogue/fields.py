"""The form of a saved query, and what was written into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from tertium.errors import BadRequestError
from tertium.model.terms import XSD, XSD_STRING, Iri, Literal
from tertium.queries.binding import blocks
from tertium.queries.parameters import ParameterKind
from tertium.queries.prefixes import expand, iri_of, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tertium.queries.catalogue import Query
    from tertium.queries.parameters import Argument, Atom, Parameter

__all__ = ["Entry", "Group", "bound", "groups"]

_LITERAL: Final = re.compile(
    r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)|\^\^<?([^\s<>"]+?)>?)?',
    re.DOTALL,
)
_TERM: Final = re.compile(
    r"""<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^(?:<[^>]*>|[^\s()]+))?|\#[^\n]*|[^\s()]+""",
    re.DOTALL,
)
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_MARKS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_MORE: Final = 2
"""So many empty rows follow those which are filled in."""
_MOST: Final = 1000
_HINTS: Final = {
    ParameterKind.IRI: "a thing: its name, its IRI, or its IRI with a well-known prefix",
    ParameterKind.PROPERTY: "a property: its IRI, or that with a well-known prefix",
    ParameterKind.TEXT: "words",
    ParameterKind.LANGUAGE: "a language tag, such as en or de-AT",
    ParameterKind.TERM: 'an IRI, a number, or a text in quotation marks ("1917"^^xsd:gYear)',
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a form: its name, what may stand in it, and what does."""

    name: str
    hint: str
    values: tuple[str, ...]
    suggests: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of a parameter; `many` may be filled in again and again, row by row."""

    entries: tuple[Entry, ...]
    many: bool

    @property
    def name(self) -> str:
        """The parameter."""
        return self.entries[0].name

    @property
    def rows(self) -> tuple[tuple[tuple[Entry, str], ...], ...]:
        """The fields with their values, row by row; of many, some rows are still empty."""
        filled = list(zip_longest(*(entry.values for entry in self.entries), fillvalue=""))
        empty = [("",) * len(self.entries)] * (_MORE if self.many else int(not filled))
        return tuple(tuple(zip(self.entries, row, strict=True)) for row in (*filled, *empty))


def groups(query: Query, given: Mapping[str, Sequence[str]]) -> tuple[Group, ...]:
    """Return the fields of a query, with what was given or else what stands in its text."""
    return tuple(_group(query, parameter, given) for parameter in query.params)


def bound(
    query: Query, given: Mapping[str, Sequence[str]], *, resolve: Callable[[str], Iri]
) -> str:
    """Return the SPARQL of a query with what was given; what was not keeps its default.

    Raises:
        BadParameterError: when a value does not fit.
        BadRequestError: when too much is given.
        EntityError: when a name is that of nothing, or of several things.

    """
    values: dict[str, Argument] = {}
    for parameter in query.params:
        rows = _rows(parameter, given)
        if len(rows) > _MOST:
            raise BadRequestError(place=parameter.name, problem=f"at most {_MOST:,} are taken")
        if rows:
            values[parameter.name] = [_atoms(parameter, row, resolve) for row in rows]
    return with_prefixes(query.bind(**values))


def _rows(parameter: Parameter, given: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return what was given, row by row, without rows in which nothing stands."""
    columns = [[text.strip() for text in given.get(name, ())] for name in parameter.names]
    rows = (tuple(row) for row in zip_longest(*columns, fillvalue=""))
    return tuple(row for row in rows if any(row))


def _atoms(
    parameter: Parameter, row: Sequence[str], resolve: Callable[[str], Iri]
) -> tuple[Atom, ...]:
    return tuple(
        _atom(text, kind, resolve) for text, kind in zip(row, parameter.kinds, strict=True)
    )


def _atom(text: str, kind: ParameterKind, resolve: Callable[[str], Iri]) -> Atom:
    match kind:
        case ParameterKind.IRI:
            return iri_of(text) or resolve(text)
        case ParameterKind.PROPERTY:
            return expand(text) or text
        case ParameterKind.TERM:
            return _term(text)
        case _:
            return text


def _term(text: str) -> Atom:
    """Return an IRI or a literal, as it is written in a query."""
    literal = _LITERAL.fullmatch(text)
    if literal is not None:
        lexical, language, datatype = literal.groups()
        words = _ESCAPED.sub(lambda one: _MARKS.get(one[1], one[1]), lexical)
        kind = expand(datatype or "") or Iri(datatype or XSD_STRING)
        return Literal(words, kind, language or "")
    number = _NUMBER.fullmatch(text)
    if number is not None:
        return Literal(text, Iri(XSD + ("decimal" if number[1] else "integer")))
    return expand(text) or text


def _group(query: Query, parameter: Parameter, given: Mapping[str, Sequence[str]]) -> Group:
    rows = _rows(parameter, given) or _defaults(query, parameter)
    columns = list(zip(*rows, strict=True)) or [()] * len(parameter.names)
    return Group(
        tuple(
            Entry(name, _HINTS[kind], tuple(column), kind is ParameterKind.IRI)
            for name, kind, column in zip(parameter.names, parameter.kinds, columns, strict=True)
        ),
        parameter.many,
    )


def _defaults(query: Query, parameter: Parameter) -> tuple[tuple[str, ...], ...]:
    """Return what stands in the text of a query as it is written into its form."""
    block = next(one for one in blocks(query.text) if one.names == parameter.names)
    terms = list(_terms(query.text[block.start : block.end]))
    wide = len(parameter.names)
    plain = [_plain(term, parameter.kinds[place % wide]) for place, term in enumerate(terms)]
    return tuple(tuple(plain[at : at + wide]) for at in range(0, len(plain), wide))


def _terms(text: str) -> list[str]:
    """Return the terms of a block; a text keeps its language or datatype."""
    return [term for term in _TERM.findall(text) if not term.startswith("#")]


def _plain(term: str, kind: ParameterKind) -> str:
    """Return a term as it is written into a field of a kind."""
    if term.startswith("<"):
        return term.strip("<>")
    literal = _LITERAL.fullmatch(term)
    if literal is not None and kind is not ParameterKind.TERM:
        return _ESCAPED.sub(lambda one: _MARKS.get(one[1], one[1]), literal[1])
    return term
