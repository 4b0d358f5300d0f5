"""What a serving process is told by the one which starts it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from tertium.errors import BadParameterError
from tertium.interfaces.web.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GRACE", "ORDERS", "LogForm", "Loudness", "Notes", "Orders"]

GRACE: Final = 10
"""For so many seconds an open request may go on when the server stops."""

ORDERS: Final = "TERTIUM_SERVE"
"""The environment variable with what a serving process is told, in JSON."""


class LogForm(Enum):
    """How a line of the log is written."""

    JSON = "json"
    TEXT = "text"


class Loudness(Enum):
    """How much is noted: faults only, every request, or what the server does besides."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What the log holds, and how; what was asked for is in it only if `queries` says so."""

    form: LogForm = LogForm.TEXT
    loudness: Loudness = Loudness.NORMAL
    queries: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a serving process is told: what it serves, and what it writes down of that."""

    settings: Settings
    notes: Notes = field(default_factory=Notes)

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self:
        """Return what an environment says.

        Raises:
            BadParameterError: when it says nothing, or not in this form.

        """
        try:
            told = json.loads(environment[ORDERS])
            settings, notes = told["settings"], told["notes"]
            for name in ("sources", "hosts", "frames"):
                settings[name] = tuple(settings[name])
            settings["store"] = Path(settings["store"])
            settings["reports"] = Path(settings["reports"]) if settings["reports"] else None
            notes |= {"form": LogForm(notes["form"]), "loudness": Loudness(notes["loudness"])}
            return cls(settings=Settings(**settings), notes=Notes(**notes))
        except (KeyError, TypeError, ValueError) as error:
            raise BadParameterError(ORDERS, "this is set by `tertium serve`") from error

    def environment(self) -> dict[str, str]:
        """Return what says the same in an environment."""
        return {ORDERS: json.dumps(asdict(self), default=_plain)}


def _plain(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
