"""A database file, closed when nobody holds it any more."""

import sqlite3
from contextlib import suppress

__all__ = ["Database"]


class Database(sqlite3.Connection):
    """A connection that many share and none owns: a sidecar, its lookups, its names.

    Left to itself, Python 3.13 and later warn of it (`ResourceWarning`).
    """

    def __del__(self) -> None:
        """Close it; open it with `check_same_thread=False`, for any thread may be the last."""
        with suppress(sqlite3.ProgrammingError):  # it could not be opened
            self.close()
