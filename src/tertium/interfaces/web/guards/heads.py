"""The head of a request: whom it is for, and whether its address can be one of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit

from tertium.interfaces.web.problems import KINDS, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Scope

__all__ = ["Heads", "names_of"]

_HERE: Final = ("localhost", "127.0.0.1", "[::1]")
_LONGEST_PATH: Final = 32 << 10
_LONGEST_QUERY: Final = 256 << 10
_LARGEST: Final = 64 << 10
_MOST: Final = 200
_HOST: Final = re.compile(rb"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_SUSPECT: Final = re.compile(rb"[%.\\;]|//")
_CONTROLS: Final = re.compile(rb"[\x00-\x1f\x7f]")
_UPWARD: Final = re.compile(rb"(?:^|[/\\])\.{1,2}(?:[/\\;]|$)")


def names_of(hosts: Iterable[str], address: str) -> frozenset[bytes]:
    """Return the names by which a server may be asked for, those of this machine if none is set."""
    own = urlsplit(address).netloc.rpartition("@")[2].casefold()
    known = [host.strip().casefold() for host in (*hosts, own)]
    named = frozenset(host.encode("idna") for host in known if host)
    return named or frozenset(host.encode() for host in _HERE)


@dataclass(frozen=True, slots=True)
class Heads:
    """Looks at the heads of requests; `names` are those of this server, with or without ports."""

    names: frozenset[bytes]

    def refused(self, scope: Scope) -> Problem | None:
        """Return why a request is refused before anybody looks at what it asks."""
        return self._host(scope) or _size(scope) or _spelling(scope)

    def _host(self, scope: Scope) -> Problem | None:
        given = [value for name, value in scope["headers"] if name == b"host"]
        whole = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        if whole is None:
            return Problem(kind=KINDS["bad-host"])
        if whole[0].lower() in self.names or whole[1].lower() in self.names:
            return None
        return Problem(kind=KINDS["misdirected"])


def _size(scope: Scope) -> Problem | None:
    if len(_path(scope)) > _LONGEST_PATH or len(scope["query_string"]) > _LONGEST_QUERY:
        return Problem(kind=KINDS["long-address"])
    headers = scope["headers"]
    if len(headers) > _MOST or sum(len(name) + len(value) for name, value in headers) > _LARGEST:
        return Problem(kind=KINDS["large-headers"])
    return None


def _spelling(scope: Scope) -> Problem | None:
    """Return that there is nothing where a path climbs, is no text, or has characters of control.

    A name in a path may be a whole address, so that `//` and `%2F` are no offence.
    """
    path = _path(scope)
    if path.startswith(b"/") and not _SUSPECT.search(path):
        return None
    plain = unquote_to_bytes(path)
    try:
        plain.decode("utf-8")
    except UnicodeDecodeError:
        return Problem(kind=KINDS["not-found"])
    odd = not path.startswith(b"/") or _CONTROLS.search(plain) or _UPWARD.search(plain)
    return Problem(kind=KINDS["not-found"]) if odd else None


def _path(scope: Scope) -> bytes:
    raw: bytes | None = scope.get("raw_path")
    path: str = scope["path"]
    return raw.partition(b"?")[0] if raw else path.encode("utf-8", "surrogateescape")
