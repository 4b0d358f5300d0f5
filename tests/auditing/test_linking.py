from tertium.auditing.linking import gazetteer, phrases
from tertium.model.terms import Iri
from tests.auditing.builders import vocabulary

WORDS = vocabulary()
RED, ARMY, BOTH = Iri("urn:red"), Iri("urn:army"), Iri("urn:both")


def spans(text: str, *names: tuple[str, Iri]) -> list[tuple[int, int, bool]]:
    known = gazetteer((WORDS.stemmer.stems(name), iri) for name, iri in names)
    found = known.mentions(WORDS.stemmer.tokens(text))
    return [(one.first, one.last, one.owner) for one in found]


def test_the_longest_name_wins() -> None:
    assert spans("the Red Army won", ("red", RED), ("Red Army", ARMY)) == [(1, 3, False)]


def test_a_name_does_not_span_a_comma() -> None:
    assert spans("red, army", ("red army", ARMY)) == []


def test_one_name_may_mean_several_entities() -> None:
    known = gazetteer([(("red",), RED), (("red",), BOTH), ((), ARMY)])
    (only,) = known.mentions(WORDS.stemmer.tokens("red"))
    assert only.entities == {RED, BOTH}


def test_a_name_may_own() -> None:
    assert spans("Red's army", ("red", RED)) == [(0, 1, True)]


def test_phrases_neither_begin_nor_end_with_small_words() -> None:
    found = [text for text, _, _ in phrases(WORDS.stemmer.tokens("in the Army of Red"), WORDS)]
    assert found == ["Army of Red", "Army", "Red"]


def test_a_capital_at_the_beginning_shows_no_name() -> None:
    found = {text: proper for text, _, proper in phrases(WORDS.stemmer.tokens("Power won"), WORDS)}
    assert found == {"Power": False, "Power won": True, "won": False}
