"""Rows as statistics of the whole graph."""

from collections.abc import Sequence

from tertium.model.statistics import Statistics
from tertium.queries.reading.columns import iri_in, number_in
from tertium.store.protocol import Binding

__all__ = ["read_statistics"]


def read_statistics(
    classes: Sequence[Binding], properties: Sequence[Binding], values: Sequence[Binding]
) -> Statistics:
    """Return how many entities a class, a property of a class and a value have."""
    return Statistics(
        class_sizes={iri_in(row, "class"): number_in(row, "entities") for row in classes},
        having={
            (iri_in(row, "class"), iri_in(row, "property")): number_in(row, "entities")
            for row in properties
        },
        sharing={
            (iri_in(row, "property"), row["value"]): number_in(row, "entities") for row in values
        },
    )
