"""From a table to sentences, each with its evidence."""

from typing import Final

from tertium.errors import BadLanguageTagError
from tertium.model.comparison import Comparison
from tertium.model.lexicon import Lexicon
from tertium.model.narrative import Narrative, Section
from tertium.model.schema import Facet
from tertium.model.terms import Iri
from tertium.narrate.connecting import chronicle
from tertium.narrate.languages.en import English
from tertium.narrate.messages import Message
from tertium.narrate.plan import Planner, fame_of
from tertium.narrate.realise import Realiser, paragraphs
from tertium.narrate.refer import names_of
from tertium.narrate.summary import summary

__all__ = ["LANGUAGES", "narrate"]

LANGUAGES: Final = ("en",)
"""The languages in which there is a narrator."""

_MANY: Final = 4
_FEWEST_FACTS: Final = 3
_FEWEST_SENTENCES: Final = 2


def narrate(comparison: Comparison, lexicon: Lexicon) -> Narrative:
    """Return the comparison in words, in the language of the lexicon.

    Raises:
        BadLanguageTagError: when there is no narrator for that language.

    """
    realiser = _realiser(comparison, lexicon)
    names = names_of(comparison.entities, realiser.pronouns)
    planner = Planner(
        comparison,
        fame=fame_of(comparison),
        frame=realiser.frame,
        can_say=lambda message: bool(realiser.drafts(message)),
    )
    # The head of a page with many lists them all, so that "all ten" needs no names.
    met = frozenset(names.full) if len(names.full) >= _MANY else frozenset[Iri]()
    sections = _sections(planner)
    planned = (summary(planner), *(messages for _, messages in sections))
    first, *written = paragraphs(planned, realiser, names=names, met=met)
    found = (Section(facet, told) for (facet, _), told in zip(sections, written, strict=True))
    return Narrative(
        summary=first,
        sections=tuple(filter(_is_enough, found)),
        relations=chronicle(comparison.connections, comparison.entities, lexicon=lexicon),
        language=lexicon.language,
    )


def _realiser(comparison: Comparison, lexicon: Lexicon) -> Realiser:
    if lexicon.language.partition("-")[0] not in LANGUAGES:
        raise BadLanguageTagError(lexicon.language, LANGUAGES)
    return English(lexicon, comparison.entities)


def _sections(planner: Planner) -> tuple[tuple[Facet, tuple[Message, ...]], ...]:
    rows = planner.comparison.rows
    facets = dict.fromkeys(row.facet for row in rows)
    return tuple(
        (facet, planner.section(row for row in rows if row.facet == facet)) for facet in facets
    )


def _is_enough(section: Section) -> bool:
    facts = {s.iri for sentence in section.sentences for s in sentence.evidence}
    return len(facts) >= _FEWEST_FACTS and len(section.sentences) >= _FEWEST_SENTENCES
