"""What is known of public endpoints: how to ask them, and what they may be asked.

Each is a TOML file in `profiles/`; an endpoint of which nothing is known is `generic`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from tertium.model.shape import Shape
from tertium.resources import resource_files

__all__ = ["GENERIC", "Counting", "Profile", "profile_of", "profiles"]

GENERIC: Final = "generic"
"""The name of the profile for endpoints of which nothing is known."""

_SUFFIX: Final = ".toml"
_BUSY: Final = (429, 502, 503, 504)


class Counting(Enum):
    """Whether an endpoint may be asked to count its whole graph."""

    ASK = "ask"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How an endpoint is asked: its address, its limits, its manners.

    >>> profiles()["wikidata"].url
    'https://query.wikidata.org/sparql'
    """

    name: str
    title: str
    url: str = ""
    addresses: tuple[str, ...] = ()
    """Hosts, with a path where a host has several graphs, by which it is recognised."""
    shapes: tuple[Shape, ...] = tuple(Shape)
    """The shapes to expect."""
    counting: Counting = Counting.ASK
    timeout: int = 60
    """After how many seconds to give up."""
    longest_get: int = 2000
    """The longest query, as it is written in an address, which is not posted."""
    pause: float = 0
    """Seconds between an answer and the next request."""
    retries: int = 3
    """How often a request is repeated when the endpoint is busy."""
    backoff: float = 1
    """Seconds to wait for a busy endpoint which does not say how long; doubled each time."""
    longest_wait: float = 60
    """The most seconds to wait for a busy endpoint; when it wants more, that is an error."""
    busy: tuple[int, ...] = _BUSY
    """The statuses which mean that it is busy and may be asked again."""
    row_cap: int | None = None
    """How many rows it sends at most: so many are no answer, for there may be more."""
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What to send along with each query."""
    sister: str = ""
    """The name of the profile whose graph was split off from this one: what nothing is said of here
    may be named there."""
    etiquette: str = ""
    """What its operators ask of those who use it, and where they say so."""


@cache
def profiles() -> Mapping[str, Profile]:
    """Return the known profiles by name."""
    return MappingProxyType(
        {
            name.removesuffix(_SUFFIX): _read(name.removesuffix(_SUFFIX), file.read_text("utf-8"))
            for name, file in resource_files(files("tertium.store") / "profiles", _SUFFIX)
        }
    )


def profile_of(url: str) -> Profile:
    """Return the profile of the endpoint at an address.

    >>> profile_of("https://qlever.dev/api/wikidata").name
    'qlever-wikidata'
    >>> profile_of("http://localhost:7878/query").name
    'generic'
    """
    try:
        parts = urlsplit(url)
        place = f"{parts.hostname}{parts.path}/"
    except ValueError:
        place = ""
    for profile in profiles().values():
        if any(place.startswith(f"{address}/") for address in profile.addresses):
            return profile
    return profiles()[GENERIC]


def _read(name: str, text: str) -> Profile:
    fields = tomllib.loads(text)
    for key in ("addresses", "busy"):
        fields[key] = tuple(fields.get(key, getattr(_PLAIN, key)))
    return Profile(
        name=name,
        **fields
        | {
            "shapes": tuple(map(Shape, fields.get("shapes", Shape))),
            "counting": Counting(fields.get("counting", Counting.ASK)),
            "parameters": MappingProxyType(fields.get("parameters", {})),
        },
    )


_PLAIN: Final = Profile(name="", title="")
