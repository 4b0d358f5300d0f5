"""Answers as they travel: SPARQL 1.1 results in JSON, and N-Triples."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadDataError
from tertium.model import terms
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.store.canonical import as_stored
from tertium.store.protocol import Binding, Solutions, Triples
from tertium.store.terms import from_triple, to_oxigraph

__all__ = ["read_solutions", "read_triples", "read_truth"]

_PLAIN_LABEL: Final = re.compile(r"[A-Za-z0-9]+")


def read_solutions(body: bytes) -> Solutions:
    """Return the answer to a SELECT.

    Raises:
        BadDataError: when the text is no such answer, whole and well-formed.

    """
    match _document(body):
        case {"head": {"vars": [*names]}, "results": {"bindings": [*rows]}}:
            variables = tuple(name for name in names if isinstance(name, str))
            if len(set(variables)) == len(names):
                return _solutions(variables, rows)
        case _:
            pass
    problem = "no answer to a SELECT"
    raise BadDataError(problem)


def read_truth(body: bytes) -> bool:
    """Return the answer to an ASK.

    Raises:
        BadDataError: when the text is no such answer, whole and well-formed.

    """
    match _document(body):
        case {"boolean": bool(truth)}:
            return truth
        case _:
            problem = "no answer to an ASK"
            raise BadDataError(problem)


def read_triples(body: bytes) -> Triples:
    """Return the answer to a CONSTRUCT or DESCRIBE.

    Raises:
        BadDataError: when the text is not N-Triples to its end.

    """
    try:
        parsed = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
        triples = [from_triple(triple) for triple in parsed]
    except SyntaxError as error:
        problem = f"no N-Triples: {error}"
        raise BadDataError(problem) from error
    stored = as_stored(value for _, _, value in triples)
    return Triples(tuple((s, p, stored.get(value, value)) for s, p, value in triples))


def _document(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        problem = f"no JSON: {error}"
        raise BadDataError(problem) from error


def _solutions(variables: tuple[str, ...], rows: Sequence[object]) -> Solutions:
    read = [_row(row, variables) for row in rows]
    stored = as_stored(term for row in read for term in row.values())
    return Solutions(
        variables,
        tuple({name: stored.get(term, term) for name, term in row.items()} for row in read),
    )


def _row(row: object, variables: tuple[str, ...]) -> Binding:
    if not isinstance(row, dict) or not row.keys() <= set(variables):
        problem = f"no row of ({', '.join(variables)}): {row}"
        raise BadDataError(problem)
    return {name: _term(row[name]) for name in variables if name in row}


def _term(node: object) -> Term:
    """Return a term of the answer, which the embedded store could hold as well."""
    term: Term
    match node:
        case {"type": "uri", "value": str(iri)}:
            term = Iri(iri)
        case {"type": "bnode", "value": str(label)}:
            term = BlankNode(_label(label))
        case {"type": "literal" | "typed-literal", "value": str(lexical), **marks}:
            term = _literal(lexical, marks)
        case _:
            problem = f"no term: {node}"
            raise BadDataError(problem)
    to_oxigraph(term)  # raises when the term is malformed
    return term


def _label(label: str) -> str:
    """Return a label which every syntax can write; some endpoints send `nodeID://b1`."""
    code = label.encode("utf-8", "surrogatepass").hex()
    return label if _PLAIN_LABEL.fullmatch(label) else f"b-{code}"


def _literal(lexical: str, marks: Mapping[object, object]) -> Literal:
    match marks.get("xml:lang"), marks.get("datatype"):
        case None, None:
            return Literal(lexical)
        case None, str(datatype):
            return Literal(lexical, Iri(datatype))
        case str(tag), None | terms.RDF_LANG_STRING:
            return Literal(lexical, RDF_LANG_STRING, tag)
        case _:
            problem = f"no literal: {marks}"
            raise BadDataError(problem)
