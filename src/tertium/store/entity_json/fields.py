"""The fields of a document, of the type that they should have."""

from collections.abc import Iterator, Mapping

__all__ = ["Fields", "number", "objects", "text", "whole", "within"]

Fields = Mapping[str, object]
"""A JSON object."""

_EMPTY: Fields = {}


def text(fields: Fields, key: str) -> str:
    """Return a field that is a string.

    Raises:
        ValueError: when it is not.

    """
    value = fields.get(key)
    if isinstance(value, str):
        return value
    raise ValueError(_problem(key, "a string"))


def whole(fields: Fields, key: str) -> int:
    """Return a field that is a whole number, zero when absent.

    Raises:
        ValueError: when it is something else.

    """
    value = fields.get(key, 0)
    if isinstance(value, int):
        return value
    raise ValueError(_problem(key, "a whole number"))


def number(fields: Fields, key: str) -> float:
    """Return a field that is a number.

    Raises:
        ValueError: when it is not.

    """
    value = fields.get(key)
    if isinstance(value, int | float):
        return float(value)
    raise ValueError(_problem(key, "a number"))


def within(fields: Fields, key: str) -> Fields:
    """Return a field that is an object, empty when absent.

    Raises:
        ValueError: when it is something else.

    """
    value = fields.get(key)
    if isinstance(value, dict):
        return value
    if not value:  # PHP writes an empty object as an empty array
        return _EMPTY
    raise ValueError(_problem(key, "an object"))


def objects(fields: Fields, key: str) -> Iterator[Fields]:
    """Yield the objects of a field that is an array of them.

    Raises:
        ValueError: when it is something else.

    """
    value = fields.get(key) or ()
    for element in value if isinstance(value, list | tuple) else (None,):
        yield _object(element, key)


def _object(element: object, key: str) -> Fields:
    if isinstance(element, dict):
        return element
    raise ValueError(_problem(key, "an array of objects"))


def _problem(key: str, expected: str) -> str:
    return f"{key!r} should be {expected}"
