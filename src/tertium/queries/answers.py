"""The answer to a query as text: SPARQL 1.1 results in JSON, CSV and TSV, or N-Triples."""

import csv
import json
from collections.abc import Callable, Mapping
from io import StringIO
from typing import Final

from tertium.errors import UnknownFormatError
from tertium.model.terms import RDF_LANG_STRING, XSD_STRING, BlankNode, Literal, Term
from tertium.store.protocol import Answer, Solutions, Triples
from tertium.store.terms import to_oxigraph

__all__ = ["ANSWER_FORMATS", "columns", "write_answer"]


def write_answer(answer: Answer, form: str) -> str:
    """Return an answer in one of `ANSWER_FORMATS`; triples are always N-Triples.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    if form not in _WRITERS:
        raise UnknownFormatError(form, ANSWER_FORMATS)
    if isinstance(answer, Triples):
        return "".join(sorted(f"{' '.join(map(_turtle, triple))} .\n" for triple in answer.triples))
    if isinstance(answer, bool):
        word = str(answer).lower() + "\n"
        return _document({"head": {}, "boolean": answer}) if form == "json" else word
    return _WRITERS[form](answer)


def columns(answer: Solutions) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the header and the rows of an answer, each term as a reader wants it."""
    rows = [tuple(_plain(row.get(name)) for name in answer.variables) for row in answer.rows]
    return answer.variables, rows


def _json(answer: Solutions) -> str:
    bindings = [{name: _described(term) for name, term in row.items()} for row in answer.rows]
    return _document({"head": {"vars": answer.variables}, "results": {"bindings": bindings}})


def _document(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: Solutions) -> str:
    text = StringIO()
    header, rows = columns(answer)
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


def _tsv(answer: Solutions) -> str:
    header = [f"?{name}" for name in answer.variables]
    rows = ([_turtle(row.get(name)) for name in answer.variables] for row in answer.rows)
    return "".join("\t".join(row) + "\n" for row in (header, *rows))


_WRITERS: Final[Mapping[str, Callable[[Solutions], str]]] = {
    "csv": _csv,
    "json": _json,
    "tsv": _tsv,
}
ANSWER_FORMATS: Final = tuple(sorted(_WRITERS))


def _turtle(term: Term | None) -> str:
    return "" if term is None else str(to_oxigraph(term))


def _plain(term: Term | None) -> str:
    if isinstance(term, Literal):
        return term.lexical
    if isinstance(term, BlankNode):
        return f"_:{term.label}"
    return term or ""


def _described(term: Term) -> dict[str, str]:
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.label}
    if not isinstance(term, Literal):
        return {"type": "uri", "value": term}
    literal = {"type": "literal", "value": term.lexical}
    if term.datatype == RDF_LANG_STRING:
        return literal | {"xml:lang": term.language}
    return literal if term.datatype == XSD_STRING else literal | {"datatype": term.datatype}
