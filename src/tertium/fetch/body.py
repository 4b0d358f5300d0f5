"""The body of an answer: whole, unpacked, of bounded size, in time."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NoReturn

from tertium.errors import BadDataError

__all__ = ["check_json", "unpacked"]

_STEP: Final = 2**20
_GZIP: Final = zlib.MAX_WBITS | 16
_PACKED: Final = ("gzip", "x-gzip")
_PLAIN: Final = ("", "identity")


def unpacked(
    chunks: Iterable[bytes], packing: str, *, size: int, late: Callable[[], bool]
) -> bytes:
    """Return a body that comes in pieces, of at most so many bytes.

    Raises:
        BadDataError: when it is larger, not whole, or packed otherwise than by gzip.
        TimeoutError: when it comes so slowly that it is late.

    """
    if packing in _PLAIN:
        pieces = iter(chunks)
    elif packing in _PACKED:
        pieces = _unzipped(chunks)
    else:
        problem = f"it is packed by {packing[:40]}, which was not asked for"
        raise BadDataError(problem)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > size:
            problem = f"its answer is larger than {size:,} bytes"
            raise BadDataError(problem)
        if late():
            raise TimeoutError
    return bytes(body)


def check_json(body: bytes) -> None:
    """Raise unless a body is JSON in UTF-8.

    Raises:
        BadDataError: when it is not.

    """
    try:
        json.loads(body.decode("utf-8-sig"), parse_constant=_refuse)
    except (RecursionError, ValueError) as error:
        problem = f"its answer is no JSON, or not all of it ({error})"
        raise BadDataError(problem) from error


def _unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is packed, little by little: a bomb is noticed before it has gone off."""
    unpacker = zlib.decompressobj(_GZIP)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                yield unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail
    except zlib.error as error:
        problem = f"it is no gzip: {error}"
        raise BadDataError(problem) from error
    yield unpacker.flush()
    if not unpacker.eof or unpacker.unused_data:
        problem = "its answer breaks off"
        raise BadDataError(problem)


def _refuse(constant: str) -> NoReturn:
    problem = f"its answer has {constant}, which is no JSON"
    raise BadDataError(problem)
