"""Verb phrases in a language with a card: frames, their values, and when it was."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.model.card import Mould
from tertium.model.dates import Date
from tertium.model.measure import DateDistance
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Value
from tertium.narrate.chronology import elapsed
from tertium.narrate.languages.carded.circumstances import bracketed, circumstances, marked
from tertium.narrate.languages.carded.dates import say_date, say_moment
from tertium.narrate.languages.carded.frames import Frame, Frames, Told
from tertium.narrate.languages.carded.subjects import Concord, Subjects
from tertium.narrate.languages.carded.tongue import Tongue, opens_itself, text_of
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.messages import Part, Side
from tertium.narrate.phrases import Phrase, joined

__all__ = ["Verbs"]

_COLON: Final = ":"


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
        return self.clause(side.subject, self.all(side.parts, (side.subject,)))

    def all(self, parts: Sequence[Part], holders: Sequence[Iri]) -> Phrase:
        """Return the verb phrases of several parts, in a row."""
        told = [(part, [self._told(group) for group in _by_value(part)]) for part in parts]
        return self.row(told, holders)

    def row(self, told: Sequence[tuple[Part, Sequence[Told]]], holders: Sequence[Iri]) -> Phrase:
        """Return verb phrases with values in words; those which go on from another are one."""
        left, phrases = list(told), list[Phrase]()
        while left:
            part, values = left.pop(0)
            frame = self.frame(part, holders)
            more = next((one for one in left if self._goes_on(part, one[0], holders)), None)
            if more is not None:
                left.remove(more)
                rest = frame.rest(self.frame(more[0], holders)) or frame
                phrases.append(self._joined(frame, rest, (values, more[1])))
            else:
                phrases.append(self._filled(frame, part, values))
        return self.in_a_row(phrases)

    def frame(self, part: Part, holders: Sequence[Iri]) -> Frame:
        """Return the frame of a part, in the form which its subjects need."""
        return self.frames.frame(part[0], self._concord(part, holders))

    def later(self, part: Part, holders: Sequence[Iri], distance: Phrase) -> Phrase:
        """Return the verb phrase of a date which followed another by a distance."""
        frame, date = self.frame(part, holders), part[0].value
        if frame.nominal or not isinstance(date, Date):
            return self._filled(frame, part, [Told(self._bare(part[0]), distance)])
        told = Told(distance, (say_moment(self.tongue, date),))
        return frame.fill(self.tongue, [told])

    def apart(self, first: Date, second: Date) -> Phrase:
        """Return how much later the second date is."""
        distance = self.tongue.duration(*elapsed(first, second))
        return (self.tongue.say(Mould.LATER, distance=distance),)

    def rest(self, part: Part) -> Phrase | None:
        """Return a verb phrase without its verb, if that can be left out."""
        frame = self.frames.left(part[0])
        if frame is None:
            return None
        told = [self._told(group) for group in _by_value(part)]
        return self._filled(frame, part, told)

    def _concord(self, part: Part, holders: Sequence[Iri]) -> Concord:
        return self.subjects.concord(holders, part)

    def _goes_on(self, part: Part, other: Part, holders: Sequence[Iri]) -> bool:
        """Return whether a part goes on from a date: "was born" then, "was born in" a place."""
        if not isinstance(part[0].value, Date) or not other[0].positive:
            return False
        frame = self.frame(part, holders)
        return not frame.nominal and frame.rest(self.frame(other, holders)) is not None

    def _joined(self, frame: Frame, rest: Frame, told: tuple[Sequence[Told], ...]) -> Phrase:
        dates, added = (self.tongue.listed([one.phrase for one in each]) for each in told)
        return tuple(filter(None, (frame.before, *dates, " ", rest.before, *added, frame.after)))

    def _filled(self, frame: Frame, part: Part, told: Sequence[Told]) -> Phrase:
        if part[0].positive:
            if frame.nominal and isinstance(part[0].value, Date):
                values = map(self._bare, (group[0] for group in _by_value(part)))
                told = [Told(v, t.brackets) for v, t in zip(values, told, strict=True)]
            return frame.fill(self.tongue, told)
        brackets = Told((), told[0].brackets).phrase
        return (*frame.fill(self.tongue, ()), *brackets)

    def _bare(self, statement: Statement) -> Phrase:
        return spoken(self.tongue, statement.value)

    def _told(self, group: Part) -> Told:
        value = group[0].value
        said = spoken(self.tongue, value)
        if isinstance(value, Date):
            said = (say_moment(self.tongue, value),)
        brackets = bracketed((marked(self.tongue, value), circumstances(self.tongue, group)))
        return Told(said, brackets)

    def in_a_row(self, phrases: Sequence[Phrase]) -> Phrase:
        """Return verb phrases as a list; further apart when one has a list behind a colon."""
        first, *others = phrases
        trimmed = [first, *map(_without_colon, others)]
        if others and any(_COLON in text_of(phrase) for phrase in phrases):
            return joined(trimmed, self.tongue.card.pattern(Mould.NEXT))
        return self.tongue.listed(trimmed)


def _without_colon(phrase: Phrase) -> Phrase:
    if not opens_itself(phrase):
        return phrase
    return (str(phrase[0]).removeprefix(_COLON).lstrip(), *phrase[1:])


def _by_value(part: Part) -> Iterable[Part]:
    groups = dict[Value, Part]()
    for statement in part:
        groups[statement.value] = (*groups.get(statement.value, ()), statement)
    return groups.values()
