"""Verb frames for properties which no lexicon lists, made from their labels."""

from typing import Final

from tertium.model.lexicon import VerbFrame
from tertium.model.values import Quantity, Value
from tertium.narrate.languages.en.words import indefinite

__all__ = ["SLOT", "is_noun", "made_frame"]

SLOT: Final = "…"
"""Where in a frame the value goes; without it, the value follows."""
_LINKS: Final = frozenset(
    (
        *("after", "at", "between", "by", "for", "from"),
        *("in", "into", "of", "on", "through", "to", "with"),
    )
)
_TO_BE: Final = {"is": "are", "was": "were"}
_TO_HAVE: Final = ("has ", "have ", "had ")
_COUNT: Final = "number of "
_PARTICIPLES: Final = ("ed", "en", "wn", "nt")
# A label which ends so is the rest of a verb phrase: "no influenced by" is no English.
_NOT_NOUNS: Final = ("ed", " about", " by", " for", " from", " in", " of", " to", " with")


def is_noun(label: str) -> bool:
    """Return whether a label can stand behind "the" or "no".

    >>> is_noun("date of birth"), is_noun("influenced by")
    (True, False)
    """
    return not label.endswith(_NOT_NOUNS)


def made_frame(label: str, value: Value) -> VerbFrame:
    """Return a frame in which the words of a label stand as they would in a sentence.

    >>> from tertium.model.values import Text
    >>> made_frame("flows into", Text("")).singular, made_frame("capital", Text("")).singular
    ('flows into', 'has … as capital')
    """
    first, _, rest = label.partition(" ")
    linked = label.rsplit(" ", 1)[-1] in _LINKS
    if first in _TO_BE and rest:
        of = "" if linked or rest.endswith(_PARTICIPLES) else " of"
        return VerbFrame(f"{first} {rest}{of}", f"{_TO_BE[first]} {rest}{of}")
    if label.startswith(_TO_HAVE):
        return _having(rest, value)
    if rest and linked:
        return _linking(label, first, rest)
    return _having(label, value)


def _having(noun: str, value: Value) -> VerbFrame:
    if isinstance(value, Quantity) and not noun.startswith(_COUNT):
        return VerbFrame(f"has {indefinite(noun)} of", f"have {indefinite(noun)} of")
    return VerbFrame(f"has {SLOT} as {noun}", f"have {SLOT} as {noun}")


def _linking(label: str, first: str, rest: str) -> VerbFrame:
    """Return "flows into", "is located in" or "is a member of"."""
    if first.endswith("s") and not first.endswith("ss"):
        return VerbFrame(label, f"{first.removesuffix('s')} {rest}")
    words = label if first.endswith(_PARTICIPLES) else indefinite(label)
    return VerbFrame(f"is {words}", f"are {label}")
