"""A session of Spark: on this machine, or on a cluster."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from typing import TYPE_CHECKING, Final

from tertium.api.extras import require
from tertium.errors import SourceUnavailableError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["open_session"]

_JAVA: Final = "java"
_PANDAS: Final = "PySpark does not yet fully support pandas"
_SETTINGS: Final = {
    "spark.log.level": "FATAL",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.adaptive.advisoryPartitionSizeInBytes": "16m",  # the driver holds one at a time
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""What may be set otherwise in spark-defaults.conf, or by `settings`."""


def open_session(master: str = "local[*]", **settings: str) -> SparkSession:
    """Return a session with a master: `local[2]`, `spark://host:7077`, `yarn`, `k8s://…`.

    `settings` are those of Spark, with underscores for dots.

    Raises:
        MissingExtraError: when PySpark is not installed.
        SourceUnavailableError: when there is no Java here.

    """
    require("pyspark", extra="spark")
    from pyspark.sql import SparkSession

    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise SourceUnavailableError(_JAVA, "Spark needs Java, of version 17 or later")
    warnings.filterwarnings("ignore", _PANDAS, FutureWarning)  # tables pass as Arrow alone
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    chosen = _SETTINGS | {name.replace("_", "."): value for name, value in settings.items()}
    builder = SparkSession.builder.master(master).appName("tertium")
    for name, value in chosen.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
