"""What is asked of a linker: names, the rows of a table, the entities of a graph."""

from tertium.api.asking.pairing import Linker, paired, unnamed
from tertium.api.asking.rows import Columns, iri_of_key
from tertium.api.asking.things import Things
from tertium.api.asking.words import Words, identified

__all__ = ["Columns", "Linker", "Things", "Words", "identified", "iri_of_key", "paired", "unnamed"]
