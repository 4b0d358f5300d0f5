import pyoxigraph as ox
import pytest

from tertium.errors import BadParameterError
from tertium.model.link import LinkOutcome
from tertium.model.linkset import LinkSet
from tertium.model.terms import Iri
from tertium.render.links import turtle
from tests.render.links.builders import ITEM, candidate, linking, reason

KIM = "https://example.org/kim"
SAME_AS = Iri("http://www.w3.org/2002/07/owl#sameAs")


def test_a_match_is_a_triple_with_an_axiom() -> None:
    doubt = linking("Lee", candidate("Q2", "Lee"), outcome=LinkOutcome.DOUBTFUL)
    links = (linking("Kim", candidate("Q1", "Kim"), key=KIM), doubt)
    text = "".join(turtle(links, LinkSet(predicate=SAME_AS)))
    triples = {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert f"<{KIM}> <{SAME_AS}> <{ITEM}Q1>" in triples
    assert len(triples) == 8
    assert "sssom:confidence" in text
    assert "semapv:LexicalMatching" in text


def test_words_of_other_vocabularies_are_written_out() -> None:
    predicate = Iri("https://schema.org/sameAs")
    text = "".join(
        turtle((linking("K", candidate("Q1", "K"), key=KIM),), LinkSet(predicate=predicate))
    )
    assert f"<{KIM}> <https://schema.org/sameAs> <{ITEM}Q1> ." in text


@pytest.mark.parametrize("name", ['"""\\', "a\nb\x00\x7f\x85", "\ud800", ". } <x>", "\\u0022"])
def test_no_name_breaks_out_of_a_text(name: str) -> None:
    found = linking("K", candidate("Q1", "K", 0.9, reason(text=name)), key=KIM)
    quads = list(ox.parse("".join(turtle((found,), LinkSet())), format=ox.RdfFormat.TURTLE))
    assert len(quads) == 8
    said = [quad.object.value for quad in quads if quad.predicate.value.endswith("#comment")]
    assert said == [f"the only one of this name; {name}".replace("\ud800", "\ufffd")]


@pytest.mark.parametrize("key", ["", "17", "https://example.org/a b", "https://example.org/<x>"])
def test_what_has_no_iri_cannot_be_stated(key: str) -> None:
    with pytest.raises(BadParameterError, match="has no IRI"):
        list(turtle((linking("Kim", candidate("Q1", "Kim"), key=key),), LinkSet()))
