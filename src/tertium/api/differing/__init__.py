"""Two versions of a page set against each other: which claims changed, and why."""

from tertium.api.differing.pages import changes, diff

__all__ = ["changes", "diff"]
