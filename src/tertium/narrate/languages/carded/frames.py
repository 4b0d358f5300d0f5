"""Verb frames filled with values, whatever the language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tertium.model.card import Mould
from tertium.model.lexicon import Lexicon, Use, VerbFrame
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.values import NoValue, Quantity, SomeValue
from tertium.narrate.languages.carded.subjects import Concord
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Phrase

__all__ = ["Frame", "Frames", "Told"]

_SLOT: Final = "…"
_NOMINAL: Final = (":", "—")
"""Behind these a value stands by itself, in the form in which it is named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words, and what stands in brackets behind it."""

    value: Phrase
    brackets: Phrase = ()

    @property
    def phrase(self) -> Phrase:
        """The value with its brackets."""
        return (*self.value, *((" (", *self.brackets, ")") if self.brackets else ()))

    def quoted(self, before: str, after: str) -> "Told":
        """Return the value between quotation marks."""
        return Told((before, *self.value, after), self.brackets)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the values of a verb phrase."""

    before: str
    after: str = ""

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
        values = tongue.listed([one.phrase for one in told]) if told else ()
        if not values:
            return (f"{before.rstrip()}{after}",)
        return tuple(filter(None, (before, *values, after)))

    def rest(self, other: "Frame") -> "Frame | None":
        """Return what another frame adds to this one: "in" to "was born"; none if it is another."""
        same = other.after == self.after and other.before.startswith(self.before)
        return Frame(other.before.removeprefix(self.before), other.after) if same else None


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a lexicon, and those made from nouns where there is no verb that fits."""

    tongue: Tongue
    lexicon: Lexicon

    def frame(self, statement: Statement, concord: Concord) -> Frame:
        """Return the frame of a statement's property."""
        predicate, number = statement.predicate, concord.number.value
        noun = (self.noun(predicate),)
        for kind, mould in ((NoValue, Mould.NONE), (SomeValue, Mould.UNKNOWN)):
            if isinstance(statement.value, kind):
                return _split(self._made(mould, number, noun))
        text = self._listed(statement, concord)
        return _split(text or self._made(Mould.MADE, number, noun))

    def left(self, statement: Statement) -> Frame | None:
        """Return what is left of the frame in a second clause; none when it cannot be left out."""
        known = self._known(statement)
        if known is None or not known.has(use=Use.CONTRAST):
            return None
        return _split(known.form(use=Use.CONTRAST))

    def noun(self, predicate: Property) -> str:
        """Return what a property is called."""
        known = self.lexicon.frames.get(predicate.iri)
        noun = known.form(use=Use.NOUN) if known else ""
        return noun or predicate.noun or predicate.label

    def _listed(self, statement: Statement, concord: Concord) -> str:
        known = self._known(statement)
        if known is None:
            return ""
        several = concord.number.value == "plural" and known.has(use=Use.BOTH)
        return known.form(
            number=concord.number,
            gender=concord.gender,
            tense=concord.tense,
            use=Use.BOTH if several else Use.CLAUSE,
        )

    def _known(self, statement: Statement) -> VerbFrame | None:
        """Return the frame; not one that needs a plural when there is one thing only."""
        frame, value = self.lexicon.frames.get(statement.predicate.iri), statement.value
        single = isinstance(value, Quantity) and value.amount == 1
        return None if frame and single and _SLOT in frame.singular else frame

    def _made(self, mould: Mould, number: str, noun: Phrase) -> str:
        pattern = self.tongue.card.pattern(mould, number)
        return "".join(map(str, self.tongue.pour(pattern, {"noun": noun})))


def _split(text: str) -> Frame:
    before, slot, after = text.partition(_SLOT)
    return Frame(before, after) if slot or not before else Frame(f"{before} ")
