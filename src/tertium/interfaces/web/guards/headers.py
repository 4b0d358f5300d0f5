"""What goes out with every answer: what a browser may do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Added"]

_CONTENT: Final = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors "
)
_SENSORS: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
_EMBEDDED: Final = b"/embed"
_OPEN: Final = b"access-control-allow-origin"
_Header = tuple[bytes, bytes]


class Added:
    """The headers of all answers; a room may have said otherwise in its own."""

    def __init__(self, frames: Iterable[str]) -> None:
        """Keep which sites may show `/embed` in a frame."""
        self._usual = _headers("'none'")
        self._embedded = _headers(" ".join(frames) or "'none'")

    def to(self, headers: Sequence[_Header], path: bytes) -> list[_Header]:
        """Return the headers of an answer from a path with those which all have."""
        said = {name.lower() for name, _ in headers}
        of_path = self._embedded if _is_embedded(path) else self._usual
        added = [one for one in of_path.items() if one[0] not in said]
        resource = b"cross-origin" if _OPEN in said else b"same-origin"
        return [*headers, *added, (b"cross-origin-resource-policy", resource)]


def _is_embedded(path: bytes) -> bool:
    return path == _EMBEDDED or path.startswith(_EMBEDDED + b"/")


def _headers(ancestors: str) -> Mapping[bytes, bytes]:
    headers = {
        "content-security-policy": _CONTENT + ancestors,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": _SENSORS,
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-cache",
    }
    return {name.encode(): value.encode() for name, value in headers.items()}
