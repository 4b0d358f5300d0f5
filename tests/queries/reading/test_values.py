from decimal import Decimal

import pytest

from tertium.model.dates import Date
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.model.values import (
    Entity,
    NoValue,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.queries.reading.names import NO_NAMES
from tertium.queries.reading.values import value_of
from tests.queries.builders import ex, of_type, tt


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ex("world-revolution"), Entity(ex("world-revolution"), "world revolution")),
        (tt("noValue"), NoValue()),
        (tt("someValue"), SomeValue()),
        (BlankNode("b"), SomeValue()),
        (Literal("Koba"), Text("Koba")),
        (Literal("Lénine", RDF_LANG_STRING, "fr"), Text("Lénine", "fr")),
        (of_type("1917", "gYear"), Date(year=1917, lexical="1917")),
        (of_type("1917-13", "gYearMonth"), Text("1917-13")),
        (of_type("1.50", "decimal"), Quantity(amount=Decimal("1.50"))),
        (of_type("1E3", "double"), Quantity(amount=Decimal(1000))),
        (of_type("INF", "double"), Text("INF")),
        (of_type("many", "integer"), Text("many")),
        (of_type("true", "boolean"), Text("true")),
        (of_type("https://example.org", "anyURI"), WebAddress(Iri("https://example.org"))),
    ],
)
def test_a_term_is_a_value(term: Term, value: Value) -> None:
    assert value_of(term, NO_NAMES) == value
