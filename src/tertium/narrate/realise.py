"""Turns messages into sentences: of several wordings, the one that reads best here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from tertium.model.narrative import Claim, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.messages import Message
from tertium.narrate.phrases import Phrase
from tertium.narrate.refer import Names, Spelling

__all__ = ["LONGEST", "Draft", "Realiser", "write"]

LONGEST: Final = 35
"""How many words a sentence may have, if there is a shorter way to put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One wording of a message.

    `marker` is the word that marks likeness or contrast; `known` lists who must have been named
    before, because this wording does not name them.
    """

    phrase: Phrase
    claims: tuple[Claim, ...]
    marker: str = ""
    known: frozenset[Iri] = frozenset()


class Realiser(Protocol):
    """A language: makes the wordings of a message, the preferred one first."""

    def frame(self, statement: Statement) -> str:
        """Return the verb phrase of a statement, without its value."""
        ...

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        """Return the wordings; none when it cannot be said."""
        ...


@dataclass(frozen=True, slots=True)
class _Before:
    """What the reader has just read."""

    met: frozenset[Iri] = frozenset()
    named: frozenset[Iri] = frozenset()
    opening: str = ""
    marker: str = ""


def write(
    messages: Iterable[Message],
    realiser: Realiser,
    *,
    names: Names,
    met: frozenset[Iri] = frozenset(),
) -> tuple[Sentence, ...]:
    """Return the sentences of a section, one for each message that can be said.

    `met` are those whom the reader has met before the section, so that "both" is clear.
    """
    writer, sentences, before = _Writer(realiser, names), list[Sentence](), _Before(met=met)
    for message in messages:
        worded = writer.word(message, before)
        if worded is None:
            continue
        text, mentions = worded.spelling.text, worded.spelling.mentions
        sentences.append(Sentence(text=text, claims=worded.draft.claims, mentions=mentions))
        named = before.named | {mention.entity for mention in mentions}
        before = _Before(met | named, named, _opening(text), worded.draft.marker)
    return tuple(sentences)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A draft and how it is spelt here."""

    draft: Draft
    spelling: Spelling

    @property
    def long(self) -> bool:
        return len(self.spelling.text.split()) > LONGEST


@dataclass(frozen=True, slots=True)
class _Writer:
    """Chooses the words of messages in one language."""

    realiser: Realiser
    names: Names

    def word(self, message: Message, before: _Before) -> _Wording | None:
        """Return the wording of the message which reads best here."""
        possible = (
            _Wording(draft, self.names.spell(draft.phrase, before.named))
            for draft in self.realiser.drafts(message)
            if draft.known <= before.met
        )
        return min(possible, key=lambda one: _faults(one, before), default=None)


def _faults(wording: _Wording, before: _Before) -> tuple[bool, bool, bool]:
    """Return what a reader would mark, the worst first."""
    marker = wording.draft.marker
    return (
        wording.long,
        _opening(wording.spelling.text) == before.opening,
        bool(marker) and marker == before.marker,
    )


def _opening(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(",;:")
