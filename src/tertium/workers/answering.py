"""A query answered by the engine, in bytes as they are sent, and no more of them than allowed."""

from __future__ import annotations

import io
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.errors import BadQueryError, LimitError
from tertium.store.protocol import one_line
from tertium.workers.counting import count_rows
from tertium.workers.formats import GRAPH_TYPES, RESULT_TYPES, chosen
from tertium.workers.question import Answered
from tertium.workers.telling import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer

    from tertium.errors import SourceUnavailableError
    from tertium.workers.question import Limits, Question

__all__ = ["answer_of"]

_Name = ox.NamedNode | ox.BlankNode
_Graph = _Name | ox.DefaultGraph
_Results = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

_ANSWER: Final = "the answer"
_UNSUPPORTED: Final = "is not supported"


def answer_of(store: ox.Store, question: Question, limits: Limits) -> Answered:
    """Return the answer to a question.

    Raises:
        BadQueryError: when it is no query.
        LimitError: when the answer has too many bytes.
        NotAcceptableError: when it has none of the forms wanted.
        SourceUnavailableError: when the store cannot be read.

    """
    results = _run(store, question, question.sparql)
    match results:
        case ox.QueryTriples():
            return _triples(results, question, limits)
        case ox.QueryBoolean():
            kind, form = chosen(question.accepts, RESULT_TYPES)
            body = results.serialize(format=form) or b""
            return Answered(media_type=kind, body=body, rows=None, truncated=False)
        case _:
            return _solutions(store, results, question, limits=limits)


def _run(store: ox.Store, question: Question, sparql: str) -> _Results:
    base = question.base or None
    union = not question.is_choosy and any(True for _ in store.named_graphs())
    with _reading(), _parsing():
        if not (question.default_graphs or question.named_graphs):
            return store.query(sparql, base_iri=base, use_default_graph_as_union=union)
        default: list[_Graph] = [ox.NamedNode(iri) for iri in question.default_graphs]
        named: list[_Name] = [ox.NamedNode(iri) for iri in question.named_graphs]
        return store.query(sparql, base_iri=base, default_graph=default, named_graphs=named)


def _solutions(
    store: ox.Store, results: ox.QuerySolutions, question: Question, *, limits: Limits
) -> Answered:
    kind, form = chosen(question.accepts, RESULT_TYPES)
    out = _Body(limits.body)
    with _reading():
        results.serialize(out, form)
    body = out.getvalue()
    rows = count_rows(body, form)
    truncated = rows >= limits.rows and bool(question.beyond) and _has_more(store, question)
    return Answered(media_type=kind, body=body, rows=rows, truncated=truncated)


def _has_more(store: ox.Store, question: Question) -> bool:
    results = _run(store, question, question.beyond)
    return isinstance(results, ox.QuerySolutions) and next(results, None) is not None


def _triples(results: ox.QueryTriples, question: Question, limits: Limits) -> Answered:
    """Return triples, cut in the middle of the writing when there are too many of them."""
    kind, form = chosen(question.accepts, GRAPH_TYPES)
    out = _Lines(limits.body, limits.rows)
    with suppress(EOFError), _reading():
        results.serialize(out, ox.RdfFormat.N_TRIPLES)
    body, rows = out.cut()
    if form != ox.RdfFormat.N_TRIPLES:
        body = _rewritten(body, form, limits.body)
    return Answered(media_type=kind, body=body, rows=rows, truncated=out.is_full)


def _rewritten(triples: bytes, form: ox.RdfFormat, most: int) -> bytes:
    store = ox.Store()
    store.load(triples, ox.RdfFormat.N_TRIPLES)
    out = _Body(most)
    store.dump(out, form, from_graph=ox.DefaultGraph())
    return out.getvalue()


def _trouble(error: Exception) -> BadQueryError | SourceUnavailableError:
    """Return what is wrong: with a query that wants what the engine cannot, or with the store."""
    if _UNSUPPORTED in str(error):
        problem = "A function is not supported"
        return BadQueryError(problem)
    return unreadable()


@contextmanager
def _reading() -> Iterator[None]:
    """Let nobody see where the store is when it cannot be read."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _trouble(error) from error


@contextmanager
def _parsing() -> Iterator[None]:
    """Let what the engine says of a text be an error of ours."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise BadQueryError(one_line(error)) from error


class _Body(io.BytesIO):
    """Takes so many bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: ReadableBuffer, /) -> int:
        written = super().write(data)
        self._left -= written
        if self._left < 0:
            raise LimitError(_ANSWER, "it has more bytes than are sent at once")
        return written


class _Lines(_Body):
    """Takes so many lines, and knows whether there were more."""

    def __init__(self, most: int, lines: int) -> None:
        super().__init__(most)
        self._most = lines
        self._lines = 0
        self.is_full = False

    def write(self, data: ReadableBuffer, /) -> int:
        self._lines += bytes(data).count(b"\n")
        written = super().write(data)
        if self._lines > self._most:
            self.is_full = True
            raise EOFError
        return written

    def cut(self) -> tuple[bytes, int]:
        """Return the lines that may be taken, and how many these are."""
        if not self.is_full:
            return self.getvalue(), self._lines
        lines = self.getvalue().split(b"\n", self._most)[: self._most]
        return b"\n".join([*lines, b""]), self._most
