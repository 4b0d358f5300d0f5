import pytest

from tertium.errors import UnknownRowError
from tertium.model.comparison import Comparison
from tests.narrate.builders import PROPERTIES, about, compare, fact

COMPARISON = compare(
    about("Ada", fact("party", "A"), fact("memberOf", "B"), fact("occupation", "C")),
    about("Bo", fact("party", "A"), fact("memberOf", "D")),
)


def labels(comparison: Comparison) -> list[str]:
    return [row.predicate.label for row in comparison]


def test_the_title_sets_the_comparands_against_each_other() -> None:
    assert COMPARISON.title == "Ada vs. Bo"


def test_a_row_goes_by_its_label_its_iri_or_its_facet() -> None:
    party = COMPARISON["PARTY membership"]
    assert party is COMPARISON[PROPERTIES["party"].iri]
    assert COMPARISON["party"].facet == party.facet
    with pytest.raises(UnknownRowError):
        COMPARISON["nothing"]


def test_rows_are_common_or_differ_or_have_gaps() -> None:
    views = (COMPARISON.commonalities, COMPARISON.differences, COMPARISON.gaps)
    assert [[row.predicate.label for row in rows] for rows in views] == [
        *(["party membership"], ["membership of a body"], ["occupation"]),
    ]
    assert sorted(labels(COMPARISON)) == sorted(row.predicate.label for v in views for row in v)


def test_the_evidence_of_a_row_is_in_the_order_of_its_cells() -> None:
    row = COMPARISON["membership of a body"]
    assert [one.subject for one in row.evidence] == [one.iri for one in COMPARISON.entities]
    assert row.shown == row.evidence
    assert labels(COMPARISON.evident) == labels(COMPARISON)
