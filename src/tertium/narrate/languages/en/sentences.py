"""The wordings of every message in English, the preferred one first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tertium.model.description import Description
from tertium.model.lexicon import Gender, Lexicon
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.claims import claims_of
from tertium.narrate.kinds import is_person
from tertium.narrate.languages.en.articles import is_titled, proper
from tertium.narrate.languages.en.circumstances import when
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.contrast import contrasts, crossings
from tertium.narrate.languages.en.fronting import duration_first, fronted
from tertium.narrate.languages.en.likeness import likenesses
from tertium.narrate.languages.en.opinion import opinion_drafts, rival_drafts
from tertium.narrate.languages.en.paths import path
from tertium.narrate.languages.en.ranges import ranges
from tertium.narrate.languages.en.silence import silences
from tertium.narrate.languages.en.subjects import group, is_plural, subject
from tertium.narrate.messages import (
    Contrast,
    Crossing,
    Gap,
    Message,
    Mutual,
    Opinion,
    Path,
    Range,
    Relationship,
    Rivals,
    Shared,
    Side,
    Stated,
    statements_of,
    turn_of,
)
from tertium.narrate.realise import Draft

__all__ = ["English"]

_PRONOUNS: Final = {Gender.MASCULINE: "he", Gender.FEMININE: "she", Gender.NEUTER: "it"}
_LASTING: Final = 2
"""Of how many sentences one says how long it was, where that is known."""
_ADDED: Final = ("In addition", "Besides", "Furthermore")


@dataclass(frozen=True)
class English:
    """Writes English with the verb frames of a lexicon."""

    lexicon: Lexicon
    comparands: tuple[Description, ...]

    @property
    def pronouns(self) -> Mapping[Gender, str]:
        """Return the pronouns of a subject."""
        return _PRONOUNS

    def name(self, entity: Entity) -> str:
        """Return a name with its article."""
        return proper(entity)

    def frame(self, statement: Statement) -> str:
        """Return the verb phrase of a statement, without its value."""
        return self._verbs.frame(statement)

    @cached_property
    def _verbs(self) -> Verbs:
        named = (one.entity for one in self.comparands if not is_titled(one.entity))
        many = (entity.iri for entity in named if is_plural(entity.prose))
        lasting = (one.iri for one in self.comparands if not one.ended)
        people = (one.iri for one in self.comparands if is_person(one.entity))
        return Verbs(self.lexicon, frozenset(many), frozenset(lasting), frozenset(people))

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        """Return the wordings of a message: there is always one."""
        claims = claims_of(message)
        fallback = any(s.predicate.iri not in self.lexicon.frames for s in statements_of(message))
        return tuple(
            replace(draft, claims=claims, fallback=fallback)
            for draft in _drafts(message, self._verbs)
        )


def _drafts(message: Message, verbs: Verbs) -> Iterator[Draft]:
    match message:
        case Shared():
            yield from likenesses(message, verbs)
        case Contrast():
            yield from contrasts(message, verbs)
        case Crossing():
            yield from crossings(message, verbs)
        case Opinion():
            yield from opinion_drafts(message, verbs)
        case Rivals():
            yield from rival_drafts(message)
        case Range():
            yield from ranges(message, verbs)
        case _:
            yield from _plain(message, verbs)


def _plain(message: Stated | Gap | Relationship | Mutual | Path, verbs: Verbs) -> Iterator[Draft]:
    match message:
        case Stated() | Relationship():
            if turn_of(message) % _LASTING == 0 and len(message.side.parts) == 1:
                lasting = duration_first(message.side.parts[0], verbs)
                yield from (Draft(phrase=lasting),) if lasting else ()
            yield from _stated(message.side, verbs)
        case Gap():
            yield from silences(message, verbs)
        case Mutual():
            yield _mutual(message.statements, verbs)
            yield _mutual(message.statements[::-1], verbs)
        case _:
            yield path(message.statements, verbs)


def _stated(side: Side, verbs: Verbs) -> Iterator[Draft]:
    clause = (*subject(side.subject), " ", *verbs.all(side.parts))
    yield Draft(phrase=clause)
    for phrase in fronted(side, verbs):
        yield Draft(phrase=phrase, strain=1)
    same = frozenset({side.subject})
    for word in _ADDED:
        yield Draft(phrase=(f"{word}, ", *clause), after=same, strain=2)


def _mutual(statements: tuple[Statement, ...], verbs: Verbs) -> Draft:
    first, second = (s.subject for s in statements[:2])
    moment = when(statements[0])
    phrase = (
        *group((first, second)),
        f" {verbs.frame(statements[0], plural=True)} each other",
        *((f" {moment}",) if moment else ()),
    )
    return Draft(phrase=phrase)
