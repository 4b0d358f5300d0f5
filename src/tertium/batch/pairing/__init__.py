"""Where the pairs of a batch come from: a table, a query, or a class of things."""

from tertium.batch.pairing.answers import OfQuery
from tertium.batch.pairing.classes import OfClass
from tertium.batch.pairing.sources import Given, Pairs, apart
from tertium.batch.pairing.tables import OfTable

__all__ = ["Given", "OfClass", "OfQuery", "OfTable", "Pairs", "apart"]
