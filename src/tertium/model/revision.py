"""A document as it was at one time."""

from dataclasses import dataclass

__all__ = ["Revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Which revision of which entity a document is, where it is, and when (UTC) it was fetched."""

    entity: str
    number: int
    url: str
    retrieved: str
