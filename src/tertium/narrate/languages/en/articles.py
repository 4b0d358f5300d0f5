"""Which names take "the": decided by the head noun and by the classes stated, never by the name."""

import re
from typing import Final

from tertium.model.values import Entity
from tertium.narrate.languages.en.heads import ALONE, BARE, CLASSES, HEADS, HEADS_OF, WORKS
from tertium.narrate.languages.en.words import indefinite

__all__ = ["head_of", "honour", "is_common", "is_titled", "proper", "takes_the"]


_BEHIND: Final = re.compile(
    r",| [(/\u2013-] ?|(?: \d{4}(?:[\u2013-]\d{2,4})?)+$| (?:of|for|in|on|at|to|from|against|with"
    r"|between|and|by|under|de|des|der|von|del) "
)
"""What follows does not decide: "Academy Award for Best Picture"."""
_ORDINAL: Final = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) "
)
_OWN: Final = re.compile(
    r"(?:the|a|an|le|la|les|el|der|die|das|het|il|mount|lake|fort|operation|project)"
    r" ",
    re.IGNORECASE,
)
"""Names which begin so have an article of their own, or take none."""
_WATERS: Final = (" Lake", " Bay", " Creek")
_YEAR: Final = re.compile(r"\d{4}(?:[\u2013-]\d{2,4})? \w")
"""Names of events begin so: "2014 FIFA World Cup"."""
_POSSESSIVE: Final = re.compile(
    r"(?!(?:People|Men|Women|Children)\W)[^ ]+?(?:['\u2019]s|s['\u2019]) "
)
_OF_NAME: Final = re.compile(r" of (?:the )?[A-Z]")
_BEARERS: Final = frozenset(
    (
        *("hero", "heroine", "knight", "dame", "companion", "officer", "commander", "fellow"),
        *("member", "doctor", "citizen", "person", "master", "grandmaster", "laureate", "champion"),
        *("artist", "scientist", "man", "woman", "player", "governor", "chevalier", "academician"),
        *("righteous", "worker", "teacher", "author", "poet", "coach", "engineer"),
    )
)
"""Honours which are what one becomes."""
_GIVEN: Final = frozenset({"star", "doctorate", "degree", "scholarship", "fellowship"})
"""Honours of which there are many alike."""


def proper(entity: Entity) -> str:
    """Return a name as it stands in a sentence: what the graph says, else by its head noun.

    >>> from tertium.model.terms import Iri
    >>> proper(Entity(Iri("urn:x"), "Russian Empire")), proper(Entity(Iri("urn:x"), "Russia"))
    ('the Russian Empire', 'Russia')
    """
    if entity.in_text or entity.nameless or not takes_the(entity):
        return entity.prose
    return f"the {entity.label}"


def honour(label: str) -> str:
    """Return an honour as it is received: "the Order of Lenin", "the title of Hero".

    >>> honour("Hero of the Soviet Union"), honour("star on the Walk of Fame")
    ('the title of Hero of the Soviet Union', 'a star on the Walk of Fame')
    """
    *_, noun = head_of(label).casefold().split() or [""]
    if noun in _BEARERS:
        return f"the title of {label}"
    if noun in _GIVEN:
        return indefinite(label)
    return label if is_common(label) or _has_none(label) else f"the {label}"


def is_titled(entity: Entity) -> bool:
    """Return whether something is a work, whose title says nothing of its number."""
    return not WORKS.isdisjoint(entity.types)


def _is_unique(label: str) -> bool:
    """Return whether a common noun is of one thing: "bombing of Guernica", not "mayor of Rome"."""
    *_, noun = head_of(label).split() or [""]
    return bool(_OF_NAME.search(label)) and noun in HEADS | HEADS_OF


def _has_none(label: str) -> bool:
    """Return whether a name begins or ends with what takes no article."""
    return bool(_OWN.match(label) or _POSSESSIVE.match(label) or label.endswith(_WATERS))


def takes_the(entity: Entity) -> bool:
    """Return whether a name takes the definite article in a sentence."""
    label = entity.label
    if is_common(label):
        return _is_unique(label)
    if _has_none(label) or not BARE.isdisjoint(entity.types):
        return False
    head = head_of(label).casefold().split()
    if (
        not CLASSES.isdisjoint(entity.types)
        or _YEAR.match(label)
        or (_ORDINAL.match(label) and len(head) > 1)
    ):
        return True
    ends = {" ".join(head[-words:]) for words in (1, 2)}
    if len(label.split()) == 1:
        return bool(ends & ALONE)
    return bool(ends & HEADS) or (" of " in label and bool(ends & HEADS_OF))


def is_common(label: str) -> bool:
    """Return whether a label is a common noun: "lung disease", not "Red Army".

    >>> is_common("lung disease"), is_common("Red Army"), is_common("8th Army")
    (True, False, False)
    """
    return label[:1].islower()


def head_of(label: str) -> str:
    """Return the part of a label which ends in its head noun.

    >>> head_of("Order of Lenin"), head_of("War Cross 1939"), head_of("World War II")
    ('Order', 'War Cross', 'World War II')
    """
    return _BEHIND.split(label, maxsplit=1)[0]
