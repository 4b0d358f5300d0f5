"""Turns messages into sentences: of several wordings, the one that reads best here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from tertium.model.narrative import Claim, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.messages import Message
from tertium.narrate.phrases import Phrase
from tertium.narrate.refer import Names, Spelling
from tertium.narrate.shorten import shorter

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
    sentences, before = list[Sentence](), _Before(met=met)
    for message in messages:
        best = _best(message, realiser, names, before)
        if best is None:
            continue
        draft, spelling = best
        sentences.append(
            Sentence(text=spelling.text, claims=draft.claims, mentions=spelling.mentions)
        )
        named = before.named | {mention.entity for mention in spelling.mentions}
        before = _Before(met | named, named, _opening(spelling.text), draft.marker)
    return tuple(sentences)


def _best(
    message: Message, realiser: Realiser, names: Names, before: _Before
) -> tuple[Draft, Spelling] | None:
    """Return the best wording of the message, or of a shorter one if it is too long."""
    best = None
    for version in _versions(message):
        best = _chosen(realiser.drafts(version), names, before)
        if best is None or len(best[1].text.split()) <= LONGEST:
            break
    return best


def _versions(message: Message) -> Iterator[Message]:
    version: Message | None = message
    while version is not None:
        yield version
        version = shorter(version)


def _chosen(
    drafts: tuple[Draft, ...], names: Names, before: _Before
) -> tuple[Draft, Spelling] | None:
    possible = [
        (draft, names.spell(draft.phrase, before.named))
        for draft in drafts
        if draft.known <= before.met
    ]
    return min(possible, key=lambda one: _faults(one[0], one[1], before), default=None)


def _faults(draft: Draft, spelling: Spelling, before: _Before) -> tuple[bool, bool, bool]:
    """Return what a reader would mark, the worst first."""
    long = len(spelling.text.split()) > LONGEST
    return (
        long,
        _opening(spelling.text) == before.opening,
        bool(draft.marker) and draft.marker == before.marker,
    )


def _opening(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(",;:")
