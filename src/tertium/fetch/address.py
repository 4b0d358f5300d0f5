"""Web addresses: which are asked at all, and where one may lead on to."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

from tertium.errors import BadAddressError, SourceUnavailableError

__all__ = [
    "INSIDE",
    "check_address",
    "check_redirection",
    "host_of",
    "is_here",
    "is_inside",
    "is_of_world",
]

INSIDE: Final = "inside our own network"

_SCHEMES: Final = ("http", "https")
_WRAPPING: Final = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("::/96"),
)
"""Version 6 around version 4: NAT64 (RFC 6052, RFC 8215), and "compatible" (RFC 4291)."""


def check_address(url: str) -> None:
    """Raise unless an address is one of the web, without a name and password.

    Raises:
        BadAddressError: when it is not.

    """
    problem = _problem(url)
    if problem:
        raise BadAddressError(problem)


def check_redirection(source: str, target: str) -> None:
    """Raise unless an answer may lead on from one address to another.

    Raises:
        SourceUnavailableError: when the other is no address to be asked, when secrecy would be
            lost, or when a server elsewhere points at a machine of our own network.

    """
    problem = _problem(target)
    if not problem and urlsplit(source).scheme == "https" != urlsplit(target).scheme:
        problem = "without encryption"
    if not problem and is_inside(target) and not is_inside(source):
        problem = INSIDE
    if problem:
        raise SourceUnavailableError(source, f"it leads on to an address {problem}")


def host_of(url: str) -> str:
    """Return whom an address belongs to: a name, with a port when that is a special one."""
    parts = urlsplit(url)
    name = (parts.hostname or "").rstrip(".")
    return f"{name}-{parts.port}" if parts.port else name


def is_here(url: str) -> bool:
    """Return whether an address is on this machine."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def is_inside(url: str) -> bool:
    """Return whether an address says itself that it is in our own network."""
    try:
        return is_here(url) or not is_of_world(urlsplit(url).hostname or "")
    except ValueError:  # a name
        return False


def is_of_world(number: str) -> bool:
    """Return whether a number of IP is one that anybody in the world can reach, and nobody else.

    A number of version 6 in which one of version 4 is wrapped is as that one is.

    Raises:
        ValueError: when it is none.

    >>> [is_of_world(number) for number in ("::ffff:10.0.0.1", "64:ff9b::7f00:1", "9.9.9.9")]
    [False, False, True]

    """
    address = ip_address(number)
    wrapped = _wrapped(address) if isinstance(address, IPv6Address) else ()
    return all(one.is_global and not one.is_multicast for one in (*wrapped, address))


def _wrapped(address: IPv6Address) -> Iterator[IPv4Address]:
    """Yield the numbers of version 4 to which a number of version 6 leads."""
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if any(address in network for network in _WRAPPING):
        yield IPv4Address(int(address) & 0xFFFFFFFF)


def _problem(url: str) -> str:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "that is malformed"
    if parts.scheme not in _SCHEMES:
        return "that is not of the web"
    if parts.username is not None or parts.password is not None:
        return "with a user's name or password"
    return "" if parts.hostname else "without a host"
