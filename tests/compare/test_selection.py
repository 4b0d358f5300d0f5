from dataclasses import replace

import pytest

from tertium.compare import select
from tertium.compare.selection import in_order
from tertium.errors import UnknownRowError
from tertium.model.comparison import Row
from tertium.model.schema import Facet, Property
from tertium.model.verdict import Relation, View

from .builders import iri

IDEOLOGY, OFFICES = Facet(iri("i"), "Ideology", 2), Facet(iri("o"), "Offices held", 4)


def row(
    name: str, facet: Facet, salience: float, relation: Relation = Relation.SAME, order: int = 0
) -> Row:
    predicate = Property(iri=iri(name), label=name, facet=facet, order=order)
    return Row(predicate=predicate, cells=(), relation=relation, reason="", salience=salience)


ROWS = (
    row("a", IDEOLOGY, 0.9),
    row("b", IDEOLOGY, 0.2, Relation.DIFFERENT),
    row("c", OFFICES, 0.8, Relation.INCOMPLETE),
    row("d", OFFICES, 0.5, Relation.ONE_SIDED),
    row("e", OFFICES, 0.4, Relation.RELATED),
)


def names(rows: tuple[Row, ...]) -> str:
    return "".join(row.predicate.label for row in rows)


def test_rows_are_ordered_by_facet_salience_property_and_iri() -> None:
    ties = (
        row("f", OFFICES, 0.4, order=2),
        row("g", OFFICES, 0.4, order=1),
        row("h", OFFICES, 0.4, order=1),
    )
    other = row("z", replace(IDEOLOGY, iri=iri("j")), 1.0)
    assert names(in_order((other, *reversed(ROWS), *reversed(ties)))) == "abzcdeghf"


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        (View.ALL, "abcde"),
        (View.DIFFERENCES, "bd"),
        (View.SHARED, "ae"),
        (View.MISSING, "c"),
    ],
)
def test_a_view_keeps_its_relations(view: View, kept: str) -> None:
    assert names(select(ROWS, view=view, facet=None, limit=None)) == kept


@pytest.mark.parametrize("facet", ["Offices held", "offices HELD", "https://example.org/o"])
def test_a_facet_goes_by_label_or_iri(facet: str) -> None:
    assert names(select(ROWS, facet=facet)) == "cde"


def test_an_unknown_facet_is_an_error_even_if_the_view_is_empty() -> None:
    with pytest.raises(UnknownRowError, match="Cuisine"):
        select(ROWS, facet="Cuisine")
    assert select(ROWS, facet="Ideology", view=View.MISSING) == ()


@pytest.mark.parametrize(("limit", "kept"), [(0, ""), (1, "a"), (3, "acd"), (9, "abcde")])
def test_a_limit_keeps_the_most_salient_rows_in_their_order(limit: int, kept: str) -> None:
    assert names(select(ROWS, limit=limit)) == kept
