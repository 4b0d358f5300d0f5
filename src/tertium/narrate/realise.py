"""Turns messages into sentences: of several wordings, the one that reads best here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from tertium.model.lexicon import Gender
from tertium.model.narrative import Claim, MentionForm, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.context import Context, opening
from tertium.narrate.messages import Message
from tertium.narrate.phrases import Phrase
from tertium.narrate.refer import Names, Spelling, antecedents_of

__all__ = ["LONGEST", "Draft", "Realiser", "paragraphs", "write"]

LONGEST: Final = 35
"""How many words a sentence may have, if there is a shorter way to put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One wording of a message.

    `marker` is the word that marks likeness or contrast; `known` lists who must have been named
    before, because this wording does not name them, and `after` who in the same paragraph, because
    it goes on about them; a `fallback` is made of a property's label.
    `strain` counts what makes it read less well than the others, if they repeat no more.
    """

    phrase: Phrase
    claims: tuple[Claim, ...] = ()
    marker: str = ""
    known: frozenset[Iri] = frozenset()
    after: frozenset[Iri] = frozenset()
    fallback: bool = False
    strain: int = 0

    @property
    def evidence(self) -> tuple[Statement, ...]:
        """The statements of all claims."""
        return tuple(s for claim in self.claims for s in claim.statements)


class Realiser(Protocol):
    """A language: makes the wordings of a message, the preferred one first."""

    @property
    def pronouns(self) -> Mapping[Gender, str]:
        """Return the pronouns by which it says a subject again; none where it needs names."""
        ...

    def name(self, entity: Entity) -> str:
        """Return a name as it stands in a sentence: "the Soviet Union"."""
        ...

    def frame(self, statement: Statement) -> str:
        """Return the verb phrase of a statement, without its value."""
        ...

    def drafts(self, message: Message) -> tuple[Draft, ...]:
        """Return the wordings; none when it cannot be said."""
        ...


def write(
    messages: Iterable[Message],
    realiser: Realiser,
    *,
    names: Names,
    met: frozenset[Iri] = frozenset(),
) -> tuple[Sentence, ...]:
    """Return the sentences of one paragraph, one for each message that can be said.

    `met` are those whom the reader has met before it, so that "both" is clear.
    """
    (written,) = paragraphs([messages], realiser, names=names, met=met)
    return written


def paragraphs(
    paragraphs: Iterable[Iterable[Message]],
    realiser: Realiser,
    *,
    names: Names,
    met: frozenset[Iri] = frozenset(),
) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of one paragraph after another.

    After the first, the reader knows those who have names.
    """
    writer, context = _Writer(realiser, names), Context(met=met)
    for messages in paragraphs:
        sentences = list[Sentence]()
        for message in messages:
            wording = writer.word(message, context)
            if wording:
                sentences.append(wording.sentence)
                context = writer.read(wording, context)
        yield tuple(sentences)
        context = context.paragraph(frozenset(names.full))


@dataclass(frozen=True, slots=True)
class _Wording:
    """A draft and how it is spelt here."""

    draft: Draft
    spelling: Spelling

    @property
    def sentence(self) -> Sentence:
        return Sentence(
            text=self.spelling.text,
            claims=self.draft.claims,
            mentions=self.spelling.mentions,
            fallback=self.draft.fallback,
        )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Chooses the words of messages in one language."""

    realiser: Realiser
    names: Names

    def word(self, message: Message, context: Context) -> _Wording | None:
        """Return the wording of the message that reads best here."""
        possible = (
            _Wording(draft, spelling)
            for draft in self.realiser.drafts(message)
            if draft.known <= context.met and draft.after <= context.named
            for spelling in self._spelled(draft.phrase, context)
        )
        return min(possible, key=lambda one: _faults(one, context), default=None)

    def read(self, wording: _Wording, context: Context) -> Context:
        """Return the context after a sentence has been read."""
        draft, spelling = wording.draft, wording.spelling
        antecedents = antecedents_of(spelling.mentions, draft.evidence, self.names)
        return context.after(spelling, draft.marker, antecedents)

    def _spelled(self, phrase: Phrase, context: Context) -> Iterator[Spelling]:
        """Yield the phrase with a pronoun, where that is clear, and with names."""
        if self.names.pronouns.keys() & context.antecedents:
            short = self.names.spell(phrase, context.named, antecedents=context.antecedents)
            if any(mention.form is MentionForm.PRONOUN for mention in short.mentions):
                yield short
        yield self.names.spell(phrase, context.named)


def _faults(wording: _Wording, context: Context) -> tuple[bool, bool, bool, bool, int]:
    """Return what a reader would mark, the worst first."""
    text, marker = wording.spelling.text, wording.draft.marker
    return (
        len(text.split()) > LONGEST,
        opening(text) == context.opening,
        bool(marker) and marker == context.marker,
        context.unbalanced(marker),
        context.repeated(text) + context.markers.get(marker, 0) + wording.draft.strain,
    )
