"""Connections to checked addresses only: a name is looked up once, and what it says is used.

Between a check and a second look-up, a name may come to mean another machine.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.request import getproxies, proxy_bypass

import httpx

from tertium.errors import SourceUnavailableError
from tertium.fetch.address import INSIDE, is_here, is_inside, is_of_world

__all__ = ["LED", "Lookup", "Pinned", "looked_up"]

_PORTS: Final = {"http": 80, "https": 443}

LED: Final = "tertium.led"
"""The extension of a request that a server has led to: then it stays outside of our network."""

Lookup = Callable[[str, int], tuple[str, ...]]
"""Returns the numbers to which a name and a port lead, the best first."""


def looked_up(name: str, port: int) -> tuple[str, ...]:
    """Return the numbers to which a name leads, as the system sees it.

    Raises:
        httpx.ConnectError: when there is no such name.

    """
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(str(error)) from error
    return tuple(dict.fromkeys(str(place[0]).partition("%")[0] for *_, place in found))


class Pinned(httpx.BaseTransport):
    """Sends requests to the addresses that were checked, by proxies where the user has set some.

    What the user names may be in our own network, if all of it is; what a server leads to may
    not. A proxy looks names up by itself.
    """

    def __init__(self, *, outside: bool = False, lookup: Lookup = looked_up) -> None:
        """Keep whether nothing inside our own network is ever asked, and what looks names up."""
        self._outside = outside
        self._lookup = lookup
        self._direct = httpx.HTTPTransport()
        self._proxies = dict[str, httpx.HTTPTransport]()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to a request.

        Raises:
            httpx.ConnectError: when nobody is there.
            SourceUnavailableError: when it is inside our own network, and may not be.

        """
        if proxy := _proxy_for(request.url):
            self._check_words(request)
            transport = self._proxies.setdefault(proxy, httpx.HTTPTransport(proxy=proxy))
            return transport.handle_request(request)
        *others, last = self._checked(request)
        for number in others:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return self._direct.handle_request(_pinned(request, number))
        return self._direct.handle_request(_pinned(request, last))

    def close(self) -> None:
        """Close all connections."""
        for transport in (self._direct, *self._proxies.values()):
            transport.close()

    def _checked(self, request: httpx.Request) -> tuple[str, ...]:
        """Return the numbers to be asked: all of them are out in the world, or none is."""
        url = request.url
        name = url.raw_host.decode("ascii").strip("[]")
        numbers = self._lookup(name, url.port or _PORTS[url.scheme])
        inside = [number for number in numbers if not is_of_world(number)]
        forbidden = self._outside or LED in request.extensions or len(inside) < len(numbers)
        if inside and forbidden:
            raise _forbidden(request)
        return numbers

    def _check_words(self, request: httpx.Request) -> None:
        if is_inside(str(request.url)) and (self._outside or LED in request.extensions):
            raise _forbidden(request)


def _forbidden(request: httpx.Request) -> SourceUnavailableError:
    return SourceUnavailableError(str(request.url), f"it is {INSIDE}")


def _proxy_for(url: httpx.URL) -> str:
    """Return the proxy of the environment, but for this machine and where none is wanted."""
    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all") or ""
    return "" if not proxy or is_here(str(url)) or proxy_bypass(url.host) else proxy


def _pinned(request: httpx.Request, number: str) -> httpx.Request:
    """Return a request to a number, which says the name in its headers and to TLS."""
    extensions = {**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")}
    return httpx.Request(
        request.method,
        request.url.copy_with(host=number),
        headers=request.headers,
        stream=request.stream,
        extensions=extensions,
    )
