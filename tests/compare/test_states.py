import pytest

from tertium.model.statement import Rank
from tertium.model.statistics import Statistics
from tertium.model.values import Value
from tertium.model.verdict import CellState

from .builders import (
    IDEOLOGY,
    NONE,
    ORGANISATION,
    PERSON,
    UNKNOWN,
    fact,
    iri,
    one,
    person,
    prop,
    rows,
    thing,
)

MARXISM = thing("Marxism")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ((MARXISM,), CellState.VALUE),
        ((MARXISM, UNKNOWN), CellState.VALUE),
        ((MARXISM, NONE), CellState.VALUE),
        ((NONE,), CellState.NONE),
        ((UNKNOWN,), CellState.UNKNOWN),
        ((NONE, UNKNOWN), CellState.UNKNOWN),
    ],
)
def test_what_is_stated_makes_the_state(values: tuple[Value, ...], state: CellState) -> None:
    cell = one(person("Stalin", *values)).cells[0]
    assert cell.state is state
    assert len(cell.statements) == len(values)


def test_silence_is_not_stated() -> None:
    cell = one(person("Stalin", MARXISM), person("Trotsky")).cells[1]
    assert (cell.state, cell.statements) == (CellState.NOT_STATED, ())


def test_a_property_of_people_does_not_apply_to_an_organisation() -> None:
    spouse = prop("spouse", domain=(PERSON,))
    row = one(
        person("Stalin", fact(thing("Nadezhda"), spouse)), person("Politburo", kind=ORGANISATION)
    )
    assert row.cells[1].state is CellState.NOT_APPLICABLE


def test_what_is_stated_against_the_ontology_is_still_shown() -> None:
    spouse = prop("spouse", domain=(PERSON,))
    row = one(person("Politburo", fact(thing("Nadezhda"), spouse), kind=ORGANISATION))
    assert row.cells[0].state is CellState.VALUE


def test_a_deprecated_statement_is_as_good_as_none() -> None:
    deprecated = fact(MARXISM, IDEOLOGY, rank=Rank.DEPRECATED)
    row = one(person("Stalin", MARXISM), person("Trotsky", deprecated))
    assert row.cells[1].state is CellState.NOT_STATED


def test_what_a_peer_has_applies_whatever_the_ontology_says() -> None:
    spouse = prop("spouse", domain=(PERSON,))
    counted = Statistics(class_sizes={ORGANISATION: 6}, having={(ORGANISATION, iri("spouse")): 1})
    people = (person("Stalin", fact(MARXISM, spouse)), person("Politburo", kind=ORGANISATION))
    (row,) = rows(*people, statistics=counted)
    assert row.cells[1].state is CellState.NOT_STATED
