"""The wordings of every message in English, the preferred one first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tertium.model.description import Description
from tertium.model.lexicon import Gender, Lexicon
from tertium.model.narrative import ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.claims import claim, gaps
from tertium.narrate.languages.en.clauses import Verbs, when
from tertium.narrate.languages.en.contrast import contrasts, crossings
from tertium.narrate.languages.en.likeness import likenesses
from tertium.narrate.languages.en.opinion import opinion_drafts, rival_drafts
from tertium.narrate.languages.en.paths import path
from tertium.narrate.languages.en.ranges import ranges
from tertium.narrate.languages.en.subjects import group, is_plural, several, subject
from tertium.narrate.languages.en.unlisted import is_noun
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
)
from tertium.narrate.phrases import Phrase
from tertium.narrate.realise import Draft

__all__ = ["English"]

_PRONOUNS: Final = {Gender.MASCULINE: "he", Gender.FEMININE: "she", Gender.NEUTER: "it"}
_ADDED: Final = ("In addition", "Besides", "Furthermore")


@dataclass(frozen=True, slots=True)
class English:
    """Writes English with the verb frames of a lexicon."""

    lexicon: Lexicon
    comparands: tuple[Description, ...]

    @property
    def pronouns(self) -> Mapping[Gender, str]:
        """Return the pronouns of a subject."""
        return _PRONOUNS

    def frame(self, statement: Statement) -> str:
        """Return the verb phrase of a statement, without its value."""
        return self._verbs.frame(statement)

    @property
    def _verbs(self) -> Verbs:
        many = (one.iri for one in self.comparands if is_plural(one.entity.prose))
        return Verbs(self.lexicon, frozenset(many))

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        """Return the wordings of a message; none when it cannot be said."""
        verbs = self._verbs
        match message:
            case Shared():
                return likenesses(message, verbs)
            case Contrast():
                return contrasts(message, verbs)
            case Crossing():
                return crossings(message, verbs)
            case Opinion():
                return opinion_drafts(message, verbs)
            case Rivals():
                return rival_drafts(message)
            case _:
                return tuple(_plain(message, verbs))


def _plain(
    message: Range | Stated | Gap | Relationship | Mutual | Path, verbs: Verbs
) -> Iterator[Draft]:
    match message:
        case Range():
            yield from ranges(message)
        case Stated():
            yield from _stated(message.side, verbs, ClaimKind.STATED)
        case Relationship():
            yield from _stated(message.side, verbs, ClaimKind.RELATION)
        case Gap():
            yield from _gap(message, verbs)
        case Mutual():
            yield _mutual(message.statements, verbs)
            yield _mutual(message.statements[::-1], verbs)
        case _:
            yield path(message.statements, verbs)


def _stated(side: Side, verbs: Verbs, kind: ClaimKind) -> Iterator[Draft]:
    claims = (claim(kind, side.statements),)
    yield Draft(phrase=_clause(side, verbs), claims=claims)
    known = frozenset({side.subject})
    for word in _ADDED:
        phrase = (f"{word}, ", *_clause(side, verbs))
        yield Draft(phrase=phrase, claims=claims, known=known, strain=2)
    if len(side.statements) == 1 and when(side.statements[0]):
        yield Draft(phrase=_time_first(side.statements[0], verbs), claims=claims)


def _clause(side: Side, verbs: Verbs) -> Phrase:
    return (*subject(side.subject), " ", *verbs.all(side.parts))


def _time_first(statement: Statement, verbs: Verbs) -> Phrase:
    verb = verbs.one((statement,))[:-2]
    return (f"{when(statement)}, ", *subject(statement.subject), " ", *verb)


def _gap(message: Gap, verbs: Verbs) -> Iterator[Draft]:
    label = message.predicate.noun or message.predicate.label
    first = label.split()[0]
    if not is_noun(label) or first == verbs.frame(message.side.statements[0]).split()[0]:
        return  # "no contains" is no English either
    verb = "are" if first.endswith("s") and not first.endswith("ss") else "is"
    absent = several(message.absent)
    phrase = (*_clause(message.side, verbs), f"; no {label} {verb} recorded for ", *absent)
    yield Draft(phrase=phrase, claims=gaps(message), marker="recorded")


def _mutual(statements: tuple[Statement, ...], verbs: Verbs) -> Draft:
    first, second = (s.subject for s in statements[:2])
    moment = when(statements[0])
    phrase = (
        *group((first, second)),
        f" {verbs.frame(statements[0], plural=True)} each other",
        *((f" {moment}",) if moment else ()),
    )
    return Draft(phrase=phrase, claims=(claim(ClaimKind.RELATION, sorted(statements, key=_iri)),))


def _iri(statement: Statement) -> Iri:
    return statement.iri
