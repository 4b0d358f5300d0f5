"""From a table to sentences, each with its evidence."""

from typing import Final

from tertium.errors import BadLanguageTagError
from tertium.model.comparison import Comparison
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative, Section
from tertium.model.terms import Iri
from tertium.narrate.connecting import chronicle
from tertium.narrate.languages.en import English
from tertium.narrate.plan import plan
from tertium.narrate.realise import Realiser, write
from tertium.narrate.refer import names_of

__all__ = ["LANGUAGES", "narrate"]

LANGUAGES: Final = ("en",)
"""The languages in which there is a narrator."""

_MANY: Final = 4


def narrate(comparison: Comparison, lexicon: Lexicon) -> Narrative:
    """Return the comparison in words, in the language of the lexicon.

    Raises:
        BadLanguageTagError: when there is no narrator for that language.

    """
    realiser, names = _realiser(comparison, lexicon), names_of(comparison.entities)
    planned = plan(comparison)
    # The head of a page with many lists them all, so that "all ten" needs no names.
    met = frozenset(names.full) if len(names.full) >= _MANY else frozenset[Iri]()
    return Narrative(
        summary=write(planned.summary, realiser, names=names, met=met),
        sections=tuple(
            Section(
                chapter.facet,
                write(chapter.messages, realiser, names=names, met=frozenset(names.full)),
            )
            for chapter in planned.chapters
        ),
        relations=chronicle(comparison.connections, comparison.entities, lexicon=lexicon),
        language=lexicon.language,
    )


def _realiser(comparison: Comparison, lexicon: Lexicon) -> Realiser:
    if lexicon.language.partition("-")[0] not in LANGUAGES:
        raise BadLanguageTagError(lexicon.language, LANGUAGES)
    return English(lexicon, comparison.entities)
