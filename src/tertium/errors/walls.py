"""What strangers ask is refused, or takes more than they are given."""

from tertium.errors.sources import LimitError

__all__ = ["OverMemoryError", "OverTimeError", "RefusedError", "TooBusyError"]

_QUERY = "the query"


class RefusedError(LimitError):
    """What is asked for is never done for whoever asks."""


class OverTimeError(LimitError):
    """A query was ended, for it took longer than it may."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(_QUERY, f"it takes more than {seconds:g} s")


class OverMemoryError(LimitError):
    """A query was ended, for it took more memory than it may."""

    def __init__(self, size: int) -> None:
        """Keep how many bytes it may take."""
        self.size = size
        super().__init__(_QUERY, f"it takes more than {size >> 20:,} MiB of memory")


class TooBusyError(LimitError):
    """So many ask that nobody else can be answered now; it says in how many seconds to come."""

    def __init__(self, wait: float) -> None:
        self.wait = wait
        super().__init__(_QUERY, f"too many others are being answered: ask again in {wait:g} s")
