"""Whether a report comes from a form of ours: no other site may send one in somebody's name."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tertium.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

__all__ = ["Stamp", "check_origin", "sender_of"]

_REPORT: Final = "the report"
_OURS: Final = frozenset({"", "same-origin", "none"})
_LASTING: Final = 24 * 3600
_SITE: Final = 64


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form has from us: when it was made and for which statement, signed."""

    secret: bytes
    clock: Callable[[], float]

    def on(self, statement: str) -> str:
        """Return the stamp of a form that is made now."""
        return self._signed(str(int(self.clock())), statement)

    def is_good(self, stamp: str, statement: str) -> bool:
        """Return whether a stamp is ours, for this statement, and of the last day."""
        made = stamp.partition(".")[0]
        if not (made.isascii() and made.isdecimal() and len(made) < len(str(1 << _SITE))):
            return False
        is_ours = hmac.compare_digest(stamp.encode(), self._signed(made, statement).encode())
        return is_ours and 0 <= self.clock() - int(made) <= _LASTING

    def _signed(self, made: str, statement: str) -> str:
        signed = hmac.digest(self.secret, f"{made} {statement}".encode(), sha256)
        return f"{made}.{signed.hex()}"


def check_origin(request: Request, address: str) -> None:
    """Let a request pass that no page of another site has made.

    `address` is where the world sees the server, if another stands before it.

    Raises:
        RefusedError: when one has.

    """
    site = request.headers.get("sec-fetch-site", "").casefold()
    origin = urlsplit(request.headers.get("origin", "")).netloc
    own = {"", request.headers.get("host", ""), urlsplit(address).netloc}
    if site not in _OURS or origin not in own or request.headers.get("origin") == "null":
        raise RefusedError(_REPORT, "it comes from a page of another site")


def sender_of(request: Request) -> str:
    """Return from where a request comes: of the addresses of IPv6, what a whole site has."""
    host = request.client.host if request.client else ""
    try:
        place = ip_address(host)
    except ValueError:
        return host
    if not isinstance(place, IPv6Address):
        return host
    return str(ip_network((place, _SITE), strict=False))
