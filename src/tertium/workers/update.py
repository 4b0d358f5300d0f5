"""What a writer is asked."""

import json
from dataclasses import asdict, dataclass
from typing import Self

__all__ = ["Update"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update which the gate has admitted.

    Attributes:
        sparql: the update.
        base: what relative IRIs are relative to.
        modified: when it is made, for the record: a date or a time in UTC.

    """

    sparql: str
    base: str = ""
    modified: str = ""

    def written(self) -> str:
        """Return this as a text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the update which was written."""
        return cls(**json.loads(text))
