"""What the service says of itself: where it is, how things are called, what it can do."""

from __future__ import annotations

from importlib.metadata import version as version_of
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api.reconciling.answers import Version
from tertium.api.reconciling.cells import Content
from tertium.api.reconciling.questions import BATCH
from tertium.api.reconciling.suggesting import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.api.reconciling.tables import Tables
    from tertium.render.json_values import Json

__all__ = ["PREVIEW", "manifest"]

PREVIEW: Final = (400, 120)
"""The width and height of a preview, in pixels."""

_DOCUMENTATION: Final = "https://w3id.org/tertium/"
_TYPES: Final = 5
_LIMIT: Final = ("limit", "Limit", "How many values to fetch of each; 0 is all of them")
_CONTENT: Final = ("content", "Content", "Whether entities come to be reconciled, or as texts")
_CHOICES: Final = {
    Content.ENTITY: "Identifier with name",
    Content.ID: "Identifier",
    Content.LITERAL: "Name",
}


def manifest(tables: Tables, root: str, version: Version) -> Mapping[str, Json]:
    """Return the manifest of a service at an address, in the words of a version."""
    words = _final(tables, root) if version is Version.FINAL else _draft(tables, root)
    return {
        "versions": [one.value for one in Version],
        "name": f"Tertium: {tables.title}",
        "documentation": _DOCUMENTATION,
        "serviceVersion": version_of("tertium"),
        "defaultTypes": [
            {"id": named.id, "name": named.name}
            for named in islice(tables.class_names.values(), _TYPES)
        ],
        "batchSize": BATCH,
        **words,
    }


def _final(tables: Tables, root: str) -> Mapping[str, Json]:
    width, height = PREVIEW
    return {
        "identifierSpace": tables.spaces.entities.address,
        "schemaSpace": tables.spaces.schema,
        "view": {"url": _view(tables, root, "{{id}}")},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": width, "height": height},
        "suggest": {kind.value: _suggest(kind, root) for kind in Kind},
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/extend/propose"},
            "property_settings": _settings("name", "label", "help_text"),
        },
    }


def _draft(tables: Tables, root: str) -> Mapping[str, Json]:
    width, height = PREVIEW
    return {
        "lang": tables.reader.language,
        "view": {"url": _view(tables, root, "{id}")},
        "preview": {"width": width, "height": height},
        "suggest": dict.fromkeys((kind.value for kind in Kind), True),
        "extend": {
            "proposeProperties": True,
            "propertySettings": _settings("id", "name", "helpText"),
        },
        "standardizedScore": True,
    }


def _view(tables: Tables, root: str, pattern: str) -> str:
    """Return where an entity can be seen: at home, or where that is unknown, in our preview."""
    namespace = tables.spaces.entities.namespace
    return f"{namespace}{pattern}" if namespace else f"{root}/preview?id={pattern}"


def _suggest(kind: Kind, root: str) -> Json:
    path = f"/suggest/{kind.value}"
    return {
        "service_url": root,
        "service_path": path,
        "flyout_service_path": f"{path}/flyout?id=${{id}}",
    }


def _settings(name: str, label: str, hint: str) -> Json:
    keys = name, label, hint
    choices: Json = [{"value": one.value, "name": said} for one, said in _CHOICES.items()]
    limit: Mapping[str, Json] = dict(zip(keys, _LIMIT, strict=True))
    content: Mapping[str, Json] = dict(zip(keys, _CONTENT, strict=True))
    return [
        {**limit, "type": "number", "default": 0},
        {**content, "type": "select", "default": Content.ENTITY.value, "choices": choices},
    ]
