"""What the options of `tertium serve` mean."""

import os
import sys
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tertium.errors import BadParameterError, UnknownFormatError
from tertium.interfaces.cli.console import read_text

if TYPE_CHECKING:
    from tertium.interfaces.web.serving.orders import Notes

__all__ = ["names_of", "notes_of", "site_of", "token_of"]

_HOST: Final = "--host"
_OPTION: Final = "--token-file"
_HERE: Final = ("localhost", "127.0.0.1", "[::1]")
_VARIABLE: Final = "TERTIUM_TOKEN"
_SHORTEST: Final = 16


def names_of(hosts: list[str], *, host: str, address: str) -> tuple[str, ...]:
    """Return the names by which the server may be asked; without any, only those of this machine.

    Raises:
        BadParameterError: when it listens everywhere and nobody says how it is called.

    """
    place = _numeric(host)
    everywhere = place is not None and place.is_unspecified
    here = host == "localhost" or (place is not None and place.is_loopback)
    seen = (urlsplit(address).hostname or "",) if address else ()
    own = () if everywhere or here else (f"[{host}]" if place and ":" in host else host,)
    names = tuple(dict.fromkeys((*hosts, *own, *seen)))
    if everywhere and not names:
        raise BadParameterError(_HOST, "say by which name it will be asked: --allow-host NAME")
    return (*names, *_HERE) if names else ()


def _numeric(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def site_of(option: str, address: str) -> str:
    """Return the address of a site without a slash at its end.

    Raises:
        BadParameterError: when it is none.

    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
        raise BadParameterError(option, "write it as https://example.org")
    return address.rstrip("/")


def token_of(file: Path | None, sources: list[str]) -> str:
    """Return what updates must bring; a graph that ends with the server takes none.

    Raises:
        BadParameterError: when it is too short, or no token is of use.
        SourceUnavailableError: when the file cannot be read.

    """
    from tertium.interfaces.web.serving.stocking import lasting

    if not (len(sources) == 1 and lasting(sources[0])):
        if file:
            raise BadParameterError(_OPTION, "only a store directory takes updates: name one by -g")
        return ""
    token = (read_text(file) if file else os.environ.get(_VARIABLE, "")).strip()
    if (token or file) and not (
        len(token) >= _SHORTEST and token.isascii() and token.isprintable()
    ):
        raise BadParameterError(_OPTION, f"a token has {_SHORTEST} plain characters or more")
    return token


def notes_of(form: str | None, *, queries: bool, quiet: bool, verbose: bool) -> "Notes":
    """Return what the log holds, and how.

    Raises:
        UnknownFormatError: when lines of the log have no such form.

    """
    from tertium.interfaces.web.serving.orders import LogForm, Loudness, Notes

    known = tuple(one.value for one in LogForm)
    if form not in (None, *known):
        raise UnknownFormatError(str(form), known)
    usual = LogForm.TEXT if sys.stderr.isatty() else LogForm.JSON
    loudness = Loudness.VERBOSE if verbose else Loudness.NORMAL
    return Notes(
        form=LogForm(form) if form else usual,
        loudness=Loudness.QUIET if quiet else loudness,
        queries=queries,
    )
