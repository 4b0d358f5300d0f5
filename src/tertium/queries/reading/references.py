"""Rows as references: the work cited and the place in it."""

from collections.abc import Mapping, Sequence

from tertium.model.statement import Reference, Source
from tertium.model.terms import Iri, Term
from tertium.queries.reading.columns import grouped, iri_in, iris_in, text_in
from tertium.queries.reading.names import Names
from tertium.store.protocol import Binding

__all__ = ["read_references"]


def read_references(
    references: Sequence[Binding], sources: Sequence[Binding], names: Names
) -> Mapping[Term, tuple[Reference, ...]]:
    """Return the references of each statement, by the label of the source, then locator."""
    about = grouped(sources, "source")
    cited = {iri: _source(iri, about.get(iri, ()), names) for iri in iris_in(references, "source")}
    return {
        statement: tuple(
            sorted(
                {Reference(cited[iri_in(row, "source")], text_in(row, "locator")) for row in rows},
                key=lambda reference: (
                    reference.source.label,
                    reference.source.iri,
                    reference.locator,
                ),
            )
        )
        for statement, rows in grouped(references, "statement").items()
    }


def _source(iri: Iri, rows: Sequence[Binding], names: Names) -> Source:
    def first(column: str) -> str:
        return next(filter(None, sorted(text_in(row, column) for row in rows)), "")

    return Source(
        iri=iri,
        label=names.entity(iri).label,
        publisher=first("publisher"),
        year=first("issued"),
        url=first("url"),
        licence=first("licence"),
    )
