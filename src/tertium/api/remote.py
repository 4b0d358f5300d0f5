"""From the address of an endpoint, or the name of its profile, to something that can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.agent import agent_for, is_web
from tertium.errors import SourceUnavailableError
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.resources import ontology_files
from tertium.store.endpoint import EndpointStore
from tertium.store.loading import load
from tertium.store.profile import Counting, profile_of, profiles

if TYPE_CHECKING:
    from tertium.model.shape import Shape
    from tertium.model.statistics import Statistics

__all__ = ["is_remote", "remote_info", "remote_reader", "remote_statistics"]


_COUNTABLE: Final = 1_000_000
"""So many triples an endpoint may have for it to be asked to count them."""


def is_remote(source: str) -> bool:
    """Return whether this is the address of an endpoint, or the name of its profile."""
    return is_web(source) or _url(source) != source


def remote_reader(source: str, shapes: frozenset[Shape]) -> Reader:
    """Return a reader of an endpoint; the ontology is our own.

    Raises:
        NoContactError: when a remote endpoint would be asked by nobody in particular.

    """
    url = _url(source)
    return Reader(
        EndpointStore(url, agent=agent_for(url)),
        bundled_catalogue(),
        shapes=shapes & frozenset(profile_of(url).shapes),
        ontology=load((), bundled=ontology_files()),
    )


def remote_info(source: str) -> GraphInfo:
    """Return how pages call an endpoint, and whether it is to be asked for statistics."""
    url = _url(source)
    return GraphInfo(id=url, counted=profile_of(url).counting is Counting.ASK)


def remote_statistics(reader: Reader) -> Statistics | None:
    """Return what an endpoint counts of its graph; nothing where that is dear, or it will not."""
    try:
        return reader.statistics() if reader.size() <= _COUNTABLE else None
    except SourceUnavailableError:
        return None


def _url(source: str) -> str:
    known = profiles().get(source)
    return known.url if known and known.url else source
