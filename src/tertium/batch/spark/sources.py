"""Files of a graph at any path that Hadoop reads, and what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from tertium.batch.spark.hadoop import HadoopFile, files_at
from tertium.errors import SourceUnavailableError, UnknownFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import SparkSession

__all__ = ["Content", "SourceFile", "called", "source_files"]

_PACKINGS: Final = ("", ".bz2", ".gz", ".zst")


class Content(Enum):
    """What is in a file, told by its suffix."""

    TRIPLES = (".nt",)
    TABLE = (".parquet",)
    ENTITIES = (".json", ".jsonl", ".ndjson")


_SUFFIXES: Final = {
    syntax + packing: content
    for content in Content
    for syntax in content.value
    for packing in (_PACKINGS if content is not Content.TABLE else ("",))
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file, or a folder that is one table: its address, what pages call it, what is in it."""

    address: str
    name: str
    content: Content
    files: tuple[HadoopFile, ...]


def source_files(spark: SparkSession, paths: Sequence[str]) -> tuple[SourceFile, ...]:
    """Return all files of some paths; below a folder, those of known suffixes, sorted by name.

    Raises:
        SourceUnavailableError: when there is nothing of a name.
        UnknownFormatError: when a file is neither N-Triples, Parquet nor entity JSON.

    """
    return tuple(file for path in paths for file in _found(spark, path))


def called(path: str) -> str:
    """Return what a graph is called on pages: as its file or folder, wherever that lies.

    >>> called("hdfs://cluster/dumps/wikidata.nt.gz")
    'wikidata.nt.gz'
    """
    return PurePosixPath(path).name


def _found(spark: SparkSession, path: str) -> Iterator[SourceFile]:
    root, below = files_at(spark, path)
    if not root:
        raise SourceUnavailableError(path, "no such file or folder")
    if [one.address for one in below] == [root] or _content(root):
        yield _file(root, called(root), below)
        return
    for one in below:
        if _content(one.address):
            yield _file(one.address, one.address.removeprefix(root).lstrip("/"), (one,))


def _file(address: str, name: str, files: Sequence[HadoopFile]) -> SourceFile:
    content = _content(address)
    if content is None:
        raise UnknownFormatError(name, tuple(_SUFFIXES))
    return SourceFile(address, name, content, tuple(files))


def _content(address: str) -> Content | None:
    return next((_SUFFIXES[end] for end in _SUFFIXES if address.lower().endswith(end)), None)
