import gc
import sqlite3
from pathlib import Path

import pytest

from tertium.store.sidecar.database import Database


def test_it_is_closed_when_nobody_holds_it_any_more(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"
    first = Database(path)
    first.executescript("PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE fact (name)")
    del first
    gc.collect()
    second = Database(path)  # it would be locked if the first were open
    assert second.execute("SELECT count(*) FROM fact").fetchone() == (0,)


def test_one_that_could_not_be_opened_is_not_closed(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        Database(tmp_path)
