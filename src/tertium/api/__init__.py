"""Where the store and the core meet: open a graph, find, compare, verify."""

from tertium.api.graph import KnowledgeGraph
from tertium.api.loading import load_graph
from tertium.api.opening import open_graph
from tertium.api.page import Page
from tertium.checking import Failure

__all__ = ["Failure", "KnowledgeGraph", "Page", "load_graph", "open_graph"]
