"""Values as a sentence has them, by themselves and in lists."""

from collections.abc import Iterable
from typing import Final

from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Value
from tertium.narrate.languages.en.articles import proper
from tertium.narrate.languages.en.values import say_quantity, say_value
from tertium.narrate.languages.en.words import count
from tertium.narrate.phrases import Name, Phrase, joined

__all__ = ["enumerated", "spoken"]

_SPELLED: Final = 12


def spoken(value: Value) -> Phrase:
    """Return a value as a sentence has it; nothing when there is none."""
    match value:
        case Entity():
            return (Name(value.iri, proper(value)),)
        case NoValue() | SomeValue():
            return ()
        case Quantity(unit_label="", lower=None, upper=None) if value.amount % 1 == 0:
            return (count(int(value.amount)) if value.amount <= _SPELLED else say_quantity(value),)
        case _:
            return (say_value(value),)


def enumerated(phrases: Iterable[Phrase]) -> Phrase:
    """Return phrases as in "A, B and C"."""
    *most, last = phrases
    return (*joined(most, ", "), " and ", *last) if most else last
