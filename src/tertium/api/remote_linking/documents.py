"""What services send, read as JSON; none of it is believed to be of any form."""

import json
from dataclasses import dataclass
from math import isfinite

from tertium.errors import SourceUnavailableError

__all__ = [
    "Named",
    "as_json",
    "listed_in",
    "named_by",
    "number_of",
    "part_of",
    "read_json",
    "text_of",
]


@dataclass(frozen=True, slots=True)
class Named:
    """An identifier of a service, with its name, and what else is said of it."""

    id: str
    name: str
    description: str = ""


def read_json(url: str, body: bytes) -> object:
    """Return the JSON that an address answered.

    Raises:
        SourceUnavailableError: when it is none, or nested too deeply.

    """
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SourceUnavailableError(url, "it does not answer in JSON") from error
    return found


def as_json(value: object) -> bytes:
    """Return JSON as it is sent: in ASCII, so that half a surrogate pair is no error."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def part_of(node: object, key: str) -> object:
    """Return what a JSON object has under a key, or nothing."""
    return node.get(key) if isinstance(node, dict) else None


def listed_in(node: object, key: str) -> tuple[object, ...]:
    """Return the members of the list that a JSON object has under a key; one is a list, too."""
    value = part_of(node, key)
    if isinstance(value, list):
        return tuple(value)
    return () if value is None else (value,)


def text_of(value: object) -> str:
    """Return a text, or nothing; some services write identifiers as numbers."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def number_of(value: object) -> float | None:
    """Return a finite number, even where it is written as a text, or nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def named_by(node: object) -> Named:
    """Return what a JSON object, or an identifier alone, names; without a name it is called so."""
    identifier = text_of(part_of(node, "id")) or text_of(node)
    name = text_of(part_of(node, "name")) or identifier
    return Named(identifier, name, text_of(part_of(node, "description")))
