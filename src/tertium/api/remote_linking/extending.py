"""What a service states of entities it knows, property by property."""

from collections.abc import Mapping, Sequence

from tertium.api.remote_linking.documents import (
    as_json,
    listed_in,
    named_by,
    part_of,
    read_json,
    text_of,
)
from tertium.api.remote_linking.service import Service

__all__ = ["extension_of", "read_extension"]


def extension_of(ids: Sequence[str], properties: Sequence[str]) -> bytes:
    """Return what asks for the values of properties; both versions write it alike."""
    return as_json({"ids": list(ids), "properties": [{"id": one} for one in properties]})


def read_extension(
    service: Service, body: bytes, *, ids: Sequence[str]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the values of each property of each entity that was asked for, as texts.

    A value which is an entity is told by its name. Without an answer, there are no values.

    Raises:
        SourceUnavailableError: when the answer is no JSON.

    """
    rows = part_of(read_json(service.url, body), "rows")
    if not isinstance(rows, list):
        return {one: _older(part_of(rows, one)) for one in ids}
    found = {named_by(row).id: _drafted(row) for row in rows}
    return {one: found.get(one, {}) for one in ids}


def _older(row: object) -> Mapping[str, tuple[str, ...]]:
    cells = row if isinstance(row, dict) else {}
    return {str(key): _values(cells, str(key)) for key in cells}


def _drafted(row: object) -> Mapping[str, tuple[str, ...]]:
    parts = listed_in(row, "properties")
    return {named_by(part).id: _values(part, "values") for part in parts}


def _values(node: object, key: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_value, listed_in(node, key))))


def _value(cell: object) -> str:
    for key in ("str", "date", "name", "id", "float", "int", "bool"):
        value = part_of(cell, key)
        if value is not None:
            return text_of(value) or str(value)
    return ""
