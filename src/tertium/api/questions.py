"""What a caller or a page asks, as SPARQL that a store can run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.model.comparison import Queries
from tertium.queries.catalogue import Query, parse_query
from tertium.queries.parameters import ParameterKind
from tertium.queries.prefixes import expand, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tertium.model.terms import Iri
    from tertium.queries.catalogue import Catalogue

__all__ = ["page_queries", "saved_query", "written"]

_AT_LEAST = 2


def saved_query(question: str | Query, catalogue: Catalogue) -> Query:
    """Return the saved query of this name, or the text itself as a query.

    Raises:
        UnknownQueryError: when a single word names no saved query.

    """
    if isinstance(question, Query):
        return question
    if len(question.split()) == 1:
        return catalogue[question]
    return parse_query("query", question)


def written(
    query: Query,
    parameters: Mapping[str, str | Sequence[str]],
    *,
    resolve: Callable[[str], Iri],
) -> str:
    """Return the SPARQL of a query with these values and all prefixes it uses.

    An entity may be given as a label, a property as a CURIE.

    Raises:
        BadParameterError: when there is no such parameter, or a value does not fit it.

    """
    kinds = {parameter.name: parameter.kind for parameter in query.params}

    def term(name: str, value: str) -> str:
        match kinds.get(name):
            case ParameterKind.IRI:
                return resolve(value)
            case ParameterKind.PROPERTY:
                return expand(value) or value
            case _:
                return value

    values = {
        name: [term(name, value) for value in ([given] if isinstance(given, str) else given)]
        for name, given in parameters.items()
    }
    return with_prefixes(query.bind(**values))


def page_queries(iris: Sequence[Iri], catalogue: Catalogue) -> Queries:
    """Return what says what the comparands share and what each alone has."""
    if len(iris) < _AT_LEAST:
        return Queries()
    alone = catalogue["compare/held-by-one"]
    others = {iri: [other for other in iris if other != iri] for iri in iris}
    return Queries(
        similarity=catalogue["compare/shared"].bind(entity=iris),
        differences=tuple(
            (iri, alone.bind(entity=iri, other=rest)) for iri, rest in others.items()
        ),
    )
