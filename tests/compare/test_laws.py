from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from tertium.compare.equality import inexact
from tertium.model.comparison import Row
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.model.verdict import Relation, View

from .builders import rows
from .strategies import comparands

People = tuple[Description, ...]
DIFFERENCES = View.DIFFERENCES.relations


def relations(people: Sequence[Description]) -> Mapping[Iri, Relation]:
    return {row.predicate.iri: row.relation for row in rows(*people)}


def without(people: People, left_out: Statement) -> People:
    return tuple(
        replace(one, statements=tuple(s for s in one.statements if s != left_out)) for one in people
    )


def exact(people: People) -> People:
    """Equality of dates and quantities is not transitive, so that pairs do not bind the whole."""
    return tuple(
        replace(one, statements=tuple(s for s in one.statements if not inexact(s.value)))
        for one in people
    )


def values(row: Row, position: int) -> set[Value]:
    return {s.value for s in row.cells[position].statements if s.positive}


@given(comparands(2, 3), st.data())
def test_a_statement_less_is_no_difference_more_unless_it_was_shared(
    people: People, data: st.DataObject
) -> None:
    people = exact(people)
    shown = [
        (row, position, statement)
        for row in rows(*people)
        for position, cell in enumerate(row.cells)
        for statement in cell.statements
    ]
    assume(shown)
    row, position, statement = data.draw(st.sampled_from(shown))
    elsewhere = [values(row, other) for other in range(len(people)) if other != position]
    assume(all(statement.value not in others for others in elsewhere))
    best = [s for s in people[position].statements if s.predicate == row.predicate]
    assume({s.rank for s in best} == {statement.rank})  # nothing outranked steps forward
    assume(statement.positive)
    rest = without(people, statement)
    now = relations(rest).get(row.predicate.iri)
    before = row.relation in DIFFERENCES | {Relation.RELATED}
    assert now not in DIFFERENCES or before or inapplicable(rest, row.predicate.iri)


@given(comparands(2, 3))
def test_a_cell_less_is_no_difference_more(people: People) -> None:
    before = relations(people)
    for iri in before:
        for one in people:
            rest = tuple(s for s in one.statements if s.predicate.iri != iri)
            silent = tuple(replace(p, statements=rest) if p == one else p for p in people)
            now = relations(silent).get(iri)
            assert now not in DIFFERENCES or before[iri] in DIFFERENCES or inapplicable(silent, iri)


def inapplicable(people: People, iri: Iri) -> bool:
    """Return whether a cell is empty because its comparand cannot have the property."""
    (row,) = (row for row in rows(*people) if row.predicate.iri == iri)
    return any(cell.state.value == "not-applicable" for cell in row.cells)


@given(comparands(3, 4))
def test_all_are_the_same_or_different_when_each_two_are(people: People) -> None:
    people = exact(people)
    whole = relations(people)
    pairs = [relations(pair) for pair in combinations(people, 2)]
    for iri, relation in whole.items():
        found = {pair[iri] for pair in pairs if iri in pair}
        for told in (Relation.SAME, Relation.DIFFERENT):
            if len(found) == 1 and all(iri in pair for pair in pairs):
                assert (relation is told) == (found == {told})
        if relation is Relation.INCOMPLETE:
            assert Relation.INCOMPLETE in found
        if relation is Relation.OVERLAPPING:
            assert found & {Relation.OVERLAPPING, Relation.SAME}


@given(comparands(1, 4))
def test_comparing_again_changes_nothing(people: People) -> None:
    assert rows(*people) == rows(*people)


@given(comparands(2, 3), st.data())
def test_saying_a_thing_twice_changes_no_verdict(people: People, data: st.DataObject) -> None:
    stated = [s for one in people for s in one.statements]
    assume(stated)
    twice = data.draw(st.sampled_from(stated))
    again = replace(twice, iri=Iri(f"{twice.iri}-again"))
    more = tuple(
        replace(
            one, statements=(*one.statements, again) if twice in one.statements else one.statements
        )
        for one in people
    )
    assert relations(more) == relations(people)
