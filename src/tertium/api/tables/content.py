"""The bytes of a table: unpacked, with their beginning known, and refused when they are none."""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tertium.errors import BadFileError, SourceUnavailableError
from tertium.store.loading.unpacking import CHUNK, Counted, unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["Content", "open_content"]

_PACKED: Final = re.compile(
    rb"(?P<gz>\x1f\x8b)|(?P<bz2>BZh[1-9]1AY&SY)|(?P<xz>\xfd7zXZ\0)|(?P<zst>\x28\xb5\x2f\xfd)"
)
_OTHERS: Final = {
    b"PK\x03\x04": "a spreadsheet or an archive: save it as CSV",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of an old kind: save it as CSV",
    b"PAR1": "Parquet: save it as CSV",
    b"SQLite format 3": "a database: save the table as CSV",
    b"%PDF": "PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_MAGIC: Final = 16
_PAGE: Final = re.compile(rb"\s*<(!doctype html|html|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Content:
    """A stream of bytes, what errors call it, and its first bytes, which are not taken from it."""

    name: str
    head: bytes
    stream: "io.BufferedReader[Counted]"

    @property
    def whole(self) -> bool:
        """Whether there is nothing after the head."""
        return len(self.head) < CHUNK

    def after(self, count: int) -> io.BufferedReader:
        """Return what follows the first so many bytes."""
        return io.BufferedReader(_Rest(self.head[count:], self.stream), CHUNK)


@contextmanager
def open_content(source: str | Path) -> Iterator[Content]:
    """Yield what a file holds, or the standard input when it is called `-`.

    What is packed is unpacked, whatever its name is.

    Raises:
        BadFileError: when it is no text, or cannot be unpacked.
        LimitError: when it unpacks to far more than it should.
        SourceUnavailableError: when it cannot be read.

    """
    name = "standard input" if str(source) == "-" else str(source)
    with ExitStack() as stack:
        yield _content(name, _open(source, name, stack))


def _open(source: str | Path, name: str, stack: ExitStack) -> BinaryIO:
    if str(source) == "-":
        return sys.stdin.buffer  # not ours to close
    try:
        return stack.enter_context(Path(source).open("rb"))
    except OSError as error:
        raise SourceUnavailableError(name, error.strerror or str(error)) from error
    except ValueError as error:
        raise SourceUnavailableError(name, str(error)) from error


def _content(name: str, file: BinaryIO) -> Content:
    packing = _PACKED.match(start := file.read(_MAGIC))
    packed = Counted(io.BufferedReader(_Rest(start, file)))
    suffix = f".{packing.lastgroup}" if packing else ""
    stream = io.BufferedReader(unpacked(packed, suffix, name=name), CHUNK)
    head = stream.read(CHUNK)
    other = next((what for magic, what in _OTHERS.items() if head.startswith(magic)), "")
    if other or _PAGE.match(head):
        raise BadFileError(name, None, f"no table but {other or 'a web page or XML'}")
    return Content(name, head, stream)


class _Rest(io.RawIOBase):
    """What was read ahead, and after it what was not."""

    def __init__(self, ahead: bytes, rest: "BinaryIO | io.BufferedReader[Counted]") -> None:
        self._ahead = memoryview(ahead)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        into = memoryview(buffer)
        data = self._ahead[: len(into)] or memoryview(self._rest.read(len(into)))
        self._ahead = self._ahead[len(data) :]
        into[: len(data)] = data
        return len(data)
