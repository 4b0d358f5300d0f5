"""What is counted of a whole graph by asking it."""

from collections.abc import Sequence

from tertium.model.statistics import Statistics
from tertium.queries.catalogue import Catalogue
from tertium.queries.reading.columns import number_in
from tertium.queries.reading.counts import read_statistics
from tertium.store.protocol import Binding, GraphStore, select

__all__ = ["size", "statistics"]


def statistics(store: GraphStore, catalogue: Catalogue) -> Statistics:
    """Return how common properties and values are in a whole graph."""

    def ask(name: str) -> Sequence[Binding]:
        return select(store, catalogue[f"statistics/{name}"].bind())

    return read_statistics(
        ask("class-sizes"),
        ask("property-frequency"),
        ask("value-frequency"),
        holders=ask("properties"),
    )


def size(store: GraphStore, catalogue: Catalogue) -> int:
    """Return how many triples a graph has."""
    (row,) = select(store, catalogue["statistics/size"].bind())
    return number_in(row, "triples")
