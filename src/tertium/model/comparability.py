"""Whether comparands are of one kind, so that their rows can be set against each other."""

from dataclasses import dataclass

__all__ = ["Comparability"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparability:
    """Counts of rows, and why the comparands hardly compare (empty when they do).

    `rows_common` counts the rows of `rows_total` in which every comparand has a value.
    """

    rows_total: int = 0
    rows_common: int = 0
    reason: str = ""

    @property
    def alike(self) -> bool:
        """Whether nothing speaks against comparing them."""
        return not self.reason
