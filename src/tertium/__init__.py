"""Compare entities of a knowledge graph, with a source for every word.

>>> import tertium
>>> kg = tertium.open()
>>> page = kg.compare("Joseph Stalin", "Leon Trotsky")
>>> page["political ideology"].relation.value
'overlapping'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tertium.api import Failure, KnowledgeGraph, Page
    from tertium.api import load_graph as load
    from tertium.api import open_graph as open
    from tertium.api.differing import diff
    from tertium.api.page_triples import read_page_rdf
    from tertium.errors import TertiumError
    from tertium.model.verdict import CellState, Length, Ranks, Relation, View

__all__ = [
    "CellState",
    "Failure",
    "KnowledgeGraph",
    "Length",
    "Page",
    "Ranks",
    "Relation",
    "TertiumError",
    "View",
    "diff",
    "load",
    "open",
    "read_page_rdf",
]

_HOMES: Final = {
    "CellState": "tertium.model.verdict:CellState",
    "Failure": "tertium.api:Failure",
    "KnowledgeGraph": "tertium.api:KnowledgeGraph",
    "Length": "tertium.model.verdict:Length",
    "Page": "tertium.api:Page",
    "Ranks": "tertium.model.verdict:Ranks",
    "Relation": "tertium.model.verdict:Relation",
    "TertiumError": "tertium.errors:TertiumError",
    "View": "tertium.model.verdict:View",
    "diff": "tertium.api.differing:diff",
    "load": "tertium.api:load_graph",
    "open": "tertium.api:open_graph",
    "read_page_rdf": "tertium.api.page_triples:read_page_rdf",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `--help` stays quick."""
    if name not in _HOMES:
        message = f"module 'tertium' has no attribute {name!r}"
        raise AttributeError(message)
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
