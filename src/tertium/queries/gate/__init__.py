"""The first wall: what no query or update may be, looked at before any engine sees it."""

from tertium.queries.gate.admitting import admit, admit_stranger, admit_update, keep_home

__all__ = ["admit", "admit_stranger", "admit_update", "keep_home"]
