"""From one file in any syntax to quads, its problems told or raised."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadDataError, BadFileError, LimitError
from tertium.store.entity_json import entity_triples, read_documents
from tertium.store.entity_json.brackets import DEEPEST, is_deep
from tertium.store.loading.formats import is_entity_json
from tertium.store.loading.guarding import Guarded, XmlGuarded
from tertium.store.loading.lines import read_lines
from tertium.store.loading.mappings import read_mappings
from tertium.store.loading.unpacking import CHUNK, Counted
from tertium.store.terms import Node

__all__ = ["Reading", "read_quads"]

_LINES: Final = (ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES)
_LOST: Final = re.compile("Line jumps|Invalid UTF-8|Unexpected end")
_END: Final = "; what follows cannot be read"
_PLACE: Final = re.compile(r"^Parser error at line [^:]*: ")

Report = Callable[[BadFileError], None]
"""What is done about a bad statement: raised, or noted and skipped."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: what errors call it, its syntax, what is done about them.

    `mappings` says that it is a table of mappings (SSSOM).
    """

    name: str
    syntax: ox.RdfFormat
    report: Report
    base: str | None = None
    lenient: bool = False
    mappings: bool = False


def read_quads(content: Counted, reading: Reading) -> Iterator[ox.Quad]:
    """Yield what a file says; a bad statement is told to `report` and left out.

    What cannot be read on after a problem ends there, if `report` did not raise: its rest is
    not read. Lines of N-Triples and N-Quads are independent of each other; a parser of Turtle
    finds the next statement unless the end of a string is lost.

    Raises:
        LimitError: when it would need more than we give.

    """
    buffered = io.BufferedReader(content, CHUNK)
    if reading.mappings:
        yield from read_mappings(buffered, reading.name, report=reading.report)
    elif reading.syntax == ox.RdfFormat.JSON_LD:
        yield from _json_quads(buffered, reading)
    else:
        guard = XmlGuarded if reading.syntax == ox.RdfFormat.RDF_XML else Guarded
        yield from _parsed(guard(buffered, reading.name), reading)


def _json_quads(content: "io.BufferedReader[Counted]", reading: Reading) -> Iterator[ox.Quad]:
    if is_entity_json(content.peek(CHUNK)):
        yield from _entity_quads(content, reading)
        return
    text = content.read()  # a context may come last
    if is_deep(text):
        raise LimitError(reading.name, f"JSON nests deeper than {DEEPEST} levels")
    yield from _parsed(Guarded(io.BytesIO(text), reading.name), reading)


def _entity_quads(content: "io.BufferedReader[Counted]", reading: Reading) -> Iterator[ox.Quad]:
    seen = set[str]()
    try:
        for document in read_documents(content, reading.name, on_bad=reading.report):
            yield from _said(document, seen, reading)
    except BadFileError as error:
        reading.report(error)


def _said(document: Mapping[str, object], seen: set[str], reading: Reading) -> Iterator[ox.Quad]:
    try:
        yield from entity_triples(document, seen=seen)
    except BadDataError as error:
        reading.report(BadFileError(reading.name, None, str(error)))


def _parsed(guarded: Guarded, reading: Reading) -> Iterator[ox.Quad]:
    buffered = io.BufferedReader(guarded, CHUNK)
    try:
        for quad in _quads(buffered, guarded, reading):
            if guarded.nul and _has_nul(quad.object):
                reading.report(BadFileError(reading.name, guarded.nul, "a NUL in a text"))
            else:
                yield quad
        _ = buffered.read()  # the end of the text, which a parser of XML may not ask for
    except BadFileError as error:
        reading.report(error)
    except MemoryError as error:
        raise LimitError(reading.name, f"a term is too long: {error}") from error


def _quads(
    buffered: "io.BufferedReader[Guarded]", guarded: Guarded, reading: Reading
) -> Iterator[ox.Quad]:
    if reading.lenient and reading.syntax in _LINES:

        def report(line: int, error: SyntaxError) -> None:
            reading.report(BadFileError(reading.name, line, _PLACE.sub("", error.msg)))

        return read_lines(buffered, reading.syntax, report=report)
    parser = ox.parse(
        buffered, format=reading.syntax, base_iri=reading.base, rename_blank_nodes=True
    )
    return _sound(parser, guarded, reading)


def _sound(parser: ox.QuadParser, guarded: Guarded, reading: Reading) -> Iterator[ox.Quad]:
    while True:
        try:
            yield next(parser)
        except StopIteration:
            return
        except SyntaxError as error:
            problem = _problem(error, guarded, reading)
            reading.report(problem)
            if problem.problem.endswith(_END):
                return


def _has_nul(value: Node) -> bool:
    return isinstance(value, ox.Literal) and "\0" in value.value


def _problem(error: SyntaxError, guarded: Guarded, reading: Reading) -> BadFileError:
    line = error.lineno or guarded.line_of(error.msg)
    if "LoadDocumentCallback" in error.msg:
        return BadFileError(reading.name, line, "a context elsewhere is never fetched")
    problem = _PLACE.sub("", error.msg)
    is_lost = reading.lenient and bool(_LOST.search(problem))
    return BadFileError(reading.name, line, problem + _END * is_lost)
