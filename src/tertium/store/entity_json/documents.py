"""Entity documents, read one after another from a file of any layout."""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from tertium.errors import BadFileError
from tertium.store.entity_json.parsing import parse
from tertium.store.entity_json.pieces import Origin, Report, pieces

__all__ = ["read_documents"]


def read_documents(
    stream: IO[bytes], name: str, *, on_bad: Report | None = None
) -> Iterator[Mapping[str, object]]:
    """Yield the entities of a dump, of JSON Lines, of `Special:EntityData` or of an array.

    Only one line is held at a time; a document spread over many lines is held whole. The name
    is what errors call the file by. With `on_bad`, malformed pieces are told to it and skipped.

    Raises:
        BadFileError: when the file is malformed, unless there is `on_bad`.

    """
    origin = Origin(name, on_bad or _raise)
    for piece in pieces(stream, origin):
        try:
            value = parse(piece, name)
        except BadFileError as error:
            origin.report(error)
        else:
            yield from _entities(value, piece.line, origin=origin)


def _entities(value: object, line: int, *, origin: Origin) -> Iterator[Mapping[str, object]]:
    others = False
    for element in _elements(value):
        if isinstance(element, dict) and isinstance(element.get("id"), str):
            yield element
        else:
            others = True
    if others:  # said once: a hostile array has millions
        origin.refuse(line, "no entity: an object with an id is expected")


def _elements(value: object) -> Iterable[object]:
    match value:
        case {"entities": {**by_id}}:
            return by_id.values()
        case [*elements]:
            return elements
        case _:
            return (value,)


def _raise(error: BadFileError) -> None:
    raise error
