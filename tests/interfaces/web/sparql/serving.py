"""A whole site on this machine, with workers of its own, as long as a block."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.services import served

from tertium.api.loading import load_graph
from tertium.interfaces.web.application import application
from tertium.interfaces.web.settings import Settings

__all__ = ["SESAME", "kept", "settings", "site"]

SESAME = "a token that only the owner knows"


def kept(folder: Path, *files: Path) -> Path:
    """Return a store directory with the triples of files."""
    directory = folder / "store"
    load_graph(directory, files)
    return directory


def settings(store: Path, *, token: str = "") -> Settings:
    return Settings(store=store, sources=(str(store),), token=token)


@contextmanager
def site(told: Settings) -> Iterator[str]:
    """Serve a site on a free port, and yield its address."""
    with served(application(told)) as url:
        yield url
