"""What is asked of the endpoint, read from a request as the SPARQL 1.1 Protocol says it (2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from tertium.errors import (
    BadRequestError,
    BadTermError,
    TooManyPartsError,
    UnsupportedMediaTypeError,
)
from tertium.store.terms import checked_iri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.requests import Request

    from tertium.model.terms import Iri

__all__ = ["Kind", "Operation", "fields_of", "formats_of", "graph_of", "read_operation"]

_FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 200
_NOT_UTF_8: Final = "it is not in UTF-8"
_FORMATS: Final = ("format", "output", "results")
"""By these names clients ask for a format; the first counts."""

_Fields = dict[str, list[str]]


class Kind(Enum):
    """What is to be done."""

    QUERY = "query"
    UPDATE = "update"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What is to be done, with which text, on which graphs, and in which formats it is answered."""

    kind: Kind
    text: str = ""
    default_graphs: tuple[Iri, ...] = ()
    named_graphs: tuple[Iri, ...] = ()
    formats: tuple[str, ...] = ()


_GRAPHS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.QUERY: ("default-graph-uri", "named-graph-uri"),
    Kind.UPDATE: ("using-graph-uri", "using-named-graph-uri"),
}
_DIRECT: Final[Mapping[str, Kind]] = {
    "application/sparql-query": Kind.QUERY,
    "application/sparql-update": Kind.UPDATE,
}


async def read_operation(request: Request) -> Operation:
    """Return what a request asks for.

    Raises:
        BadRequestError: when it asks for nothing, for two things, or not in UTF-8.
        TooManyPartsError: when it is too large.
        UnsupportedMediaTypeError: when its body is none that we read.

    """
    fields = fields_of(request)
    if request.method != "POST":
        return _asked(fields)
    for name in ("query", "update"):
        if name in fields:
            raise BadRequestError(place=name, problem="in a POST it belongs into the body")
    kind = _media_type(request)
    body = await _text(request)
    if kind in _DIRECT:
        return _operation(_DIRECT[kind], body, fields)
    for name, values in _parsed(body).items():
        fields.setdefault(name, []).extend(values)
    return _posted(fields)


def fields_of(request: Request) -> _Fields:
    """Return the fields of the address, all values of each.

    Raises:
        BadRequestError: when they are not in UTF-8.

    """
    raw: bytes = request.scope.get("query_string", b"")
    try:
        return _parsed(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRequestError(place="the address", problem=_NOT_UTF_8) from error


def formats_of(fields: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the formats that fields ask for."""
    return tuple(value for name in _FORMATS for value in fields.get(name, ()) if value)


def graph_of(fields: Mapping[str, Sequence[str]], direct: Iri | None) -> Iri | None:
    """Return the graph that is asked for: a named one, nothing for the default one.

    `direct` is the address at which it is asked for, where a graph may have that.

    Raises:
        BadRequestError: when none is asked for, or several are.

    """
    named = _graphs(fields, "graph")
    if "default" in fields:
        if named or any(fields["default"]):
            raise BadRequestError(place="default", problem="it stands alone, without a value")
        return None
    if len(fields.get("graph", ())) > 1:
        raise BadRequestError(place="graph", problem="there is more than one")
    if not (named or direct):
        raise BadRequestError(place="graph", problem="it is missing")
    return named[0] if named else direct


def _graphs(fields: Mapping[str, Sequence[str]], name: str) -> tuple[Iri, ...]:
    try:
        return tuple(dict.fromkeys(map(checked_iri, fields.get(name, ()))))
    except BadTermError as error:
        raise BadRequestError(place=name, problem="an absolute IRI is expected") from error


def _asked(fields: _Fields) -> Operation:
    """Return what is asked for by GET: a query, or what this endpoint is."""
    if "update" in fields:
        raise BadRequestError(place="update", problem="an update is sent by POST")
    if "query" in fields:
        return _operation(Kind.QUERY, _only(fields, "query"), fields)
    if not fields.keys().isdisjoint(name for names in _GRAPHS.values() for name in names):
        raise BadRequestError(place="query", problem="it is missing")
    return Operation(kind=Kind.DESCRIPTION, formats=formats_of(fields))


def _posted(fields: _Fields) -> Operation:
    if "query" in fields and "update" in fields:
        raise BadRequestError(place="the form", problem="it has a query and an update")
    for kind in _GRAPHS:
        if kind.value in fields:
            return _operation(kind, _only(fields, kind.value), fields)
    raise BadRequestError(place="the form", problem="a field query or update is expected")


def _operation(kind: Kind, text: str, fields: _Fields) -> Operation:
    for other, names in _GRAPHS.items():
        for name in names:
            if other is not kind and name in fields:
                raise BadRequestError(place=name, problem=f"it is for a {other.value}")
    default, named = _GRAPHS[kind]
    return Operation(
        kind=kind,
        text=text,
        default_graphs=_graphs(fields, default),
        named_graphs=_graphs(fields, named),
        formats=formats_of(fields),
    )


def _only(fields: _Fields, name: str) -> str:
    values = fields[name]
    if len(values) > 1:
        raise BadRequestError(place=name, problem="there is more than one")
    return values[0]


def _media_type(request: Request) -> str:
    """Return the media type of a body which we can read, without its parameters."""
    kind, *parameters = request.headers.get("content-type", "").casefold().split(";")
    charsets = [value for name, value in _values(parameters) if name == "charset"]
    packing = request.headers.get("content-encoding", "identity").strip().casefold()
    is_known = kind.strip() in {_FORM, *_DIRECT}
    if not is_known or packing != "identity" or set(charsets) - {"utf-8", "utf8"}:
        raise UnsupportedMediaTypeError((_FORM, *_DIRECT))
    return kind.strip()


def _values(parameters: Sequence[str]) -> Iterator[tuple[str, str]]:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        yield name.strip(), value.strip().strip('"')


async def _text(request: Request) -> str:
    try:
        return (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequestError(place="the body", problem=_NOT_UTF_8) from error


def _parsed(form: str) -> _Fields:
    try:
        pairs = parse_qsl(
            form, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except UnicodeDecodeError as error:
        raise BadRequestError(place="a field", problem=_NOT_UTF_8) from error
    except ValueError as error:
        raise TooManyPartsError(_MOST_FIELDS + 1, "fields or more", _MOST_FIELDS) from error
    fields: _Fields = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields
