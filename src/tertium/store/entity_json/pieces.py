"""A stream cut into pieces of JSON, of which only one is held."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO, Final

from tertium.errors import BadFileError
from tertium.store.entity_json.brackets import is_unclosed

__all__ = ["LARGEST", "Origin", "Piece", "Report", "pieces"]

LARGEST: Final = 64 * 1024 * 1024
"""How many bytes a document may have."""

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_TOO_LARGE: Final = f"a document larger than {LARGEST >> 20} MiB"

Report = Callable[[BadFileError], None]
"""What is done about a malformed piece: raised, or noted and skipped."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file from which pieces come, and what is done about malformed ones."""

    name: str
    report: Report

    def refuse(self, line: int, problem: str) -> None:
        """Report what is wrong on a line."""
        self.report(BadFileError(self.name, line, problem))


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and the line on which it starts."""

    line: int
    text: bytes


def pieces(stream: IO[bytes], origin: Origin) -> Iterator[Piece]:
    """Yield a dump or JSON Lines line by line, any other JSON as one piece."""
    lines = _lines(stream, origin)
    written = (piece for piece in lines if piece.text)
    first, second = next(written, None), next(written, None)
    if first and second and _is_spread(first.text, second.text):
        yield from _whole(chain((first, second), lines), origin)
    elif first:
        yield from _listed(chain((first, second) if second else (first,), written), origin)


def _is_spread(first: bytes, second: bytes) -> bool:
    """Return whether one document goes over several lines."""
    return is_unclosed(first) and second != b"]" and not second.startswith(b'{"')


def _lines(stream: IO[bytes], origin: Origin) -> Iterator[Piece]:
    number = 0
    while raw := stream.readline(LARGEST + 1):
        number += 1
        if len(raw) <= LARGEST:
            yield Piece(number, (raw if number > 1 else _unmarked(raw)).strip())
            continue
        origin.refuse(number, _TOO_LARGE)
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(LARGEST)


def _unmarked(raw: bytes) -> bytes:
    return raw.removeprefix(_BYTE_ORDER_MARK)


def _whole(lines: Iterator[Piece], origin: Origin) -> Iterator[Piece]:
    """Yield the file as one piece; blank lines are made up for, so that lines count."""
    first = next(lines)
    last, text = first.line, bytearray(first.text)
    for piece in lines:
        text += b"\n" * (piece.line - last) + piece.text
        last = piece.line
        if len(text) > LARGEST:
            origin.refuse(piece.line, _TOO_LARGE)
            return
    yield Piece(first.line, bytes(text))


def _listed(lines: Iterator[Piece], origin: Origin) -> Iterator[Piece]:
    """Yield each line without what makes it part of an array."""
    piece = next(lines)
    is_array = piece.text.startswith(b"[") and not piece.text.endswith(b"]")
    if is_array:
        piece = Piece(piece.line, piece.text[1:])
    for following in lines:
        yield from _element(piece)
        piece = following
    if is_array and not piece.text.endswith(b"]"):
        origin.refuse(piece.line, "ends before its closing bracket")
    yield from _element(Piece(piece.line, piece.text.removesuffix(b"]")) if is_array else piece)


def _element(piece: Piece) -> Iterator[Piece]:
    if text := piece.text.removesuffix(b",").strip():
        yield Piece(piece.line, text)
