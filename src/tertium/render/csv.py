"""The table for spreadsheets, separated by commas."""

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render.spreadsheet import spreadsheet

__all__ = ["render"]


def render(comparison: Comparison, _narrative: Narrative) -> str:
    """Return one line per entity, property and value."""
    return spreadsheet(comparison, delimiter=",")
