"""Compare entities of a knowledge graph, with a source for every word.

>>> import tertium
>>> kg = tertium.open()
>>> page = kg.compare("Joseph Stalin", "Leon Trotsky")
>>> page["political ideology"].relation.value
'overlapping'
"""

from tertium.api import Failure, KnowledgeGraph, Page
from tertium.api import open_graph as open
from tertium.errors import TertiumError
from tertium.model.comparison import CellState, Relation, View

__all__ = [
    "CellState",
    "Failure",
    "KnowledgeGraph",
    "Page",
    "Relation",
    "TertiumError",
    "View",
    "open",
]
