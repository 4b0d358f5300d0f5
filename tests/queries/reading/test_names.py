import pytest

from tertium.model.terms import RDF_LANG_STRING, Iri, Literal
from tertium.queries.reading.names import best, label_from

LABELS = [Literal(tag, RDF_LANG_STRING, tag) for tag in ("fr", "en", "de", "cs")]


@pytest.mark.parametrize(
    ("wanted", "chosen"), [("fr", "fr"), ("de-AT", "de"), ("DE", "de"), ("ru", "en")]
)
def test_the_nearest_language_is_chosen(wanted: str, chosen: str) -> None:
    text = best(LABELS, wanted)
    assert text is not None
    assert text.language == chosen


def test_any_language_is_better_than_none() -> None:
    assert best([LABELS[0], LABELS[3]], "ru") == LABELS[3]
    assert best([], "ru") is None


def test_among_equals_the_first_is_chosen() -> None:
    same = [Literal(text, RDF_LANG_STRING, "en") for text in ("b", "a")]
    assert best(same, "en") == same[1]


@pytest.mark.parametrize(
    ("iri", "label"),
    [
        ("https://w3id.org/tertium/id/world-revolution", "world revolution"),
        ("http://example.org/ns#birthDate", "birth date"),
        ("http://example.org/Caf%C3%A9_Central/", "Café Central"),
        ("http://www.wikidata.org/prop/P39", "P39"),
        ("urn:isbn:123", "123"),
        (":", ":"),
    ],
)
def test_a_label_is_made_from_the_last_part(iri: str, label: str) -> None:
    assert label_from(Iri(iri)) == label
