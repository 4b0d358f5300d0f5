"""The body of an answer: unpacked, whole, of bounded size, and in time."""

import zlib
from collections.abc import Callable
from http.client import HTTPResponse, IncompleteRead
from typing import Final

from tertium.errors import BadDataError

__all__ = ["read_body", "unpacked"]

_CHUNK: Final = 2**16
_MOST: Final = 64 * 2**20
_MAGIC: Final = b"\x1f\x8b"
_GZIP: Final = zlib.MAX_WBITS | 16


def read_body(response: HTTPResponse, *, late: Callable[[], bool]) -> bytes:
    """Return the body of an answer, which may come packed by gzip.

    Raises:
        BadDataError: when it is not whole, too large, or packed otherwise.
        TimeoutError: when it comes so slowly that it is late.

    """
    packing = response.headers.get("Content-Encoding", "identity").lower()
    try:
        if packing == "identity":
            return _plain(response, late)
        if packing in {"gzip", "x-gzip"}:
            return _unpacked(response, late)
    except IncompleteRead as error:
        raise _broken_off() from error
    except zlib.error as error:
        problem = f"no gzip: {error}"
        raise BadDataError(problem) from error
    problem = f"it is packed by {packing}, which was not asked for"
    raise BadDataError(problem)


def unpacked(body: bytes) -> bytes:
    """Return the beginning of a body, packed or not; nothing of one that is packed badly."""
    if not body.startswith(_MAGIC):
        return body
    try:
        return zlib.decompressobj(_GZIP).decompress(body, _CHUNK)
    except zlib.error:
        return b""


def _plain(response: HTTPResponse, late: Callable[[], bool]) -> bytes:
    body, expected = bytearray(), response.length
    while chunk := response.read1(_CHUNK):
        body += chunk
        _bound(len(body), late)
    if expected is not None and len(body) != expected:
        raise _broken_off()
    return bytes(body)


def _unpacked(response: HTTPResponse, late: Callable[[], bool]) -> bytes:
    body, unpacker = bytearray(), zlib.decompressobj(_GZIP)
    while chunk := response.read1(_CHUNK):
        body += unpacker.decompress(chunk)
        _bound(len(body) + len(unpacker.unused_data), late)
    if not unpacker.eof or unpacker.unused_data:
        raise _broken_off()
    return bytes(body)


def _bound(size: int, late: Callable[[], bool]) -> None:
    if size > _MOST:
        problem = f"its answer is larger than {_MOST >> 20} MiB"
        raise BadDataError(problem)
    if late():
        raise TimeoutError


def _broken_off() -> BadDataError:
    problem = "its answer breaks off"
    return BadDataError(problem)
