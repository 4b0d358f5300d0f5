"""Verb phrases: a frame, and the values which it is filled with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertium.model.card import Mould
from tertium.narrate.languages.carded.tongue import Tongue, opens_itself, text_of
from tertium.narrate.phrases import Phrase, joined

__all__ = ["Frame", "Saying", "Told", "row"]

_SLOT: Final = "…"
_COLON: Final = ":"
_NOMINAL: Final = (":", "—")
"""Behind these a value stands by itself, in the form in which it is named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words, and what stands in brackets behind it.

    `bare` is how the value is named when it stands by itself, if that is another way.
    """

    value: Phrase
    brackets: Phrase = ()
    bare: Phrase = ()

    def phrase(self, *, alone: bool = False) -> Phrase:
        """Return the value with its brackets."""
        value = self.bare or self.value if alone else self.value
        return (*value, *((" (", *self.brackets, ")") if self.brackets else ()))

    def quoted(self, before: str, after: str) -> "Told":
        """Return the value between quotation marks."""
        return Told((before, *self.value, after), self.brackets)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the values of a verb phrase."""

    before: str
    after: str = ""

    @classmethod
    def of(cls, text: str) -> "Frame":
        """Return the frame of a text; the values follow, or stand where it has an ellipsis."""
        before, slot, after = text.partition(_SLOT)
        return cls(before, after) if slot or not before else cls(f"{before} ")

    @property
    def nominal(self) -> bool:
        """Whether a value stands by itself, rather than as part of the clause."""
        return self.before.rstrip().endswith(_NOMINAL)

    def fill(self, tongue: Tongue, told: Sequence[Told]) -> Phrase:
        """Return the frame with values; each of them in the quotation marks around the slot."""
        before, after = self.before, self.after
        opening, _, closing = tongue.card.pattern(Mould.QUOTE).partition("{text}")
        if before.endswith(opening) and after.startswith(closing):
            before, after = before.removesuffix(opening), after.removeprefix(closing)
            told = [one.quoted(opening, closing) for one in told]
        if not any(one.value for one in told):
            return (before.rstrip(), *(piece for one in told for piece in one.phrase()))
        values = tongue.listed([one.phrase(alone=self.nominal) for one in told])
        return tuple(filter(None, (before, *values, after)))

    def rest(self, other: "Frame") -> "Frame | None":
        """Return what another frame adds to this one: "in" to "was born"; none if it is another."""
        same = other.after == self.after and other.before.startswith(self.before)
        return Frame(other.before.removeprefix(self.before), other.after) if same else None


@dataclass(frozen=True, slots=True)
class Saying:
    """A frame with its values; a `dated` one says when, and what is `added` goes on from there."""

    frame: Frame
    told: tuple[Told, ...]
    dated: bool = False
    added: "Saying | None" = None

    def phrase(self, tongue: Tongue) -> Phrase:
        """Return the verb phrase."""
        if self.added is None:
            return self.frame.fill(tongue, self.told)
        dates = tongue.listed([one.phrase() for one in self.told])
        rest = Frame(self.added.frame.before).fill(tongue, self.added.told)
        return tuple(filter(None, (self.frame.before, *dates, " ", *rest, self.frame.after)))

    def joined(self, other: "Saying") -> "Saying | None":
        """Return both as one where the other goes on from the date of this one."""
        rest = self.frame.rest(other.frame)
        goes_on = self.dated and self.added is None and not self.frame.nominal
        if rest is None or not goes_on or not any(one.value for one in other.told):
            return None
        return replace(self, added=replace(other, frame=rest))


def row(tongue: Tongue, sayings: Iterable[Saying]) -> Phrase:
    """Return verb phrases in a row; those of one frame, or which go on from a date, are one."""
    first, *others = (one.phrase(tongue) for one in _bundled(_alike(sayings)))
    told = [first, *map(_without_colon, others)]
    if others and any(_COLON in text_of(phrase) for phrase in told):
        return joined(told, tongue.card.pattern(Mould.NEXT))
    return tongue.listed(told)


def _alike(sayings: Iterable[Saying]) -> Sequence[Saying]:
    """Return verb phrases with the values of one frame together."""
    by_frame = dict[Frame, Saying]()
    for one in sayings:
        known = by_frame.get(one.frame)
        told = (*known.told, *one.told) if known else one.told
        by_frame[one.frame] = replace(one, told=told)
    return tuple(by_frame.values())


def _bundled(sayings: Sequence[Saying]) -> Sequence[Saying]:
    """Return verb phrases with what goes on from a date as part of it."""
    left, bundled = list(sayings), list[Saying]()
    while left:
        one = left.pop(0)
        joins = ((other, both) for other in left if (both := one.joined(other)) is not None)
        found = next(joins, None)
        if found is not None:
            left.remove(found[0])
        bundled.append(found[1] if found is not None else one)
    return bundled


def _without_colon(phrase: Phrase) -> Phrase:
    if not opens_itself(phrase):
        return phrase
    return (str(phrase[0]).removeprefix(_COLON).lstrip(), *phrase[1:])
