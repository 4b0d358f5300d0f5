"""A file from the web, kept in a folder for as long as it is loaded."""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from tertium.errors import LimitError, SourceUnavailableError, UnknownFormatError
from tertium.fetch.address import check_address, check_redirection, is_inside
from tertium.fetch.connection import new_client
from tertium.fetch.manners import Manners
from tertium.store.loading.formats import MEDIA_TYPES, format_of
from tertium.store.loading.unpacking import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

__all__ = ["Bounds", "download"]

_MANNERS: Final = Manners()
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
    import httpx

    check_address(url)
    headers = {"User-Agent": agent, "Accept": _ACCEPT, "Accept-Encoding": "identity"}
    try:
        with new_client(_MANNERS.seconds) as client:
            client.headers.update(headers)
            with closing(_answered(client, url)) as response:
                path = folder / f"{len([*folder.iterdir()])}-{_name(url, response.headers)}"
                with path.open("wb") as file:
                    file.writelines(_bounded(response, url=url, bounds=bounds))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise SourceUnavailableError(url, str(error)) from error
    os.utime(path, (0, _age(response.headers)))
    return path


def _answered(client: httpx.Client, url: str) -> httpx.Response:
    """Return an answer, wherever a server says that it is, as far as the fetcher follows, too."""
    from tertium.fetch.pinning import LED

    place = url
    for _ in range(_MANNERS.redirections + 1):
        led = {LED: True} if place != url and not is_inside(url) else {}
        response = client.send(client.build_request("GET", place, extensions=led), stream=True)
        if response.next_request is None:
            break
        response.close()
        onward = str(response.next_request.url)
        check_redirection(place, onward)
        place = onward
    if response.status_code != HTTPStatus.OK:
        response.close()
        problem = f"HTTP {response.status_code} {response.reason_phrase}"
        raise SourceUnavailableError(url, problem)
    return response


def _bounded(response: httpx.Response, *, url: str, bounds: Bounds) -> Iterator[bytes]:
    end = time.monotonic() + bounds.seconds
    left = bounds.size
    for data in response.iter_raw(CHUNK):
        left -= len(data)
        if left < 0:
            raise LimitError(url, f"it has more than {bounds.size} bytes")
        if time.monotonic() > end:
            raise LimitError(url, f"it takes longer than {bounds.seconds:.0f} seconds")
        yield data


def _name(url: str, headers: httpx.Headers) -> str:
    """Return a file name of which the suffix tells the format."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    try:
        format_of(name)
    except UnknownFormatError:
        kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        suffix = MEDIA_TYPES.get(kind)
        if suffix is None:
            raise
        return f"download{suffix}"
    return name


def _age(headers: httpx.Headers) -> float:
    """Return when the data was last changed, 0 when the server does not say."""
    try:
        return parsedate_to_datetime(headers.get("Last-Modified", "")).timestamp()
    except ValueError:
        return 0.0
