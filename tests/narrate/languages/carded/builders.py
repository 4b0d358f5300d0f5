"""A made-up language with the frames of the other tests, and real ones with a few of their own."""

from pathlib import Path

from tertium.model.card import Card
from tertium.model.description import Description
from tertium.model.lexicon import Form, Lexicon, Use, VerbFrame
from tertium.narrate.languages.carded import Carded
from tertium.narrate.languages.carded.tongue import Tongue, text_of
from tertium.narrate.messages import Message
from tertium.queries.cards import bundled_cards, read_card
from tests.narrate.builders import LEXICON, PROPERTIES, compare

__all__ = ["CARD", "FIXTURES", "QTZ", "TONGUE", "german", "lexicon", "tongue", "words"]

FIXTURES = Path(__file__).parents[3] / "fixtures"
CARD = read_card("qtz", (FIXTURES / "card-qtz.toml").read_text(encoding="utf-8"))
TONGUE = Tongue(CARD)
QTZ = Lexicon("qtz", LEXICON.frames, CARD)


def tongue(language: str) -> Tongue:
    return Tongue(bundled_cards()[language])


def lexicon(card: Card, **frames: VerbFrame) -> Lexicon:
    return Lexicon(card.language, {PROPERTIES[n].iri: one for n, one in frames.items()}, card)


def german(**frames: tuple[str, ...]) -> Lexicon:
    """Return a German lexicon: singular, plural, and what is left of them in a contrast."""
    return lexicon(
        bundled_cards()["de"],
        **{
            name: VerbFrame(one, many, tuple(Form(text=t, use=Use.CONTRAST) for t in left))
            for name, (one, many, *left) in frames.items()
        },
    )


def words(message: Message, *people: Description, known: Lexicon = QTZ) -> list[str]:
    """Return the wordings of a message on some comparands."""
    card = known.card or CARD
    drafts = Carded(card, known, compare(*people).entities).drafts(message)
    return [text_of(draft.phrase) for draft in drafts]
