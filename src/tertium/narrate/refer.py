"""What a comparand is called: its full name first, then the short one, or a pronoun."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from tertium.model.description import Description
from tertium.model.lexicon import Gender
from tertium.model.narrative import Mention, MentionForm
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.phrases import Name, Phrase, Proform

__all__ = ["Names", "Spelling", "antecedents_of", "names_of"]

_BY_NAME: Final = frozenset({MentionForm.NAME, MentionForm.SHORT})


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text and where in it each entity is named."""

    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The full and the short name of each comparand, its pronoun if it has one, and its classes."""

    full: Mapping[Iri, str] = field(default_factory=dict)
    short: Mapping[Iri, str] = field(default_factory=dict)
    pronouns: Mapping[Iri, str] = field(default_factory=dict)
    types: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=dict)

    def spell(
        self,
        phrase: Phrase,
        named: frozenset[Iri] = frozenset(),
        *,
        antecedents: frozenset[Iri] = frozenset(),
    ) -> Spelling:
        """Return a phrase as text; those already named get their short name.

        Who is an antecedent becomes a pronoun, if the sentence names it first and as its subject.
        """
        text, mentions, known = "", list[Mention](), set(named)
        for piece in phrase:
            if isinstance(piece, str):
                text += piece
                continue
            word, form = self._word(piece, known, frozenset() if mentions else antecedents)
            entities = piece.entities if isinstance(piece, Proform) else (piece.entity,)
            end = len(text) + len(word)
            mentions += [Mention(len(text), end, entity, form) for entity in entities]
            known |= set(entities) if isinstance(piece, Name) else set()
            text += word
        return Spelling(_finished(text), tuple(mentions))

    def _word(
        self, piece: Name | Proform, known: set[Iri], antecedents: frozenset[Iri]
    ) -> tuple[str, MentionForm]:
        if isinstance(piece, Proform):
            return piece.text, piece.form
        pronoun = self.pronouns.get(piece.entity, "")
        if pronoun and piece.subject and piece.entity in antecedents:
            return pronoun, MentionForm.PRONOUN
        full = self.full.get(piece.entity, piece.text)
        if piece.entity in known:
            short = self.short.get(piece.entity, full)
            return short, MentionForm.NAME if short == full else MentionForm.SHORT
        return full, MentionForm.NAME


def names_of(
    comparands: Iterable[Description],
    pronouns: Mapping[Gender, str] | None = None,
    name: Callable[[Entity], str] = attrgetter("prose"),
) -> Names:
    """Return the names; a short name which two would share is not used.

    `pronouns` are those of a language, if its subjects may be pronouns; `name` is how it says what
    something is called.
    """
    everyone = tuple(comparands)
    uses = Counter(one.short_name for one in everyone)
    full = {one.iri: name(one.entity) for one in everyone}
    short = {one.iri: one.short_name for one in everyone if uses[one.short_name] == 1}
    words = pronouns or {}
    known = {one.iri: words[one.gender] for one in everyone if one.gender and one.gender in words}
    types = {one.iri: one.entity.types for one in everyone}
    return Names(full, full | {iri: name for iri, name in short.items() if name}, known, types)


def antecedents_of(
    mentions: Iterable[Mention], evidence: Iterable[Statement], names: Names
) -> frozenset[Iri]:
    """Return those of whom a pronoun in the next sentence can speak, because nobody else is meant.

    A comparand is, if it is named here and nothing else is that has the same pronoun, or of which
    that may be true: something of the same kind, or of which no kind is known.
    """
    forms = {one.entity: one.form for one in mentions}
    known = {entity.iri: entity for s in evidence for entity in _entities(s)}
    types = {iri: names.types.get(iri) or _kind(known.get(iri)) for iri in forms}

    def meant(iri: Iri, other: Iri) -> bool:
        if iri in names.pronouns and other in names.pronouns:
            return names.pronouns[iri] == names.pronouns[other]
        return types[other] is None or not set(types[iri] or ()).isdisjoint(types[other] or ())

    return frozenset(
        iri
        for iri, form in forms.items()
        if iri in names.pronouns
        and form in _BY_NAME
        and not any(other != iri and meant(iri, other) for other in forms)
    )


def _kind(entity: Entity | None) -> tuple[Iri, ...] | None:
    """Return of what kind a thing is, `None` if anybody may have that name."""
    common = entity is not None and entity.label[:1].islower()
    return None if entity is None else entity.types or (() if common else None)


def _entities(statement: Statement) -> Iterable[Entity]:
    values = (statement.value, *(q.value for q in statement.qualifiers))
    return (value for value in values if isinstance(value, Entity))


def _finished(text: str) -> str:
    """Return the text with a capital and a full stop, mentions unmoved."""
    capital = text[:1].upper()
    start = capital + text[1:] if len(capital) == 1 else text
    return start if start.endswith((".", "?", "!")) else start + "."
