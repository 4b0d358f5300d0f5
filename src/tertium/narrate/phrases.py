"""Pieces of text and names, joined so that every name keeps its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from tertium.model.narrative import MentionForm
from tertium.model.terms import Iri

__all__ = ["Name", "Phrase", "Proform", "joined"]


@dataclass(frozen=True, slots=True)
class Name:
    """An entity named in a text; how it is written may depend on what came before.

    The name of a `subject` stands where a pronoun may stand as well.
    """

    entity: Iri
    text: str
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Proform:
    """A word that stands for entities: "both", "each" or "all three" for a group, "it" for one."""

    entities: tuple[Iri, ...]
    text: str
    form: MentionForm = MentionForm.GROUP


Phrase = tuple[str | Name | Proform, ...]
"""Words as they follow each other, spaces included."""


def joined(phrases: Iterable[Phrase], separator: str) -> Phrase:
    """Return the phrases as one, with a separator between them.

    >>> joined([("a",), ("b",)], ", ")
    ('a', ', ', 'b')
    """
    result: Phrase = ()
    for phrase in phrases:
        result += (separator, *phrase) if result else phrase
    return result
