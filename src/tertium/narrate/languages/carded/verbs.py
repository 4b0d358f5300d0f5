"""Verb phrases in a language with a card: frames, their values, and when it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tertium.model.card import Mould
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.narrate.chronology import elapsed
from tertium.narrate.languages.carded.circumstances import bracketed, circumstances, marked
from tertium.narrate.languages.carded.dates import say_moment
from tertium.narrate.languages.carded.frames import Frames
from tertium.narrate.languages.carded.sayings import Saying, Told, row
from tertium.narrate.languages.carded.subjects import Subjects
from tertium.narrate.languages.carded.tongue import Tongue, opens_itself
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.messages import Part, Side
from tertium.narrate.phrases import Phrase

__all__ = ["Verbs", "told_of"]


@dataclass(frozen=True, slots=True)
class Verbs:
    """Makes verb phrases which agree with their subjects."""

    frames: Frames
    subjects: Subjects

    @property
    def tongue(self) -> Tongue:
        """The card at work."""
        return self.frames.tongue

    def clause(self, subject: Iri, verb: Phrase) -> Phrase:
        """Return a subject with its verb phrase."""
        space = () if opens_itself(verb) else (" ",)
        return (*self.subjects.name(subject), *space, *verb)

    def side(self, side: Side) -> Phrase:
        """Return all that is said of one comparand as one clause."""
        return self.clause(side.subject, self.all(side))

    def all(self, side: Side) -> Phrase:
        """Return all that is said of one comparand as verb phrases."""
        return self.row(self.saying(part, (side.subject,)) for part in side.parts)

    def row(self, sayings: Iterable[Saying]) -> Phrase:
        """Return verb phrases in a row."""
        return row(self.tongue, sayings)

    def saying(self, part: Part, holders: Sequence[Iri]) -> Saying:
        """Return the verb phrase of a part, in the form which its subjects need."""
        concord = self.subjects.concord(holders, part)
        told = tuple(map(self._told, _by_value(part)))
        frame = self.frames.frame(part[0], concord)
        return Saying(frame, told, dated=isinstance(part[0].value, Date))

    def later(self, side: Side, distance: Phrase) -> Phrase:
        """Return what is said of one comparand, whose date followed another by a distance."""
        dated, *others = (self.saying(part, (side.subject,)) for part in side.parts)
        (date,) = dated.told[:1]
        told = Told(distance, date.value)
        if dated.frame.nominal:
            told = Told(date.bare, distance)
        return self.row((replace(dated, told=(told,)), *others))

    def apart(self, first: Date, second: Date) -> Phrase:
        """Return how much later the second date is."""
        distance = self.tongue.duration(*elapsed(first, second))
        return (self.tongue.say(Mould.LATER, distance=distance),)

    def rest(self, part: Part) -> Phrase | None:
        """Return a verb phrase without its verb, if that can be left out."""
        frame = self.frames.left(part[0])
        if frame is None:
            return None
        return frame.fill(self.tongue, tuple(map(self._told, _by_value(part))))

    def is_coined(self, statements: Iterable[Statement]) -> bool:
        """Return whether a property is said by its label, because no lexicon lists it."""
        return not all(s.predicate.iri in self.frames.lexicon.frames for s in statements)

    def _told(self, group: Part) -> Told:
        value = group[0].value
        brackets = bracketed((marked(self.tongue, value), circumstances(self.tongue, group)))
        return told_of(self.tongue, value, brackets)


def told_of(tongue: Tongue, value: Value, brackets: Phrase) -> Told:
    """Return a value in words; a date also as it is named."""
    said = spoken(tongue, value)
    if isinstance(value, Date):
        return Told((say_moment(tongue, value),), brackets, bare=said)
    return Told(said, brackets)


def _by_value(part: Part) -> Iterable[Part]:
    groups = dict[Value, Part]()
    for statement in part:
        groups[statement.value] = (*groups.get(statement.value, ()), statement)
    return groups.values()
