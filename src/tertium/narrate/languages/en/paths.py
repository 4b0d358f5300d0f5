"""A path in English: a sentence which leads from one end to the other."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from tertium.model.narrative import ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value
from tertium.narrate.claims import claim
from tertium.narrate.kinds import is_person
from tertium.narrate.languages.en.circumstances import tail, when
from tertium.narrate.languages.en.clauses import Verbs
from tertium.narrate.languages.en.ellipsis import auxiliary
from tertium.narrate.languages.en.subjects import it, subject
from tertium.narrate.messages import Part
from tertium.narrate.phrases import Name, Phrase, Proform
from tertium.narrate.realise import Draft

__all__ = ["path"]

_IN: Final = " in"


def path(statements: Sequence[Statement], verbs: Verbs) -> Draft:
    """Return a path of one statement or more, each in its turn."""
    kind = ClaimKind.PATH if len(statements) > 1 else ClaimKind.RELATION
    phrase: Phrase = ()
    before: Statement | None = None
    for _, group in groupby(statements, key=_subject):
        run = tuple(group)
        phrase += (
            _first(run, verbs) if before is None else _next(before, run, phrase=phrase, verbs=verbs)
        )
        before = run[-1]
    return Draft(phrase=phrase, claims=(claim(kind, statements),))


def _first(run: Part, verbs: Verbs) -> Phrase:
    return (*subject(run[0].subject), " ", *_verb(run, verbs))


def _next(before: Statement, run: Part, *, phrase: Phrase, verbs: Verbs) -> Phrase:
    """Return what follows: "who …" of the value, "as did …" of who has it too, or a new clause."""
    first, value = run[0], before.value
    known = Name(value.iri, value.prose) if isinstance(value, Entity) else Name(before.subject, "")
    if known.entity == first.subject:
        follows = _names(phrase[-1], known.entity)
        return (f", {_relative(value)} ", *_verb(run, verbs)) if follows else _again(run, verbs)
    if len(run) == 1 and (before.predicate, before.term) == (first.predicate, first.term):
        mine, other = tail((before,)), tail((first,))
        if mine == other or (other and _only_time(before, mine) and _only_time(first, other)):
            too = (", as ", auxiliary(first, verbs), " ", *subject(first.subject))
            return too if mine == other else (*too, *other)
    return _short(_again(run, verbs), first.value, before)


def _only_time(statement: Statement, circumstances: Phrase) -> bool:
    """Return whether it is told when it was, or nothing: "as did" would take the rest over."""
    return circumstances in {(), (" ", when(statement))}


def _short(clause: Phrase, value: Value, before: Statement) -> Phrase:
    """Return a clause in which a thing that has just been named is "it", but not "in it"."""
    named = (before.subject, before.term)
    if not isinstance(value, Entity) or value.iri not in named or is_person(value):
        return clause
    place = next(at for at, piece in enumerate(clause) if _names(piece, value.iri))
    if any(isinstance(piece, str) and piece.endswith(_IN) for piece in clause[place - 2 : place]):
        return clause
    return (*clause[:place], it(value), *clause[place + 1 :])


def _names(piece: str | Name | Proform, entity: Iri) -> bool:
    return isinstance(piece, Name) and piece.entity == entity


def _again(run: Part, verbs: Verbs) -> Phrase:
    return ("; ", *_first(run, verbs))


def _verb(run: Part, verbs: Verbs) -> Phrase:
    return verbs.all(tuple((statement,) for statement in run))


def _relative(value: Value) -> str:
    return "who" if is_person(value) else "which"


def _subject(statement: Statement) -> Iri:
    return statement.subject
