import pyoxigraph as ox
import pytest

from tertium.model.terms import BlankNode, Iri, Literal
from tertium.store.surroundings import Surroundings
from tertium.store.terms import from_triple
from tertium.store.writing import SYNTAXES, write_graph

EX = "http://x.example/"
A, P, Q, LIST = (Iri(EX + name) for name in ("a", "p", "q", "list"))
PREFIXES = {"ex": EX, "unused": "http://y.example/"}


def around(*nodes: str) -> Surroundings:
    one, other = map(BlankNode, nodes)
    return Surroundings.of(
        [
            (A, P, one),
            (A, P, other),
            (one, Q, Literal("first")),
            (other, Q, Literal("second", language="en")),
            (A, LIST, A),
        ]
    )


@pytest.mark.parametrize("kind", SYNTAXES)
def test_every_syntax_says_the_same_whatever_nodes_were_called(kind: str) -> None:
    text = write_graph(around("x", "y"), kind, PREFIXES)
    assert text == write_graph(around("y", "x"), kind, PREFIXES)
    read = {from_triple(quad.triple) for quad in ox.parse(text, SYNTAXES[kind])}
    assert len(read) == 5
    assert (A, LIST, A) in read


def test_only_prefixes_which_occur_are_declared() -> None:
    text = write_graph(around("x", "y"), "text/turtle", PREFIXES).decode()
    assert "ex:a" in text
    assert "unused" not in text


def test_named_graphs_are_told_where_a_syntax_knows_them() -> None:
    triple = (A, P, Literal("x"))
    stated = Surroundings(Surroundings.of([triple]).triples, {triple: (Iri(EX + "g"), Q)})
    assert write_graph(stated, "application/n-quads", {}).count(b"/g> .") == 1
    assert write_graph(stated, "application/n-quads", {}).count(b"\n") == 2
    assert write_graph(stated, "application/n-triples", {}).count(b"\n") == 1


def test_of_nothing_nothing_is_written() -> None:
    assert write_graph(Surroundings(), "application/n-triples", {}) == b""
