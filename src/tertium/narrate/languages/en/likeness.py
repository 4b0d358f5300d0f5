"""How English says that several are alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tertium.model.schema import QualifierRole
from tertium.model.statement import Statement
from tertium.model.values import Entity, NoValue
from tertium.narrate.languages.en.circumstances import as_what, when
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.dates import in_years, say_interval
from tertium.narrate.languages.en.ellipsis import auxiliary
from tertium.narrate.languages.en.spoken import enumerated
from tertium.narrate.languages.en.subjects import group, named, subject
from tertium.narrate.languages.en.words import count, say_list
from tertium.narrate.messages import Agreement, Shared, turn_of
from tertium.narrate.phrases import Phrase, Proform
from tertium.narrate.realise import Draft

__all__ = ["likenesses"]

_PAIR: Final = 2
_FEW: Final = 3
"""More holders are counted instead of named."""
_TURNS: Final = 2
_TO_BE: Final = frozenset({"were", "are", "have"})
"""Verbs behind which an adverb stands."""
_TIMES: Final = frozenset({QualifierRole.START, QualifierRole.END, QualifierRole.TIME})
# What one holds for a term: classes by the last part of their IRI.
_TERMS: Final = ("Role", "Body", "Government")


@dataclass(frozen=True, slots=True)
class _Words:
    """The parts of a sentence on what is shared: verb phrases, and where the holders part."""

    message: Shared
    plural: Phrase
    singular: Phrase
    end: Phrase
    did: str

    def draft(self, marker: str, *pieces: Phrase, known: bool = False, strain: int = 0) -> Draft:
        """Return a wording; `known` when it leaves the holders unnamed."""
        return Draft(
            phrase=(*(p for piece in pieces for p in piece), *self.end),
            marker=marker,
            known=frozenset(self.message.holders if known else ()),
            strain=strain,
        )


def likenesses(message: Shared, verbs: Verbs) -> Iterator[Draft]:
    """Yield the wordings: "Both …", "Each …", "A, like B, …", "A …, as did B"."""
    now = all(verbs.is_now(s) for one in message.agreements for s in one.statements)
    of_then = verbs if now else replace(verbs, lasting=frozenset())
    alone = len(message.agreements) == 1
    parts = tuple((_in_common(one) if alone else _bare(one),) for one in message.agreements)
    ending = _ending(message.agreements, turn_of(message))
    singular, plural = (of_then.all(parts, plural=plural) for plural in (False, True))
    words = _Words(message, plural, singular, ending, auxiliary(parts[0][0], of_then))
    values = [agreement.value for agreement in message.agreements]
    if any(isinstance(value, NoValue) for value in values):
        yield from _nobody(words, of_then.noun(message.agreements[0].predicate))
        return
    one_by_one = any(isinstance(v, Entity) and v.prose.startswith(("a ", "an ")) for v in values)
    yield from _distributed(words) if one_by_one else _together(words)
    yield from _alike(words)


def _together(words: _Words) -> Iterator[Draft]:
    holders = words.message.holders
    number = f"all {count(len(holders))}"
    if words.message.everyone:
        everyone = "Both" if len(holders) == _PAIR else number.capitalize()
        yield words.draft("both", (Proform(holders, everyone), " "), words.plural, known=True)
    if len(holders) > _FEW and not words.message.everyone and words.message.among:
        among = f"{count(len(holders)).capitalize()} of the {count(words.message.among)}"
        yield words.draft("", (Proform(holders, among), " "), words.plural, known=True)
    if len(holders) == _PAIR:
        yield words.draft("both", group(holders), (" ",), _after_verb(words.plural, "both"))
        yield words.draft("both", ("Both ",), group(holders), (" ",), words.plural)
    else:
        yield words.draft("all", group(holders), (" all ",), words.plural)


def _after_verb(verb: Phrase, word: str) -> Phrase:
    """Return a verb phrase with an adverb: "both wrote", "were both allied"."""
    first = verb[0] if isinstance(verb[0], str) else ""
    be, space, rest = first.partition(" ")
    if be in _TO_BE:
        return (f"{be} {word}{space}{rest}", *verb[1:])
    return (f"{word} ", *verb)


def _distributed(words: _Words) -> Iterator[Draft]:
    holders = words.message.holders
    if words.message.everyone:
        yield words.draft("each", (Proform(holders, "Each"), " "), words.singular, known=True)
    yield words.draft("each", ("Each of ",), group(holders), (" ",), words.singular, strain=2)


def _alike(words: _Words) -> Iterator[Draft]:
    holders = words.message.holders
    if len(holders) != _PAIR or words.end:
        return
    for strain, (first, second) in enumerate((holders, holders[::-1])):
        like, other = (", like ", *named(second), ", "), (*named(second), " ")
        did = (f", as {words.did} ", *named(second))
        yield words.draft("like", named(first), like, words.singular, strain=strain)
        yield words.draft("as did", subject(first), (" ",), words.singular, did, strain=strain)
        yield words.draft("like", ("Like ", *named(first), ", "), other, words.singular)


def _nobody(words: _Words, noun: str) -> Iterator[Draft]:
    holders = words.message.holders
    had = (f" {words.singular[0]}".split()[0], f" any {noun}")
    if words.message.everyone:
        nobody = "Neither" if len(holders) == _PAIR else f"None of the {count(len(holders))}"
        yield words.draft("neither", (Proform(holders, nobody), " ", *had), known=True)
    names = [named(holder) for holder in holders]
    listed = tuple(p for name in names for p in (" nor ", *name))[1:]
    yield words.draft("neither", ("Neither ",), listed, (" ", *had))


def _bare(agreement: Agreement) -> Statement:
    return replace(agreement.statements[0], value=agreement.value, qualifiers=())


def _in_common(agreement: Agreement) -> Statement:
    """Return a statement with only what holds for every holder."""
    first, *others = agreement.statements
    pairs = [{(q.predicate.role, q.term) for q in other.qualifiers} for other in others]
    same = [q for q in first.qualifiers if all((q.predicate.role, q.term) in p for p in pairs)]
    timed = len({when(s) for s in agreement.statements}) == 1
    times = [q for q in first.qualifiers if timed and q.predicate.role in _TIMES]
    kept = (*(q for q in same if q.predicate.role not in _TIMES), *times)
    return replace(first, value=agreement.value, qualifiers=kept)


def _ending(agreements: tuple[Agreement, ...], turn: int) -> Phrase:
    """Return where the holders' parts or times differ, or when all had it at once."""
    if len(agreements) > 1:
        return _overlaps(agreements, turn)
    statements = agreements[0].statements
    if len(statements) > _FEW:  # to tell of each would be a list
        return _overlaps(agreements, turn) if agreements[0].overlap else ()
    roles = [as_what(s) for s in statements]
    if all(roles) and len(set(roles)) > 1:
        return (", ", *_each(statements, roles))
    if agreements[0].overlap and len({when(s) for s in statements}) > 1:
        return _overlaps(agreements, turn)
    times = [say_interval(in_years(s.interval)) for s in statements]
    if all(times) and len(set(times)) > 1:
        return (", ", *_each(statements, [(time,) for time in times]))
    return ()


def _each(statements: tuple[Statement, ...], ends: list[Phrase]) -> Phrase:
    pairs = zip(statements, ends, strict=True)
    return enumerated((*subject(s.subject), " ", *end) for s, end in pairs)


def _overlaps(agreements: tuple[Agreement, ...], turn: int) -> Phrase:
    """Return when all had it at once, if that is known of each value."""
    times = tuple(say_interval(in_years(a.overlap)) for a in agreements if a.overlap)
    if len(times) < len(agreements):
        return ()
    types = {t for a in agreements if isinstance(a.value, Entity) for t in a.value.types}
    told = f"{say_list(times)}, respectively" if len(set(times)) > 1 else times[0]
    if any(one.endswith(_TERMS) for one in types):
        return (f"; their terms overlapped {told}",)
    if len(times) == 1 and turn % _TURNS:
        return (f", at the same time {told}",)
    return (f", with {'an overlap' if len(times) == 1 else 'overlaps'} {told}",)
