import pyoxigraph as ox
import pytest

from tertium.errors import BadQueryError
from tertium.workers import LIMITS, Question
from tertium.workers.answering import answer_of


def test_a_function_that_no_engine_has_is_the_fault_of_the_query() -> None:
    asked = Question(sparql="SELECT (<urn:evil>(1) AS ?n) {}", accepts=("text/csv",))
    with pytest.raises(BadQueryError) as told:
        answer_of(ox.Store(), asked, LIMITS)
    assert "evil" not in str(told.value)
