"""Web addresses: which are asked at all, and where one may lead on to."""

from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from tertium.errors import BadAddressError, SourceUnavailableError

__all__ = ["check_address", "check_redirection", "host_of", "is_here"]

_SCHEMES: Final = ("http", "https")


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
    if not problem and _is_inside(target) and not _is_inside(source):
        problem = "inside our own network"
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


def _is_inside(url: str) -> bool:
    try:
        return is_here(url) or not ip_address(urlsplit(url).hostname or "").is_global
    except ValueError:  # a name
        return False


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
