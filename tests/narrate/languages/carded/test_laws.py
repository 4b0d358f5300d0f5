from hypothesis import given, settings

from tertium.model.description import Description
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative
from tertium.narrate import narrate
from tertium.queries.cards import bundled_cards
from tests.narrate.builders import LEXICON, compare, flat
from tests.narrate.languages.carded.builders import CARD
from tests.narrate.test_laws import described

CARDS = (CARD, *bundled_cards().values())


def claims(narrative: Narrative) -> list[object]:
    return [sentence.claims for sentence in flat(narrative)]


@settings(deadline=None, max_examples=25)
@given(described())
def test_every_language_claims_the_same(people: tuple[Description, ...]) -> None:
    comparison = compare(*people)
    told = [claims(narrate(comparison, Lexicon(c.language, LEXICON.frames, c))) for c in CARDS]
    assert told[1:] == told[:-1]


@settings(deadline=None, max_examples=25)
@given(described())
def test_mentions_cover_names_alone(people: tuple[Description, ...]) -> None:
    for card in CARDS:
        for sentence in flat(narrate(compare(*people), Lexicon(card.language, {}, card))):
            assert sentence.mentions
            for mention in sentence.mentions:
                name = sentence.text[mention.start : mention.end]
                assert name == name.strip() != ""
                assert not name.endswith(")")
