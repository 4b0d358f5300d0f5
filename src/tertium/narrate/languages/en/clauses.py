"""Verb phrases in English: a frame of the lexicon, values, and when it was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tertium.model.dates import Date
from tertium.model.lexicon import Lexicon, Number, Tense, Use, VerbFrame, Voice
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Value
from tertium.narrate.languages.en.circumstances import brackets, tail
from tertium.narrate.languages.en.dates import say_moment
from tertium.narrate.languages.en.nouns import is_countable, named, singular
from tertium.narrate.languages.en.spoken import enumerated, spoken
from tertium.narrate.languages.en.unlisted import SLOT, made_frame
from tertium.narrate.languages.en.words import indefinite
from tertium.narrate.messages import Part
from tertium.narrate.phrases import Name, Phrase
from tertium.narrate.stems import bundled

__all__ = ["SLOT", "Verbs"]

_PAIR: Final = 2
_PREPOSITIONS: Final = frozenset(
    (
        *("about", "after", "against", "as", "at", "between", "by", "for", "from", "in", "into"),
        *("of", "on", "over", "through", "to", "under", "with"),
    )
)
_HAVE: Final = ("has ", "have ")
_PERFECT: Final = {"is": "has been", "are": "have been", "has": "has had", "have": "have had"}


@dataclass(frozen=True, slots=True)
class Verbs:
    """Makes the verb phrases of one lexicon.

    `plurals` are the subjects of which one says "were"; `lasting` those which are not over, so that
    what has no end is told in the present.
    """

    lexicon: Lexicon
    plurals: frozenset[Iri] = frozenset()
    lasting: frozenset[Iri] = frozenset()

    def all(self, parts: tuple[Part, ...], *, plural: bool = False, brief: bool = False) -> Phrase:
        """Return the verb phrases of several parts as "…, … and …"."""
        return enumerated(self.phrases(parts, plural=plural, brief=brief))

    def phrases(
        self, parts: tuple[Part, ...], *, plural: bool = False, brief: bool = False
    ) -> tuple[Phrase, ...]:
        """Return the verb phrases of several parts, one for each verb."""
        alike = tuple(one for part in parts for one in _grouped(part, self.frame))
        groups = bundled(alike, self.frame)
        return tuple(self._group(group, plural=plural, brief=brief) for group in groups)

    def one(self, part: Part, *, plural: bool = False, brief: bool = False) -> Phrase:
        """Return the verb phrase of one part, with its circumstances."""
        frame = self.frame(part[0], plural=plural)
        groups = tuple(_by_value(part))
        if brief or self._is_open(part[0]):
            return _fill(frame, self.brief(part, many=plural))
        ends = [self.tail(group) for group in groups]
        values = [self.value(group[0], many=plural) for group in groups]
        if len(set(ends)) == 1:
            return _fill(frame, enumerated(values), ends[0])
        if len(groups) == _PAIR and all(ends) and SLOT not in frame:
            left = self.left(part[0])
            first, second = ((*v, *end) for v, end in zip(values, ends, strict=True))
            return _fill(frame, (*first, " and ", *((f"{left} ",) if left else ()), *second))
        return _fill(frame, self.brief(part, many=plural))

    def rest(self, part: Part, *, brief: bool = False) -> Phrase:
        """Return what is left of a verb phrase in a second clause: "and Trotsky in Yanovka"."""
        whole, left = self.one(part, brief=brief), self.left(part[0])
        return (*((f"{left} ",) if left else ()), *whole[2:])

    def left(self, statement: Statement) -> str:
        """Return what is left of a verb in a second clause: "in", or nothing."""
        known = self._known(statement)
        if known and known.has(use=Use.COUNT) and _is_counted(statement.value, known):
            return ""  # "A is a film, B a play": what is left of the other verb does not fit
        if known and known.has(use=Use.CONTRAST):
            return self._form(statement, use=Use.CONTRAST)
        *_, word = self.frame(statement).split()
        return word if word in _PREPOSITIONS else ""

    def gaps(self, statements: Iterable[Statement]) -> bool:
        """Return whether all have the same verb, without which a second clause can do."""
        told = tuple(statements)
        frames = {self.frame(s) for s in told}
        return len(frames) == 1 and SLOT not in min(frames) and all(s.positive for s in told)

    def passive(self, part: Part) -> str:
        """Return the verb of which the values are the subject: "was led by"; empty if none."""
        values = [s.value for s in part]
        things = all(isinstance(value, Entity) for value in values)
        single = len(set(values)) == 1
        number = Number.SINGULAR if single else Number.PLURAL
        return self._form(part[0], number=number, voice=Voice.PASSIVE) if things else ""

    def tail(self, part: Part) -> Phrase:
        """Return the circumstances of statements of one value; what has been is "since" a day."""
        return tail(part, since=self.has_been(part[0]))

    def has_been(self, statement: Statement) -> bool:
        """Return whether the verb of a statement is a perfect, of what began and goes on."""
        goes_on = self.is_now(statement) and statement.interval.start is not None
        return goes_on and self.frame(statement).startswith(_HAVE)

    def is_now(self, statement: Statement) -> bool:
        """Return whether a statement holds of something that is not over, and has no end."""
        return statement.subject in self.lasting and statement.interval.end is None

    def brief(self, part: Part, *, many: bool = False) -> Phrase:
        """Return the values of a part, each with its circumstances in brackets."""
        groups = tuple(_by_value(part))
        return enumerated((*self.value(g[0], many=many), *brackets(g)) for g in groups)

    def later(self, parts: tuple[Part, ...], distance: str, *, plural: bool = False) -> Phrase:
        """Return the verb phrase of a date which followed another by a distance."""
        dated, *rest = parts
        more = (p for part in rest for p in (",", *self._added(self.frame(dated[0]), part)))
        verb = self.frame(dated[0], plural=plural)
        if SLOT in verb:
            return (*_fill(verb, self.values(dated)), f", {distance} later", *more)
        return (f"{verb} {distance} later, ", *self.values(dated), *more)

    def frame(self, statement: Statement, *, plural: bool = False) -> str:
        """Return the frame of a statement's property, or one made from its label."""
        value, noun = statement.value, self.noun(statement.predicate)
        if isinstance(value, NoValue | SomeValue):
            has = "has" if self.is_now(statement) else "had"
            none = isinstance(value, NoValue)
            return f"{has} no {noun}" if none else f"{has} {indefinite(f'unknown {noun}')}"
        many = plural or statement.subject in self.plurals
        frame = self._form(statement, number=Number.PLURAL if many else Number.SINGULAR)
        return _perfect(frame) if self.is_now(statement) and statement.interval.start else frame

    def noun(self, predicate: Property) -> str:
        """Return what a property is called where a noun must stand."""
        frame = self.lexicon.frames.get(predicate.iri)
        return (frame and frame.form(use=Use.NOUN)) or predicate.noun or predicate.label

    def values(self, part: Part) -> Phrase:
        """Return the bare values of a part as a list."""
        return enumerated(self.value(s) for s in part)

    def value(self, statement: Statement, *, many: bool = False) -> Phrase:
        """Return the value of a statement as it follows its verb, for `many` in the plural."""
        value, frame = statement.value, self._known(statement)
        if isinstance(value, Entity) and frame:
            return (Name(value.iri, named(value, frame.values, many=many and frame.multiplies)),)
        if isinstance(value, Date) and frame and SLOT not in frame.singular:
            return (say_moment(value),)
        return spoken(value)

    def _form(
        self,
        statement: Statement,
        *,
        number: Number = Number.SINGULAR,
        voice: Voice = Voice.ACTIVE,
        use: Use = Use.CLAUSE,
    ) -> str:
        tense = Tense.PRESENT if self.is_now(statement) else Tense.PAST
        frame = self._known(statement) or made_frame(statement.predicate.label, statement.value)
        plain = frame.form(number=number, tense=tense, voice=voice, use=use)
        if (voice, use) != (Voice.ACTIVE, Use.CLAUSE) or not _is_counted(statement.value, frame):
            return plain
        return frame.form(number=number, tense=tense, use=Use.COUNT) or plain

    def _is_open(self, statement: Statement) -> bool:
        """Return whether a day would stand behind a plain present: "lives there from 1990"."""
        began = self.is_now(statement) and statement.interval.start is not None
        known = self._known(statement)
        has_present = known and known.form(tense=Tense.PRESENT) != known.form(tense=Tense.PAST)
        return began and bool(has_present) and not self.has_been(statement)

    def _known(self, statement: Statement) -> VerbFrame | None:
        """Return the frame; one that counts what there is, in the singular when it is one."""
        frame, value = self.lexicon.frames.get(statement.predicate.iri), statement.value
        single = isinstance(value, Quantity) and value.amount == 1 and not value.unit_label
        return frame.mapped(singular) if frame and single else frame

    def _group(self, group: tuple[Part, ...], *, plural: bool, brief: bool) -> Phrase:
        first = self.one(group[0], plural=plural, brief=brief)
        stem = self.frame(group[0][0])
        return (*first, *(piece for part in group[1:] for piece in self._added(stem, part)))

    def _added(self, stem: str, part: Part) -> Phrase:
        """Return what a part adds to the stem, which stands in the singular."""
        return (f"{self.frame(part[0]).removeprefix(stem)} ", *self.values(part))


def _fill(frame: str, values: Phrase, end: Phrase = ()) -> Phrase:
    """Return a frame with the values in its slot, or after it."""
    before, slot, after = frame.partition(SLOT)
    if slot:
        return (before, *values, after, *end)
    return (frame, *((" ", *values) if values else ()), *end)


def _by_value(part: Part) -> Iterable[Part]:
    return _grouped(part, lambda statement: statement.value)


def _grouped(part: Part, key: Callable[[Statement], Value | str]) -> Iterable[Part]:
    """Return a part by value; or by verb: of a genre some "is a film", some "belongs to" it."""
    groups = dict[Value | str, Part]()
    for statement in part:
        groups[key(statement)] = (*groups.get(key(statement), ()), statement)
    return groups.values()


def _is_counted(value: Value, frame: VerbFrame) -> bool:
    return isinstance(value, Entity) and is_countable(value.label, frame.values)


def _perfect(frame: str) -> str:
    """Return a present in the perfect, for what has been so since a day.

    >>> _perfect("is a member of"), _perfect("have"), _perfect("lives in")
    ('has been a member of', 'have had', 'lives in')
    """
    word, space, rest = frame.partition(" ")
    done = rest.startswith(("been ", "had "))
    return frame if done else f"{_PERFECT.get(word, word)}{space}{rest}"
