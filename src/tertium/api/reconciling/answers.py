"""Answers as JSON, in the words of either version of the protocol."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from tertium.api.reconciling.cells import CellKind
from tertium.api.reconciling.suggesting import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tertium.api.reconciling.cells import Cell
    from tertium.api.reconciling.matching import Feature, Proposal
    from tertium.api.reconciling.suggesting import Suggestion
    from tertium.api.reconciling.tables import Named
    from tertium.render.json_values import Json

__all__ = ["Version", "candidates_json", "extension_json", "proposal_json", "suggestions_json"]


class Version(Enum):
    """A version of the protocol."""

    FINAL = "0.2"
    DRAFT = "1.0-draft"


def candidates_json(proposals: Iterable[Proposal], version: Version) -> Json:
    """Return the candidates of one query."""
    return [
        {
            **_named(proposal.named, version),
            **_described(proposal.description),
            "type": [_named(kind, version) for kind in proposal.types],
            "score": proposal.score,
            "features": [_feature(feature, version) for feature in proposal.features],
            "match": proposal.match,
        }
        for proposal in proposals
    ]


def suggestions_json(kind: Kind, suggestions: Iterable[Suggestion], version: Version) -> Json:
    """Return what is suggested; of entities, with their types."""
    return {
        "result": [
            {
                **_named(one.named, version),
                **_described(one.description),
                **(
                    {"notable": [_named(some, version) for some in one.types]}
                    if kind is Kind.ENTITY
                    else {}
                ),
            }
            for one in suggestions
        ]
    }


def proposal_json(kind: str, properties: Iterable[Named], limit: int) -> Json:
    """Return which properties may be fetched of entities of a class."""
    named: Json = [_named(one, Version.FINAL) for one in properties]
    return {"properties": named, "limit": limit, **({"type": kind} if kind else {})}


def extension_json(
    columns: Sequence[Named],
    rows: Mapping[str, Mapping[str, tuple[Cell, ...]]],
    version: Version,
) -> Json:
    """Return values by entity and property: as objects in 0.2, as arrays in 1.0."""
    meta: Json = [_named(column, version) for column in columns]
    if version is Version.FINAL:
        found: Json = {
            name: {wish: _cells(cells, version) for wish, cells in row.items()}
            for name, row in rows.items()
        }
        return {"meta": meta, "rows": found}
    return {
        "meta": meta,
        "rows": [
            {
                "id": name,
                "properties": [
                    {"id": wish, "values": _cells(cells, version)} for wish, cells in row.items()
                ],
            }
            for name, row in rows.items()
        ],
    }


def _cells(cells: Iterable[Cell], version: Version) -> Json:
    return [_cell(cell, version) for cell in cells]


def _cell(cell: Cell, version: Version) -> Json:
    name = {"name": cell.name} if cell.kind is CellKind.ENTITY else {}
    return {cell.kind.value: cell.value, **name, **_language(cell.language, version)}


def _feature(feature: Feature, version: Version) -> Json:
    name = {"name": feature.name} if version is Version.DRAFT else {}
    return {"id": feature.id, **name, "value": feature.value}


def _named(named: Named, version: Version) -> Mapping[str, Json]:
    return {"id": named.id, "name": named.name, **_language(named.language, version)}


def _described(description: str) -> Mapping[str, Json]:
    return {"description": description} if description else {}


def _language(language: str, version: Version) -> Mapping[str, Json]:
    """Return the language of a name, which only the draft knows of."""
    return {"lang": language} if language and version is Version.DRAFT else {}
