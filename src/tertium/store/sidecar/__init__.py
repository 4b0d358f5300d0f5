"""Statistics and names, counted once and kept beside the data."""

from tertium.store.sidecar.matching import Names
from tertium.store.sidecar.nearness import Match, Nearness
from tertium.store.sidecar.reading import Sidecar, open_sidecar
from tertium.store.sidecar.writing import build_sidecar, write_tables

__all__ = ["Match", "Names", "Nearness", "Sidecar", "build_sidecar", "open_sidecar", "write_tables"]
