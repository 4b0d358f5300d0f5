from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import NoValue, Quantity, SomeValue, Text, Value
from tests.narrate.builders import amount


def stated(value: Value) -> Statement:
    iri = Iri("urn:x")
    predicate = Property(iri=iri, label="x")
    return Statement(iri=iri, subject=iri, predicate=predicate, value=value, term=iri)


def test_a_statement_is_its_own_witness_unless_triples_say_it() -> None:
    assert stated(Text("x")).triples == ()


def test_only_a_value_is_positive() -> None:
    values: list[Value] = [Text("x"), amount(0), NoValue(), SomeValue()]
    assert [stated(value).positive for value in values] == [True, True, False, False]
    assert isinstance(values[1], Quantity)
