import pytest

from tertium.model.terms import RDF_LANG_STRING, Iri, Literal, Term
from tertium.queries.reading.texts import in_one_language
from tertium.queries.shapes.stated import Part, Stated
from tests.queries.builders import ex


def text(words: str, tag: str) -> Literal:
    return Literal(words, RDF_LANG_STRING, tag)


def stated(term: Term, predicate: Iri, *parts: Part, steps: int = 1) -> Stated:
    triple = (ex("a"), predicate, term)
    return Stated(
        iri=ex(str(term)),
        subject=ex("a"),
        predicate=predicate,
        term=term,
        qualifiers=parts,
        triples=(triple,) * steps,
    )


MOTTO = (text("Langsam", "de"), text("Slowly", "en"), text("Surely", "en"), text("Lent", "fr"))
DIRECT = tuple(stated(term, ex("motto")) for term in MOTTO)


@pytest.mark.parametrize(
    ("language", "kept"),
    [("de-AT", [MOTTO[0]]), ("en", list(MOTTO[1:3])), ("ru", list(MOTTO[1:3]))],
)
def test_of_direct_texts_the_nearest_language_is_kept(language: str, kept: list[Literal]) -> None:
    assert [one.term for one in in_one_language(DIRECT, language)] == kept


def test_what_has_no_language_or_a_node_of_its_own_is_kept() -> None:
    others = (
        stated(Literal("plain"), ex("motto")),
        stated(ex("b"), ex("motto")),
        stated(MOTTO[3], ex("motto"), steps=2),
        stated(MOTTO[3], ex("name")),
    )
    kept = in_one_language((*DIRECT, *others), "de")
    assert kept == (DIRECT[0], *others)


def test_of_the_texts_of_a_qualifier_the_nearest_is_kept() -> None:
    parts = [Part(ex("note"), term) for term in (*MOTTO, Literal("plain"), ex("b"))]
    alone = Part(ex("title"), MOTTO[3])
    (one,) = in_one_language([stated(ex("b"), ex("p"), *parts, alone)], "de")
    assert one.qualifiers == (parts[0], *parts[4:], alone)
    (same,) = in_one_language([stated(ex("b"), ex("p"), alone)], "de")
    assert same.qualifiers == (alone,)
