"""What the documents of the API look like, as JSON Schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tertium.render import json_schema
from tertium.render.links.json import link_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.render.json_values import Json

__all__ = ["reference", "schemas"]

_OWN: Final = {"$id", "$schema", "$defs"}
_TEXT: Final[Json] = {"type": "string"}
_ADDRESS: Final[Json] = {"type": "string", "format": "uri-reference"}
_COUNT: Final[Json] = {"type": "integer", "minimum": 0}
_BITS: Final[Json] = {"type": "number"}


def reference(name: str) -> dict[str, Json]:
    """Return where a schema is in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def schemas() -> dict[str, Json]:
    """Return all schemas by name."""
    return {
        **_embedded("Comparison", json_schema()),
        **_embedded("Links", link_schema()),
        "Problem": _PROBLEM,
        "Found": _FOUND,
        "Entity": _ENTITY,
        "Suggestions": _object(results=_list(reference("Found"))),
        "Common": _COMMON,
        "Differences": _DIFFERENCES,
        "Paths": _PATHS,
        "Verification": _VERIFICATION,
        "Counts": {"type": "object"},
        "Queries": _object(queries=_list(_QUERY)),
    }


def _embedded(name: str, text: str) -> dict[str, Json]:
    """Return a schema and its parts, each by a name of its own."""
    moved = text.replace('"#/$defs/', f'"#/components/schemas/{name}.')
    schema: dict[str, Json] = json.loads(moved)
    parts: Mapping[str, Json] = json.loads(moved)["$defs"]
    whole: Json = {key: value for key, value in schema.items() if key not in _OWN}
    return {name: whole, **{f"{name}.{part}": value for part, value in parts.items()}}


def _list(items: Json) -> dict[str, Json]:
    return {"type": "array", "items": items}


def _object(required: tuple[str, ...] | None = None, /, **members: Json) -> dict[str, Json]:
    wanted = tuple(members) if required is None else required
    return {"type": "object", "properties": members, "required": list(wanted)}


_ENTITY: Final = _object(iri=_TEXT, label=_TEXT)
_FOUND: Final = _object(
    id=_TEXT,
    iri=_TEXT,
    label=_TEXT,
    description=_TEXT,
    types=_list(reference("Entity")),
    address=_ADDRESS,
)
_PROBLEM: Final = _object(
    ("type", "title", "status", "detail"),
    type=_ADDRESS,
    title=_TEXT,
    status={"type": "integer", "minimum": 300, "maximum": 599},
    detail=_TEXT,
    place=_COUNT,
    candidates=_list(reference("Found")),
    suggestions=_list(reference("Found")),
)
_CUTS: Final = _list(_object(what=_TEXT, kept=_COUNT, total=_COUNT))
_COMMON: Final = _object(
    schema={"const": "tertium/common/1"},
    entities=_list(reference("Entity")),
    sentence=_TEXT,
    query=_TEXT,
    branches=_list(_object(text=_TEXT, bits=_BITS)),
    others=_list(_object(iri=_TEXT, label=_TEXT, agreement=_BITS, misses=_list(_TEXT))),
    cuts=_CUTS,
)
_DIFFERENCES: Final = _object(
    schema={"const": "tertium/differ/1"},
    differences=_list(
        _object(
            entity=reference("Entity"),
            other=reference("Entity"),
            found=_list(_object(sentence=_TEXT, query=_TEXT, ground=_TEXT, bits=_BITS)),
            reference={"type": "object"},
            cuts=_CUTS,
        )
    ),
)
_PATHS: Final = _object(
    schema={"const": "tertium/paths/1"},
    ends=_list(reference("Entity")),
    steps=_COUNT,
    meaningful={"type": "boolean"},
    paths=_list({"type": "object"}),
    cuts=_list(_TEXT),
)
_VERIFICATION: Final = _object(
    checked=_object(cells=_COUNT, sentences=_COUNT, claims=_COUNT),
    failures=_list(_object(where=_TEXT, check=_TEXT, problem=_TEXT)),
)
_QUERY: Final = _object(
    name=_TEXT,
    summary=_TEXT,
    parameters=_list(_TEXT),
    columns=_list(_TEXT),
    sparql=_TEXT,
)
