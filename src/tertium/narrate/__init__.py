"""From a table to sentences, each with its evidence."""

from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative, Section
from tertium.model.terms import Iri
from tertium.narrate.connecting import chronicle
from tertium.narrate.languages import LANGUAGES, realiser_for
from tertium.narrate.plan import plan
from tertium.narrate.realise import write
from tertium.narrate.refer import names_of

__all__ = ["LANGUAGES", "narrate"]

_MANY: Final = 4


def narrate(comparison: Comparison, lexicon: Lexicon) -> Narrative:
    """Return the comparison in words, in the language of the lexicon.

    Raises:
        BadLanguageTagError: when there is no narrator for that language.

    """
    realiser, names = realiser_for(lexicon, comparison.entities), names_of(comparison.entities)
    planned = plan(comparison)
    # The head of a page with many lists them all, so that "all ten" needs no names.
    met = frozenset(names.full) if len(names.full) >= _MANY else frozenset[Iri]()
    return Narrative(
        summary=write(planned.summary, realiser, names=names, met=met),
        sections=tuple(
            Section(
                one.facet,
                write(one.messages, realiser, names=names, met=frozenset(names.full)),
            )
            for one in planned.sections
        ),
        relations=chronicle(comparison.connections, comparison.entities, lexicon=lexicon),
        language=lexicon.language,
    )
