"""From the address of an endpoint, or the name of its profile, to something that can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.agent import agent_for, is_web
from tertium.errors import SourceUnavailableError
from tertium.fetch.address import check_address
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.queries.totals import size, statistics
from tertium.resources import ontology_files
from tertium.store.endpoint import EndpointStore
from tertium.store.loading import load
from tertium.store.profile import Counting, Profile, profile_of, profiles

if TYPE_CHECKING:
    from tertium.model.shape import Shape
    from tertium.model.statistics import Statistics

__all__ = ["is_remote", "remote_info", "remote_reader", "remote_statistics"]


_COUNTABLE: Final = 1_000_000
"""So many triples an endpoint may have for it to be asked to count them."""


def is_remote(source: str) -> bool:
    """Return whether this is the address of an endpoint, or the name of its profile, or both."""
    return is_web(_place(source)[0])


def remote_reader(source: str, shapes: frozenset[Shape]) -> Reader:
    """Return a reader of an endpoint; the ontology is our own.

    Raises:
        BadAddressError: when the address has a name or a password in it, which would be told.
        NoContactError: when a remote endpoint would be asked by nobody in particular.

    """
    url, profile = _place(source)
    check_address(url)
    sister = profiles().get(profile.sister) if url == profile.url else None  # a mirror has none
    return Reader(
        EndpointStore(url, agent=agent_for(url), profile=profile),
        bundled_catalogue(),
        shapes=shapes & frozenset(profile.shapes),
        ontology=load((), bundled=ontology_files()),
        sister=EndpointStore(sister.url, agent=agent_for(sister.url)) if sister else None,
    )


def remote_info(source: str) -> GraphInfo:
    """Return how pages call an endpoint, and whether it is to be asked for statistics."""
    url, profile = _place(source)
    return GraphInfo(id=url, counted=profile.counting is Counting.ASK)


def remote_statistics(reader: Reader) -> Statistics | None:
    """Return what an endpoint counts of its graph; nothing where that is dear, or it will not."""
    try:
        graph = reader.store, reader.catalogue
        return statistics(*graph) if size(*graph) <= _COUNTABLE else None
    except SourceUnavailableError:
        return None


def _place(source: str) -> tuple[str, Profile]:
    """Return an address and what is known of it: `NAME`, `NAME@ADDRESS` or `ADDRESS`."""
    name, _, elsewhere = source.partition("@")
    known = profiles().get(name)
    if known is not None and is_web(elsewhere or known.url):
        return elsewhere or known.url, known
    return source, profile_of(source)
