"""Processes of their own in which queries of strangers are answered, behind walls."""

from tertium.workers.formats import GRAPH_TYPES, RESULT_TYPES
from tertium.workers.pool import Workers
from tertium.workers.question import LIMITS, Answered, Limits, Question
from tertium.workers.telling import Changed
from tertium.workers.update import Update
from tertium.workers.writer import UPDATE_LIMITS, Writer

__all__ = [
    "GRAPH_TYPES",
    "LIMITS",
    "RESULT_TYPES",
    "UPDATE_LIMITS",
    "Answered",
    "Changed",
    "Limits",
    "Question",
    "Update",
    "Workers",
    "Writer",
]
