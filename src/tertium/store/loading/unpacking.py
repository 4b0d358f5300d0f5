"""A file as it is unpacked: counted, hashed and stopped where it swells."""

import bz2
import gzip
import io
import lzma
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import zstandard

from tertium.errors import BadFileError, LimitError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["CHUNK", "RATIO", "Counted", "unpacked"]

CHUNK: Final = 1 << 18
"""How many bytes are looked at together."""

RATIO: Final = 1000
"""How many times larger than its packing a file may be.

The most regular of real N-Triples reach 750 with xz; the bombs start at 1,025.
"""

_HEAD: Final = 1 << 24  # so much may come of a few bytes
_SIP: Final = 1 << 10  # zstd unpacks at once whatever it is given: up to 32 KiB from a byte


class Counted(io.RawIOBase):
    """A file which knows how much of it was read, and its SHA-256."""

    def __init__(self, raw: io.BufferedIOBase) -> None:
        """Read from an open file."""
        self._raw = raw
        self._hash = sha256()
        self.count = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer as far as there is something left."""
        into = memoryview(buffer)
        data = self._raw.read(len(into))
        into[: len(data)] = data
        self._hash.update(data)
        self.count += len(data)
        return len(data)

    def digest(self) -> str:
        """Return the SHA-256 of what was read."""
        return self._hash.hexdigest()


def unpacked(packed: Counted, packing: str, *, name: str) -> Counted:
    """Return the content of a file; the name is what errors call it by."""
    return _Unpacked(packed, packing, name=name) if packing else packed


class _Unpacked(Counted):
    """The content of a packed file.

    What cannot be unpacked is a bad file; what becomes too large is refused.
    """

    def __init__(self, packed: Counted, packing: str, *, name: str) -> None:
        super().__init__(_opened(packed, packing))
        self._packed = packed
        self._name = name

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        try:
            size = super().readinto(buffer)
        except (EOFError, OSError, lzma.LZMAError, zlib.error, zstandard.ZstdError) as error:
            raise BadFileError(self._name, None, f"cannot be unpacked: {error}") from error
        if self.count > max(_HEAD, RATIO * self._packed.count):
            raise LimitError(self._name, f"it unpacks to more than {RATIO} times its size")
        return size


def _opened(packed: Counted, packing: str) -> io.BufferedIOBase:
    buffered = io.BufferedReader(packed, CHUNK)
    match packing:
        case ".gz":
            return gzip.GzipFile(fileobj=buffered)
        case ".bz2":
            return bz2.BZ2File(buffered)
        case ".xz":
            return lzma.LZMAFile(buffered)
        case _:
            return io.BufferedReader(_Zstd(buffered), CHUNK)


class _Zstd(io.RawIOBase):
    """Frames of zstd one after another; unlike the library's reader it tells a truncated one."""

    def __init__(self, packed: io.BufferedIOBase) -> None:
        self._packed = packed
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        while not self._ready and (data := self._rest or self._packed.read(_SIP)):
            self._ready = memoryview(self._unpack(data))
        if not self._ready and self._frame:
            message = "the last frame is cut off"
            raise EOFError(message)
        into = memoryview(buffer)
        taken, self._ready = self._ready[: len(into)], self._ready[len(into) :]
        into[: len(taken)] = taken
        return len(taken)

    def _unpack(self, data: bytes) -> bytes:
        frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
        ready = frame.decompress(data)
        self._frame, self._rest = (None, frame.unused_data) if frame.eof else (frame, b"")
        return ready
