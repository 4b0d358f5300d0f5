import pytest

from tertium.errors import BadQueryError
from tertium.model.terms import Iri, Literal
from tertium.store.protocol import Answer, Solutions, Triples, ask, construct, one_line, select


class FixedStore:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def query(self, sparql: str) -> Answer:
        assert sparql
        return self.answer


ROWS = Solutions(("x",), ({"x": Literal("1")},))


def test_select_returns_the_rows() -> None:
    assert select(FixedStore(ROWS), "…") == ({"x": Literal("1")},)


def test_ask_returns_the_truth() -> None:
    assert ask(FixedStore(answer=True), "…") is True


def test_construct_returns_the_triples() -> None:
    triple = (Iri("urn:a"), Iri("urn:b"), Literal("1"))
    assert construct(FixedStore(Triples((triple,))), "…") == (triple,)


@pytest.mark.parametrize("answer", [True, Triples(())])
def test_select_refuses_another_form(answer: Answer) -> None:
    with pytest.raises(BadQueryError, match="SELECT expected"):
        select(FixedStore(answer), "…")


@pytest.mark.parametrize("answer", [ROWS, Triples(())])
def test_ask_refuses_another_form(answer: Answer) -> None:
    with pytest.raises(BadQueryError, match="ASK expected"):
        ask(FixedStore(answer), "…")


@pytest.mark.parametrize("answer", [ROWS, True])
def test_construct_refuses_another_form(answer: Answer) -> None:
    with pytest.raises(BadQueryError, match="CONSTRUCT expected"):
        construct(FixedStore(answer), "…")


def test_a_long_reason_is_cut() -> None:
    line = one_line("word\n" * 100)
    assert len(line) == 200
    assert line.endswith("…")
    assert "\n" not in line
