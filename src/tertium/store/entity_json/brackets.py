"""How deep a JSON text nests, told without parsing it."""

from collections.abc import Iterator
from typing import Final

__all__ = ["DEEPEST", "is_deep", "is_unclosed"]

DEEPEST: Final = 128
"""How deep a document may nest; those of Wikibase stay below 12."""

_SLICE: Final = 1 << 20
_ONE_KIND: Final = bytes.maketrans(b"{}", b"[]")
_OTHERS: Final = bytes(byte for byte in range(256) if byte not in b'"[]{}')


def is_deep(text: bytes) -> bool:
    r"""Return whether arrays and objects nest deeper than is safe.

    >>> is_deep(b"[" * 200), is_deep(b'["' + b"[" * 200 + b'"]')
    (True, False)
    """
    left, depth = _brackets(text), 0
    while depth <= DEEPEST and (fewer := left.replace(b"[]", b"")) != left:
        left, depth = fewer, depth + 1
    return depth + left.count(b"[") > DEEPEST


def is_unclosed(text: bytes) -> bool:
    """Return whether something opens here that ends elsewhere."""
    brackets = _brackets(text)
    return brackets.count(b"[") > brackets.count(b"]")


def _brackets(text: bytes) -> bytes:
    """Return the brackets outside of strings, all of one kind."""
    unescaped = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(_outside(unescaped.translate(_ONE_KIND, _OTHERS)))


def _outside(quoted: bytes) -> Iterator[bytes]:
    inside = 0
    for start in range(0, len(quoted), _SLICE):  # a list of all parts could be very long
        parts = quoted[start : start + _SLICE].split(b'"')
        yield b"".join(parts[inside::2])
        inside ^= (len(parts) - 1) % 2
