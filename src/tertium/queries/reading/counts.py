"""Rows as statistics of the whole graph."""

from collections import Counter
from collections.abc import Sequence

from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Literal
from tertium.queries.reading.columns import iri_in, number_in
from tertium.store.protocol import Binding

__all__ = ["read_statistics"]


def read_statistics(
    classes: Sequence[Binding],
    properties: Sequence[Binding],
    values: Sequence[Binding],
    *,
    holders: Sequence[Binding] = (),
) -> Statistics:
    """Return how many entities a class, a property of a class and a value have.

    `holders` says how many entities have a property at all, and thereby how far values are reused:
    the sum of c over the values which c > 1 entities have, divided by the number of entities.
    """
    sharing = {
        (iri_in(row, "property"), row["value"]): number_in(row, "entities") for row in values
    }
    shared = Counter[Iri]()
    for (predicate, value), count in sharing.items():
        shared[predicate] += 0 if isinstance(value, Literal) else count
    having = {iri_in(row, "property"): number_in(row, "entities") for row in holders}
    kinds = [((iri_in(row, "class"), iri_in(row, "property")), row) for row in properties]
    return Statistics(
        class_sizes={iri_in(row, "class"): number_in(row, "entities") for row in classes},
        having={kind: number_in(row, "entities") for kind, row in kinds},
        stated={kind: number_in(row, "statements") for kind, row in kinds},
        sharing=sharing,
        reuse={iri: min(1.0, shared[iri] / count) for iri, count in having.items() if count},
    )
