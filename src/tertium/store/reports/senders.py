"""Who has sent how much of late: counted without knowing who it was."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from tertium.errors import TooManyReportsError

if TYPE_CHECKING:
    import sqlite3

__all__ = ["OF_ALL", "OF_ONE", "count_in"]

OF_ONE: Final = 10
"""So many reports of one sender are taken in an hour."""

OF_ALL: Final = 200
"""So many reports of all senders together are taken in an hour."""

_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR
_SALT: Final = 32


def count_in(book: sqlite3.Connection, sender: str, now: float) -> None:
    """Note that a sender sends a report now.

    A sender, such as an address of the network, is kept for an hour, as a digest with a salt that
    is made anew each day and thrown away: nobody can tell later who it was.

    Raises:
        TooManyReportsError: when too many were sent within an hour.

    """
    book.execute("DELETE FROM sending WHERE at NOT BETWEEN ? AND ?", (now - _HOUR, now))
    digest = hmac.digest(_salt(book, int(now // _DAY)), sender.encode(), sha256)
    of_all, of_one = book.execute(
        "SELECT count(*), count(*) FILTER (WHERE client = ?) FROM sending", (digest,)
    ).fetchone()
    if of_one >= OF_ONE or of_all >= OF_ALL:
        first = "SELECT min(at) FROM sending WHERE client = ? OR ?"
        (begun,) = book.execute(first, (digest, of_one < OF_ONE)).fetchone()
        raise TooManyReportsError(begun + _HOUR - now)
    book.execute("INSERT INTO sending VALUES (?, ?)", (digest, now))


def _salt(book: sqlite3.Connection, day: int) -> bytes:
    book.execute("DELETE FROM salt WHERE day <> ?", (day,))
    book.execute("INSERT OR IGNORE INTO salt VALUES (?, ?)", (day, secrets.token_bytes(_SALT)))
    salt: bytes = book.execute("SELECT salt FROM salt").fetchone()[0]
    return salt
