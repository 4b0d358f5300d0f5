"""A page with all that belongs to it, as one file to be kept: an RO-Crate."""

from tertium.api.crates.packing import crate

__all__ = ["crate"]
