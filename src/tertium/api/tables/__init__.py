"""Tables in files: comma, semicolon, tab or bar between their cells, row by row."""

from tertium.api.tables.dialects import Dialect
from tertium.api.tables.reading import Row, Table, TableForm, open_table
from tertium.api.tables.writing import TableWriter

__all__ = ["Dialect", "Row", "Table", "TableForm", "TableWriter", "open_table"]
