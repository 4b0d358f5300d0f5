from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tertium.compare import connections
from tertium.model.comparison import Cell, Row
from tertium.model.description import Description
from tertium.model.measure import Measure
from tertium.model.schema import Facet
from tertium.model.statistics import Statistics
from tertium.model.verdict import CellState, Ranks, Relation, View

from .builders import IDEOLOGY, NONE, ORGANISATION, PERSON, fact, iri, person, rows, thing
from .oracle import relation_of
from .strategies import comparands

STATISTICS = Statistics(
    class_sizes={PERSON: 20, ORGANISATION: 6},
    having={(PERSON, iri("ideology")): 15, (PERSON, iri("born")): 20},
    sharing={(iri("ideology"), iri("Stalinism")): 3, (iri("ideology"), iri("Fabianism")): 30},
)


def table(people: Sequence[Description]) -> tuple[Row, ...]:
    return rows(*people, statistics=STATISTICS)


@given(comparands(1, 3), st.sampled_from(Ranks))
def test_verdicts_follow_from_the_best_rank_alone(
    people: tuple[Description, ...], ranks: Ranks
) -> None:
    found = [row for row in rows(*people, statistics=STATISTICS, ranks=ranks) if row.evidence]
    bare = [replace(row, cells=tuple(replace(c, others=()) for c in row.cells)) for row in found]
    assert tuple(bare) == table(people)


@given(comparands(1, 3))
def test_all_ranks_are_all_statements(people: tuple[Description, ...]) -> None:
    shown = {s.iri for row in rows(*people, ranks=Ranks.ALL) for s in row.shown}
    assert shown == {s.iri for person in people for s in person.statements}


def without_order(measure: Measure | None) -> object:
    found = measure or Measure()
    overlaps = [(o.value, set(o.holders), o.interval) for o in found.overlaps]
    return (found.jaccard, found.dates, found.quantities, overlaps)


@given(comparands(2, 2))
def test_a_comparison_mirrors_its_reverse(pair: tuple[Description, ...]) -> None:
    for row, other in zip(table(pair), table(pair[::-1]), strict=True):
        assert row.predicate == other.predicate
        assert row.cells == other.cells[::-1]
        assert (row.relation, row.salience) == (other.relation, other.salience)
        assert row.contested == other.contested
        assert without_order(row.measure) == without_order(other.measure)
        common = [(c.value, c.kind, set(c.holders)) for c in row.common]
        assert common == [(c.value, c.kind, set(c.holders)) for c in other.common]


@given(comparands(1, 5), st.randoms(use_true_random=False))
def test_neither_statements_nor_comparands_need_an_order(
    people: tuple[Description, ...], chance: Random
) -> None:
    shuffled = [
        replace(d, statements=tuple(chance.sample(d.statements, len(d.statements)))) for d in people
    ]
    assert table(shuffled) == table(people)
    chance.shuffle(shuffled)
    assert connections(shuffled) == connections(people)
    judged = [(row.predicate, row.relation, row.salience) for row in table(people)]
    assert judged == [(row.predicate, row.relation, row.salience) for row in table(shuffled)]


@given(comparands(1, 1))
def test_whatever_is_compared_with_itself_is_the_same(alone: tuple[Description, ...]) -> None:
    for row in table(alone * 2):
        known = {cell.state for cell in row.cells} <= {CellState.VALUE, CellState.NONE}
        assert row.relation is (Relation.SAME if known else Relation.INCOMPLETE)
    assert {row.relation for row in table(alone)} <= {Relation.SAME}


@given(comparands())
def test_every_relation_is_as_the_contract_says(people: tuple[Description, ...]) -> None:
    for row in table(people):
        assert row.relation is relation_of(row.predicate, people)


@given(comparands(2))
def test_what_is_not_stated_is_never_a_difference(people: tuple[Description, ...]) -> None:
    for row in table(people):
        if any(cell.state is CellState.NOT_STATED for cell in row.cells):
            assert row.relation is Relation.INCOMPLETE


@given(comparands())
def test_every_row_is_whole(people: tuple[Description, ...]) -> None:
    for row in table(people):
        stated = {s.iri for s in row.evidence}
        assert [cell.entity for cell in row.cells] == [person.iri for person in people]
        assert row.evidence
        assert row.contested <= stated
        assert 0 <= row.salience <= 1
        assert row.reason
        assert all(len(common.holders) > 1 for common in row.common)
        assert all(bool(cell.statements) == is_stated(cell) for cell in row.cells)


def is_stated(cell: Cell) -> bool:
    return cell.state not in {CellState.NOT_STATED, CellState.NOT_APPLICABLE}


@given(comparands(2))
def test_the_jaccard_index_is_one_exactly_when_values_are_the_same(
    people: tuple[Description, ...],
) -> None:
    for row in table(people):
        if row.measure and row.measure.jaccard is not None:
            assert (row.measure.jaccard == 1) == (row.relation is Relation.SAME)
            if row.relation in {Relation.DIFFERENT, Relation.RELATED}:
                assert row.measure.jaccard == 0


def test_a_single_entity_makes_a_table_too() -> None:
    (row,) = rows(person("Stalin", thing("Marxism"), thing("Leninism")))
    assert (row.relation, row.common, row.measure) == (Relation.SAME, (), None)
    assert row.relation in View.SHARED.relations


def test_nobody_and_nothing_make_an_empty_table() -> None:
    assert rows() == ()
    assert rows(person("Stalin"), person("Trotsky")) == ()


def test_rows_come_facet_by_facet_the_most_salient_first() -> None:
    late = replace(IDEOLOGY, iri=iri("office"), facet=Facet(iri("f"), "Offices", 2))
    silent = replace(IDEOLOGY, iri=iri("doctrine"))
    found = rows(
        person("A", fact(thing("x"), late), fact(thing("x"), silent), fact(thing("x"))),
        person("B", fact(thing("x"), late), fact(NONE)),
    )
    assert [row.predicate.iri for row in found] == [IDEOLOGY.iri, silent.iri, late.iri]
