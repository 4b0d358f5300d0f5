"""The parts of a request, each of the kind that it must be."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from tertium.errors import BadRequestError

__all__ = ["count_in", "items_in", "name_in", "object_in", "parsed", "stated_in", "text_in"]

_UNSPEAKABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
"""Control characters and halves of characters, which are in nobody's name."""


def parsed(text: str) -> object:
    """Return what a JSON text says.

    Raises:
        BadRequestError: when it is no JSON, nested beyond reason, or an object has a key twice.

    """
    try:
        found: object = json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        place = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise BadRequestError(place="the document", problem=f"{place}it is no JSON") from error
    return found


def object_in(value: object, place: str) -> Mapping[str, object]:
    """Return a value which must be an object."""
    if isinstance(value, dict):
        return value
    raise BadRequestError(place=place, problem="an object is expected")


def stated_in(value: object, place: str) -> Mapping[str, object]:
    """Return what is stated in an object: what is null is not."""
    return {key: part for key, part in object_in(value, place).items() if part is not None}


def items_in(value: object, place: str) -> Sequence[object]:
    """Return the items of a value which must be an array."""
    if isinstance(value, list):
        return value
    raise BadRequestError(place=place, problem="an array is expected")


def text_in(value: object, place: str) -> str:
    """Return a value which must be a string."""
    if isinstance(value, str):
        return value
    raise BadRequestError(place=place, problem="a string is expected")


def name_in(value: object, place: str) -> str:
    """Return a value which must be a string, with a space for what nobody can say."""
    return _UNSPEAKABLE.sub(" ", text_in(value, place)).strip()


def count_in(value: object, place: str, *, least: int = 1) -> int:
    """Return a value which must be a whole number, written as one or in a string."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        value = int(value[:9])
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise BadRequestError(place=place, problem=f"a whole number of {least} or more is expected")
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    """Return an object; of a key that comes twice, the one value or the other would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadRequestError(place="the document", problem="an object has a key twice")
    return found
