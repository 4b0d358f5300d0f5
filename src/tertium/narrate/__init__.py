"""From a table to sentences, each with its evidence."""

from collections.abc import Iterator
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative, Section
from tertium.model.terms import Iri
from tertium.narrate.connecting import chronicle
from tertium.narrate.languages import LANGUAGES, realiser_for
from tertium.narrate.plan import Planner, fame_of
from tertium.narrate.realise import Realiser, write
from tertium.narrate.refer import Names, names_of
from tertium.narrate.summary import summary

__all__ = ["LANGUAGES", "narrate"]

_MANY: Final = 4
_FEWEST_FACTS: Final = 3
_FEWEST_SENTENCES: Final = 2


def narrate(comparison: Comparison, lexicon: Lexicon) -> Narrative:
    """Return the comparison in words, in the language of the lexicon.

    Raises:
        BadLanguageTagError: when there is no narrator for that language.

    """
    realiser, names = realiser_for(lexicon, comparison.entities), names_of(comparison.entities)
    planner = Planner(
        comparison,
        fame=fame_of(comparison),
        frame=realiser.frame,
        can_say=lambda message: bool(realiser.drafts(message)),
    )
    # The head of a page with many lists them all, so that "all ten" needs no names.
    met = frozenset(names.full) if len(names.full) >= _MANY else frozenset[Iri]()
    return Narrative(
        summary=write(summary(planner), realiser, names=names, met=met),
        sections=tuple(_sections(planner, realiser, names)),
        relations=chronicle(comparison.connections, comparison.entities, lexicon=lexicon),
        language=lexicon.language,
    )




def _sections(planner: Planner, realiser: Realiser, names: Names) -> Iterator[Section]:
    rows = planner.comparison.rows
    for facet in dict.fromkeys(row.facet for row in rows):
        messages = planner.section(row for row in rows if row.facet == facet)
        section = Section(facet, write(messages, realiser, names=names, met=frozenset(names.full)))
        facts = {s.iri for sentence in section.sentences for s in sentence.evidence}
        if len(facts) >= _FEWEST_FACTS and len(section.sentences) >= _FEWEST_SENTENCES:
            yield section
