"""Who a sentence is about."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tertium.model.narrative import MentionForm
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.narrate.languages.en.spoken import enumerated
from tertium.narrate.languages.en.words import count
from tertium.narrate.phrases import Name, Phrase, Proform

__all__ = ["group", "is_plural", "it", "named", "several", "subject"]

_FEW: Final = 3

_FURTHER: Final = re.compile(" (?:of|to|in|on|for|with|against) ")
"""Behind these, a name does not tell its number."""

# Names which end like a plural and are none.
_SINGULAR = ("ss", "us", "is", "states", "nations", "netherlands")


def subject(entity: Iri) -> Phrase:
    """Return the name of an entity where a pronoun may stand, too."""
    return (Name(entity, _last(entity), subject=True),)


def named(entity: Iri) -> Phrase:
    """Return the name of an entity, which who knows the comparands will spell."""
    return (Name(entity, _last(entity)),)


def group(entities: Iterable[Iri]) -> Phrase:
    """Return several names as in "A, B and C"."""
    return enumerated(named(entity) for entity in entities)


def several(entities: Sequence[Iri]) -> Phrase:
    """Return the names of a few, or how many others there are."""
    return group(entities) if len(entities) <= _FEW else (f"{count(len(entities))} others",)


def it(thing: Entity) -> Proform:
    """Return the word for a thing that has just been named."""
    word = "them" if is_plural(thing.prose) else "it"
    return Proform((thing.iri,), word, MentionForm.PRONOUN)


def is_plural(prose: str) -> bool:
    """Return whether a name such as "the Bolsheviks" takes a plural verb.

    >>> is_plural("the Bolsheviks"), is_plural("the Congress of Soviets")
    (True, False)
    >>> is_plural("the concessions to the peasantry"), is_plural("the war against the Whites")
    (True, False)
    """
    head = _FURTHER.split(prose, maxsplit=1)[0].casefold()
    return head.startswith("the ") and head.endswith("s") and not head.endswith(_SINGULAR)


def _last(entity: Iri) -> str:
    *_, last = entity.replace("#", "/").rstrip("/").split("/")
    return last
