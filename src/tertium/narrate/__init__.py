"""From a table to sentences, each with its evidence."""

from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative, Section
from tertium.model.terms import Iri
from tertium.narrate.connecting import chronicle
from tertium.narrate.languages import LANGUAGES, realiser_for
from tertium.narrate.plan import plan
from tertium.narrate.realise import paragraphs
from tertium.narrate.refer import names_of

__all__ = ["LANGUAGES", "narrate"]

_MANY: Final = 4


def narrate(comparison: Comparison, lexicon: Lexicon) -> Narrative:
    """Return the comparison in words, in the language of the lexicon.

    Raises:
        BadLanguageTagError: when there is no narrator for that language.

    """
    realiser = realiser_for(lexicon, comparison.entities)
    names = names_of(comparison.entities, realiser.pronouns, realiser.name)
    planned = plan(comparison)
    # The head of a page with many lists them all, so that "all ten" needs no names.
    met = frozenset(names.full) if len(names.full) >= _MANY else frozenset[Iri]()
    messages = (planned.summary, *(chapter.messages for chapter in planned.sections))
    summary, *chapters = paragraphs(messages, realiser, names=names, met=met)
    facets = (chapter.facet for chapter in planned.sections)
    return Narrative(
        summary=summary,
        sections=tuple(map(Section, facets, chapters)),
        relations=chronicle(comparison.connections, comparison.entities, lexicon=lexicon),
        language=lexicon.language,
        card=lexicon.card,
    )
