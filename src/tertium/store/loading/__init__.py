"""From files in any RDF syntax, and entity JSON, to a store."""

from tertium.store.loading.changing import Change, change
from tertium.store.loading.downloading import download
from tertium.store.loading.formats import SUFFIXES
from tertium.store.loading.kept import load_into
from tertium.store.loading.report import About, LoadReport, Phase, Progress
from tertium.store.loading.sources import find_files
from tertium.store.loading.telling import Task
from tertium.store.loading.transient import load

__all__ = [
    "SUFFIXES",
    "About",
    "Change",
    "LoadReport",
    "Phase",
    "Progress",
    "Task",
    "change",
    "download",
    "find_files",
    "load",
    "load_into",
]
