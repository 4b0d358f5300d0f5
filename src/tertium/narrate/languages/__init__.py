"""One narrator for each language: of its own, or one which has a card."""

from typing import Final

from tertium.errors import BadLanguageTagError
from tertium.model.description import Description
from tertium.model.lexicon import Lexicon
from tertium.narrate.languages.en import English
from tertium.narrate.realise import Realiser

__all__ = ["LANGUAGES", "realiser_for"]

LANGUAGES: Final = ("en",)
"""The languages with a narrator of their own, which need no card."""


def realiser_for(lexicon: Lexicon, comparands: tuple[Description, ...]) -> Realiser:
    """Return what writes the language of a lexicon.

    Raises:
        BadLanguageTagError: when it has neither a card nor a narrator of its own.

    """
    if lexicon.card is not None:
        from tertium.narrate.languages.carded import Carded  # babel is for those who need it

        return Carded(lexicon.card, lexicon, comparands)
    if lexicon.language.partition("-")[0].casefold() not in LANGUAGES:
        raise BadLanguageTagError(lexicon.language, LANGUAGES)
    return English(lexicon, comparands)
