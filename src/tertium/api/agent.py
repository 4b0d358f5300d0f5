"""Who asks, when a graph or a file is elsewhere."""

import os
from importlib.metadata import version
from typing import Final

from tertium.errors import NoContactError
from tertium.fetch.address import is_here

__all__ = ["CONTACT", "agent_for", "is_web"]

CONTACT: Final = "TERTIUM_CONTACT"
"""The environment variable with the address which operators of endpoints may write to."""

_WEB: Final = ("http://", "https://")


def is_web(source: str) -> bool:
    """Return whether a source is a web address."""
    return source.lower().startswith(_WEB)


def agent_for(url: str) -> str:
    """Return how we introduce ourselves to the server of an address.

    Raises:
        NoContactError: when it is on another machine and nobody has said who asks.

    """
    contact = os.environ.get(CONTACT, "").strip()
    if not contact and not is_here(url):
        raise NoContactError(url, CONTACT)
    return f"tertium/{version('tertium')}" + f" ({contact})" * bool(contact)
