"""From the address of an endpoint, or the name of its profile, to something that can be asked."""

from __future__ import annotations

import os
from importlib.metadata import version
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tertium.errors import NoContactError
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.resources import folder, resource_files
from tertium.store.endpoint import EndpointStore
from tertium.store.loading import load
from tertium.store.profile import Counting, profile_of, profiles

if TYPE_CHECKING:
    from tertium.model.shape import Shape

__all__ = ["CONTACT", "is_remote", "remote_info", "remote_reader"]

CONTACT: Final = "TERTIUM_CONTACT"
"""The environment variable with the address which operators of endpoints may write to."""

_WEB: Final = ("http://", "https://")


def is_remote(source: str) -> bool:
    """Return whether this is the address of an endpoint, or the name of its profile."""
    return source.lower().startswith(_WEB) or _url(source) != source


def remote_reader(source: str, shapes: frozenset[Shape]) -> Reader:
    """Return a reader of an endpoint; the ontology is our own.

    Raises:
        NoContactError: when a remote endpoint would be asked by nobody in particular.

    """
    url = _url(source)
    contact = os.environ.get(CONTACT, "").strip()
    if not contact and not _here(url):
        raise NoContactError(url, CONTACT)
    agent = f"tertium/{version('tertium')}" + f" ({contact})" * bool(contact)
    return Reader(
        EndpointStore(url, agent=agent),
        bundled_catalogue(),
        shapes=shapes & frozenset(profile_of(url).shapes),
        ontology=load((), bundled=resource_files(folder("ontology"), ".ttl")),
    )


def remote_info(source: str) -> GraphInfo:
    """Return how pages call an endpoint, and whether it is to be asked for statistics."""
    url = _url(source)
    return GraphInfo(id=url, counted=profile_of(url).counting is Counting.ASK)


def _url(source: str) -> str:
    known = profiles().get(source)
    return known.url if known and known.url else source


def _here(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
