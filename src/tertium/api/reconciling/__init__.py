"""Reconciliation as the Entity Reconciliation Community Group defines it, without the web.

A `Reconciler` answers the questions of both versions of the protocol, 0.2 and the draft of 1.0,
over any graph; how they travel is somebody else's matter.
"""

from tertium.api.reconciling.answers import Version
from tertium.api.reconciling.cells import Cell, Content
from tertium.api.reconciling.extending import Extension, Wish
from tertium.api.reconciling.matching import Feature, Proposal
from tertium.api.reconciling.questions import Condition, Quantifier, Question, Strictness
from tertium.api.reconciling.reconciler import Reconciler
from tertium.api.reconciling.spaces import Space, Spaces
from tertium.api.reconciling.suggesting import Kind, Suggestion
from tertium.api.reconciling.tables import LinkingGraph, Named

__all__ = [
    "Cell",
    "Condition",
    "Content",
    "Extension",
    "Feature",
    "Kind",
    "LinkingGraph",
    "Named",
    "Proposal",
    "Quantifier",
    "Question",
    "Reconciler",
    "Space",
    "Spaces",
    "Strictness",
    "Suggestion",
    "Version",
    "Wish",
]
