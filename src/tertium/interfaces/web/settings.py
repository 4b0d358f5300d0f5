"""What a server is told when it starts."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a server is told when it starts; it can be sent to other processes.

    Attributes:
        sources: the graph of the pages, as `tertium.open` takes it; nothing for the bundled one.
        store: a store directory with the same graph, which workers open for themselves.
        elsewhere: whether the graph is that of an endpoint: then the store is nowhere.
        address: where the world sees the server, if another stands before it.
        hosts: the names by which it may be asked for; without any, those of this machine only.
        frames: the sites which may show `/embed` in a frame.
        token: what whoever updates the graph must know; without one, nobody can.
        reports: the file in which reported problems are kept; without one, none are taken.
        workers: how many processes answer queries, for each process that serves.

    """

    sources: tuple[str, ...] = ()
    store: Path
    elsewhere: bool = False
    address: str = ""
    hosts: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    token: str = ""
    reports: Path | None = None
    workers: int = 2
