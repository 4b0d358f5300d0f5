"""What goes wrong on a worker, told as it is told here."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tertium.errors import BadFileError, SourceUnavailableError
from tertium.store.protocol import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["told_plainly"]

_BAD_FILE: Final = re.compile(r"^tertium\.errors\.[\w.]*BadFileError: (.*?): (.*)$", re.MULTILINE)
_SPARK: Final = "Spark"


@contextmanager
def told_plainly() -> Iterator[None]:
    """Tell what Spark was stopped by.

    Raises:
        BadFileError: when a worker met a malformed line.
        SourceUnavailableError: when Spark failed of itself.

    """
    from pyspark.errors import PySparkException

    try:
        yield
    except PySparkException as error:
        if bad := _BAD_FILE.search(str(error)):
            raise BadFileError(bad[1], None, bad[2]) from error
        raise SourceUnavailableError(_SPARK, one_line(error)) from error
