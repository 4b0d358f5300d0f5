"""Reports of problems: where they are kept, and what the statement says that they are about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tertium.errors import UnknownStatementError
from tertium.model.report import Reported
from tertium.render.json_values import key_of
from tertium.render.wording import say_briefly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertium.api.graph import KnowledgeGraph
    from tertium.model.comparison import GraphInfo
    from tertium.model.description import Description
    from tertium.model.statement import Statement

__all__ = ["reported", "reports_file"]


def reports_file() -> Path:
    """Return the file of reports, which need not exist: ours among the data of the user."""
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data else Path.home() / ".local/share") / "tertium" / "reports.sqlite"


def reported(
    graph: KnowledgeGraph, statement: str, entities: Sequence[str], *, page: str = ""
) -> Reported:
    """Return what a statement says, which a graph makes of one of some entities.

    Entities are labels, IRIs or CURIEs.

    Raises:
        AmbiguousEntityError: when a label fits several entities.
        UnknownEntityError: when the graph does not know one of them.
        UnknownStatementError: when it makes no such statement of any of them.

    """
    for description in graph.reader.descriptions(map(graph.resolve, entities)):
        for one in description.statements:
            if one.iri == statement:
                return _said(graph.info, description, one, page=page)
    raise UnknownStatementError(statement)


def _said(
    graph: GraphInfo, description: Description, statement: Statement, *, page: str
) -> Reported:
    return Reported(
        statement=statement.iri,
        entity=description.iri,
        predicate=statement.predicate.iri,
        value=key_of(statement.value),
        said=f"{description.label}: {say_briefly(statement)}",
        page=page,
        graph=graph.id,
        version=graph.version,
    )
