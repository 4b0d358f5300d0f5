"""Links as a text, JSON, a table, SSSOM/TSV and Turtle: piece by piece, however many there are."""

from tertium.render.links.json import link_document, link_schema, linking_json
from tertium.render.links.sssom import MappingSheet
from tertium.render.links.table import LINK_COLUMNS, link_cells, spreadsheet_of_links
from tertium.render.links.text import line_of, told
from tertium.render.links.turtle import turtle

__all__ = [
    "LINK_COLUMNS",
    "MappingSheet",
    "line_of",
    "link_cells",
    "link_document",
    "link_schema",
    "linking_json",
    "spreadsheet_of_links",
    "told",
    "turtle",
]
