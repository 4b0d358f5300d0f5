"""The frames of a lexicon, and those made from nouns where there is no verb that fits."""

from dataclasses import dataclass
from typing import Final

from tertium.model.card import Mould
from tertium.model.lexicon import Lexicon, Use, VerbFrame
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.values import NoValue, Quantity, SomeValue
from tertium.narrate.languages.carded.sayings import Frame
from tertium.narrate.languages.carded.subjects import Concord
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Phrase

__all__ = ["Frames"]

_SLOT: Final = "…"


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
                return Frame.of(self._made(mould, number, noun))
        text = self._listed(statement, concord)
        return Frame.of(text or self._made(Mould.MADE, number, noun))

    def left(self, statement: Statement) -> Frame | None:
        """Return what is left of the frame in a second clause; none when it cannot be left out."""
        known = self._known(statement)
        if known is None or not known.has(use=Use.CONTRAST):
            return None
        return Frame.of(known.form(use=Use.CONTRAST))

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
