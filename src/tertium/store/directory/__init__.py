"""A store directory: a graph on disk with its statistics and its record."""

from tertium.store.directory.checking import Check, check, repair
from tertium.store.directory.manifest import MANIFEST
from tertium.store.directory.opening import StoreDirectory, is_store_directory, open_directory

__all__ = [
    "MANIFEST",
    "Check",
    "StoreDirectory",
    "check",
    "is_store_directory",
    "open_directory",
    "repair",
]
