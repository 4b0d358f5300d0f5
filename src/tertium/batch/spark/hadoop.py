"""Files and folders wherever Hadoop finds them: `file:`, `hdfs:`, `s3a:` and others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py4j.java_gateway import JavaObject
    from pyspark.sql import SparkSession

__all__ = ["HadoopFile", "exists", "files_at", "remove"]


@dataclass(frozen=True, slots=True, order=True)
class HadoopFile:
    """A file: its whole address, how large it is, when it was written (milliseconds)."""

    address: str
    size: int
    written: int


def exists(spark: SparkSession, address: str) -> bool:
    """Return whether there is a file or folder."""
    system, path = _place(spark, address)
    return bool(system.exists(path))


def remove(spark: SparkSession, address: str) -> None:
    """Remove a file or folder, if it is there."""
    system, path = _place(spark, address)
    recursive = True
    system.delete(path, recursive)


def files_at(spark: SparkSession, address: str) -> tuple[str, tuple[HadoopFile, ...]]:
    """Return the whole address of a file or folder, and the file itself or those below it, sorted.

    Of what is not there, the address is empty.
    """
    system, path = _place(spark, address)
    if not system.exists(path):
        return "", ()
    root = str(system.getFileStatus(path).getPath().toString())
    below, recursive = list[HadoopFile](), True
    listed = system.listFiles(path, recursive)
    while listed.hasNext():
        status = listed.next()
        at, size = str(status.getPath().toString()), int(status.getLen())
        below.append(HadoopFile(at, size, int(status.getModificationTime())))
    return root, tuple(sorted(below))


def _place(spark: SparkSession, address: str) -> tuple[JavaObject, JavaObject]:
    context = spark.sparkContext
    gateway: JavaObject = context._gateway
    path = gateway.jvm.org.apache.hadoop.fs.Path(address)
    return path.getFileSystem(context._jsc.hadoopConfiguration()), path
