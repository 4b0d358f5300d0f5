"""The description of the API for programs: a document of OpenAPI 3.1."""

from __future__ import annotations

import json
from functools import lru_cache
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.api.schemas import reference, schemas
from tertium.interfaces.web.api.ways import WAYS
from tertium.interfaces.web.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tertium.interfaces.web.api.fields import Field
    from tertium.interfaces.web.api.ways import Way
    from tertium.render.json_values import Json

__all__ = ["openapi"]

_JSON: Final = "application/json"
_FEW: Final = 4
_SHOWN: Final[Mapping[str, Callable[[Sequence[str]], Json]]] = {
    "a": lambda pair: pair[0],
    "b": lambda pair: pair[1],
    "id": lambda pair: pair[0],
    "q": lambda pair: pair[0],
    "entity": lambda pair: pair,
}
"""What is shown as an example of a field, of two things."""
_ABOUT: Final = (
    "Compare the things of a knowledge graph, with a source for every word. Names are labels, IRIs "
    "or CURIEs; a label leads to the one address that a page has. Errors are problem documents "
    "(RFC 9457)."
)


@lru_cache(_FEW)
def openapi(pair: tuple[str, ...]) -> str:
    """Return the document; the identifiers of two things of the graph are its examples."""
    paths: dict[str, Json] = {
        way.path: {way.method.casefold(): _operation(way, pair)} for way in WAYS
    }
    info: Json = {
        "title": "Tertium",
        "version": version("tertium"),
        "description": _ABOUT,
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    }
    document: Json = {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _operation(way: Way, pair: tuple[str, ...]) -> dict[str, Json]:
    operation: dict[str, Json] = {
        "operationId": way.name,
        "summary": way.summary,
        "parameters": [_parameter(field, pair) for field in way.fields],
        "responses": _responses(way),
    }
    if way.takes:
        content: Json = {_JSON: {"schema": reference(way.takes)}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _parameter(field: Field, pair: tuple[str, ...]) -> dict[str, Json]:
    shown: dict[str, Json] = {}
    if pair and field.name in _SHOWN:
        shown = {"example": _SHOWN[field.name](pair)}
    return {
        "name": field.name,
        "in": field.place,
        "description": field.meaning,
        "required": field.required,
        "schema": field.schema,
        **shown,
    }


def _responses(way: Way) -> dict[str, Json]:
    content: dict[str, Json] = {
        kind: {"schema": reference(schema)} if schema else {} for kind, schema in way.kinds
    }
    answer: Json = {"description": way.summary, "content": content}
    return {"200": answer, **{str(int(one)): _refusal(one) for one in sorted(way.refusals)}}


def _refusal(status: HTTPStatus) -> Json:
    if status is HTTPStatus.MOVED_PERMANENTLY:
        location: Json = {"Location": {"schema": {"type": "string", "format": "uri-reference"}}}
        return {"description": "The one address of this page.", "headers": location}
    content: Json = {MEDIA_TYPE: {"schema": reference("Problem")}, "text/html": {}}
    return {"description": status.phrase, "content": content}
