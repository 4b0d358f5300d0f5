"""A file from the web, kept in a folder for as long as it is loaded."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import IO, Final
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from tertium.errors import LimitError, SourceUnavailableError, UnknownFormatError
from tertium.fetch.address import check_address, check_redirection
from tertium.fetch.manners import Manners
from tertium.store.loading.formats import MEDIA_TYPES, format_of
from tertium.store.loading.unpacking import CHUNK

__all__ = ["Bounds", "download"]


class _Onward(HTTPRedirectHandler):
    """Follows an answer that leads on, as far and to where the fetcher does, too."""

    max_redirections = max_repeats = Manners().redirections

    def __init__(self) -> None:
        self._before = ""

    def http_request(self, request: Request) -> Request:
        """Look at a request before it is sent: the first, or one to which another led on."""
        if self._before:
            check_redirection(self._before, request.full_url)
        self._before = request.full_url
        return request

    https_request = http_request


_HANDLERS: Final = (  # the web, and nothing else: a redirection to a file leads nowhere
    *(HTTPHandler, HTTPSHandler, _Onward, ProxyHandler),
    *(HTTPErrorProcessor, HTTPDefaultErrorHandler),
)
_PATIENCE: Final = 60.0  # seconds without a byte
_ACCEPT: Final = ", ".join((*sorted(MEDIA_TYPES), "*/*;q=0.1"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many bytes a download may have, and how many seconds it may take."""

    size: int = 1 << 34
    seconds: float = 3600.0


_BOUNDS: Final = Bounds()


def download(url: str, folder: Path, *, agent: str, bounds: Bounds = _BOUNDS) -> Path:
    """Return a file with what is at a web address; it is as old as the server says.

    Raises:
        BadAddressError: when the address is none of the web, or has a password in it.
        LimitError: when it is too large, or takes too long.
        SourceUnavailableError: when it cannot be fetched as a whole.
        UnknownFormatError: when neither address nor server name a known syntax.

    """
    check_address(url)
    try:
        with _opener(agent).open(url, timeout=_PATIENCE) as response:
            path = folder / f"{len([*folder.iterdir()])}-{_name(url, response.headers)}"
            expected = response.headers.get("Content-Length")
            with path.open("wb") as file:
                count = sum(_copied(response, file, url=url, bounds=bounds))
    except HTTPError as error:
        error.close()  # it holds on to the connection
        raise SourceUnavailableError(url, str(error)) from error
    except (HTTPException, OSError, ValueError) as error:
        raise SourceUnavailableError(url, str(error)) from error
    if expected and expected.isdecimal() and int(expected) != count:
        raise SourceUnavailableError(url, f"{count} of {expected} bytes came")
    os.utime(path, (0, _age(response.headers)))
    return path


def _opener(agent: str) -> OpenerDirector:
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    opener.addheaders = [("User-Agent", agent), ("Accept", _ACCEPT)]
    return opener


def _copied(response: IO[bytes], file: IO[bytes], *, url: str, bounds: Bounds) -> Iterator[int]:
    end = time.monotonic() + bounds.seconds
    left = bounds.size
    while data := response.read(CHUNK):
        left -= len(data)
        if left < 0:
            raise LimitError(url, f"it has more than {bounds.size} bytes")
        if time.monotonic() > end:
            raise LimitError(url, f"it takes longer than {bounds.seconds:.0f} seconds")
        yield file.write(data)


def _name(url: str, headers: Message) -> str:
    """Return a file name of which the suffix tells the format."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    try:
        format_of(name)
    except UnknownFormatError:
        suffix = MEDIA_TYPES.get(headers.get_content_type())
        if suffix is None:
            raise
        return f"download{suffix}"
    return name


def _age(headers: Message) -> float:
    """Return when the data was last changed, 0 when the server does not say."""
    try:
        return parsedate_to_datetime(headers["Last-Modified"]).timestamp()
    except (TypeError, ValueError):
        return 0.0
