"""Verb phrases in English: a frame of the lexicon, values, and when it was."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from tertium.model.dates import Date
from tertium.model.lexicon import Lexicon, Number, Tense, Use, VerbFrame, Voice
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Value
from tertium.narrate.languages.en.articles import proper
from tertium.narrate.languages.en.dates import say_interval, say_moment, say_years
from tertium.narrate.languages.en.nouns import is_countable, named
from tertium.narrate.languages.en.unlisted import SLOT, made_frame
from tertium.narrate.languages.en.values import say_quantity, say_value
from tertium.narrate.languages.en.words import count, indefinite, say_list
from tertium.narrate.messages import Part
from tertium.narrate.phrases import Name, Phrase, joined
from tertium.narrate.stems import bundled

__all__ = ["SLOT", "Verbs", "as_what", "enumerated", "moments", "spoken", "tail", "when", "where"]

_EMPTY: Final = frozenset({"participant"})
"""Parts which add nothing to "took part"."""
_SPELLED: Final = 12
_HAVE: Final = ("has ", "have ")
_PERFECT: Final = {"is": "has been", "are": "have been", "has": "has had", "have": "have had"}
_YEAR: Final = re.compile("[0-9]+")


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
        ends = {self.tail(group) for group in groups}
        if len(ends) == 1 and not (brief or self._is_open(part[0])):
            values = enumerated(self.value(g[0], many=plural) for g in groups)
            return _fill(frame, values, ends.pop())
        return _fill(frame, self.brief(part, many=plural))

    def rest(self, part: Part) -> Phrase:
        """Return what is left of a verb phrase in a second clause: "and Trotsky in Yanovka"."""
        whole, frame = self.one(part), self.frame(part[0])
        left = self._form(part[0], use=Use.CONTRAST)
        return (*((f"{left} ",) if left else ()), *whole[whole.index(frame) + 2 :])

    def gaps(self, statement: Statement) -> bool:
        """Return whether a second clause can do without the verb of a statement."""
        known = self._known(statement)
        frame = self.frame(statement)
        return bool(known and known.has(use=Use.CONTRAST)) and SLOT not in frame

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
        return enumerated((*self.value(g[0], many=many), *_brackets(g)) for g in groups)

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
        ended = replace(self, lasting=frozenset())
        began = statement.interval.start and not self.has_been(statement)
        return bool(began) and self._form(statement) != ended._form(statement)

    def _known(self, statement: Statement) -> VerbFrame | None:
        """Return the frame; not one that needs a plural when there is one thing only."""
        frame, value = self.lexicon.frames.get(statement.predicate.iri), statement.value
        single = isinstance(value, Quantity) and value.amount == 1
        return None if frame and single and SLOT in frame.singular else frame

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


def as_what(statement: Statement) -> Phrase:
    """Return the part somebody had in it, as in "as organiser"."""
    roles = [r for r in statement.entities(QualifierRole.AS) if r.label not in _EMPTY]
    return ("as ", *enumerated(spoken(role) for role in roles)) if roles else ()


def when(statement: Statement) -> str:
    """Return when it was, as in "in 1905" or "from 1919 to 1926"."""
    return "" if _dated_by_name(statement) else say_interval(statement.interval)


def tail(part: Part, *, since: bool = False) -> Phrase:
    """Return the circumstances of statements of one value: as what, where, when."""
    ends = (where(part), moments(part, since=since))
    return tuple(piece for end in ends if end for piece in (" ", *end))


def where(part: Part) -> Phrase:
    """Return as what and in which places it was."""
    places = dict.fromkeys(p for s in part for p in s.entities(QualifierRole.PLACE))
    ends = (
        as_what(part[0]) if len(part) == 1 else (),
        ("in ", *enumerated(map(spoken, places))) if places else (),
    )
    return joined((end for end in ends if end), " ")


def moments(part: Part, *, since: bool = False) -> Phrase:
    """Return when it was, each time once."""
    times = tuple(dict.fromkeys(filter(None, map(when, part))))
    told = (re.sub("^from (?!.* to )", "since ", time) for time in times) if since else times
    return (_listed(tuple(told)),) if times else ()


def _brackets(part: Part) -> Phrase:
    """Return the circumstances in brackets, the times in years."""
    dated = (s for s in part if not _dated_by_name(s))
    years = tuple(dict.fromkeys(filter(None, (say_years(s.interval) for s in dated))))
    ends = (as_what(part[0]) if len(part) == 1 else (), (say_list(years),) if years else ())
    inner = joined((end for end in ends if end), ", ")
    return (" (", *inner, ")") if inner else ()


def enumerated(phrases: Iterable[Phrase]) -> Phrase:
    """Return phrases as in "A, B and C"."""
    *most, last = phrases
    return (*joined(most, ", "), " and ", *last) if most else last


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


def _listed(times: tuple[str, ...]) -> str:
    """Return times as a list, without saying "in" again and again."""
    if all(time.startswith("in ") for time in times):
        return f"in {say_list(tuple(time.removeprefix('in ') for time in times))}"
    return say_list(times)


def _dated_by_name(statement: Statement) -> bool:
    """Return whether the name of the value tells the time: "the Constitution of 1936"."""
    years = _YEAR.findall(say_years(statement.interval))
    value = statement.value
    return bool(years) and isinstance(value, Entity) and all(y in value.prose for y in years)
