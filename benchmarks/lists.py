"""Lists of names with what is known beside them, made from a graph, and who is truly meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

import tertium
from benchmarks.misspelling import FORMS
from tertium.linking import Known
from tertium.linking.naming import cost
from tertium.model.dates import Date
from tertium.model.link import Given, LinkQuery
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Entity, Quantity
from tertium.queries.arcs import arcs_from
from tertium.queries.reading.dates import guessed
from tertium.queries.reading.values import value_of
from tertium.store.vocabulary import ALIASES, canonical, is_statement, is_type

__all__ = ["Task", "Wish", "hide", "meant", "tasks"]

_YEARS: Final = 3
"""One in so many dates is given as a year."""
_FINDABLE: Final = 1.5
"""What differs more, by rule of thumb, is no name by which a thing would be found."""
_WRONG: Final = 12
"""One in so many things given is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A query, the thing that is meant, and whether the graph is to do without it.

    `hidden` is an alias which stands in the query and not in the graph, if there is one.
    """

    query: LinkQuery
    thing: Iri
    absent: bool = False
    hidden: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What tasks are made: forms of names, how many values are given, how often none is there."""

    forms: Sequence[str] = tuple(FORMS)
    aliases: float = 0.3
    given: Sequence[int] = (0, 0, 1, 2)
    typed: float = 0.2
    absent: float = 0.25
    seed: int = 1


def tasks(kg: tertium.KnowledgeGraph, things: Iterable[Iri], wish: Wish) -> Iterator[Task]:
    """Yield a task for each thing that has a name."""
    random = Random(wish.seed)
    pool = _Others()
    for thing in things:
        made = _Maker(kg, random, wish, pool).task(thing)
        if made is not None:
            yield made


@dataclass
class _Others:
    """Values of things met before, to be given wrongly of others."""

    values: dict[Iri, list[str]] | None = None

    def another(self, predicate: Iri, text: str, random: Random) -> str:
        known = self.values = self.values or {}
        others = known.setdefault(predicate, [])
        wrong = [one for one in others if one != text]
        others.append(text)
        return random.choice(wrong) if wrong and not random.randrange(_WRONG) else text


@dataclass(frozen=True)
class _Maker:
    kg: tertium.KnowledgeGraph
    random: Random
    wish: Wish
    pool: _Others

    def task(self, thing: Iri) -> Task | None:
        reader, random, wish = self.kg.reader, self.random, self.wish
        named = reader.names((thing,))[thing]
        if not named.labelled:
            return None
        arcs = arcs_from(reader, (thing,)).get(thing, ())
        aliases = sorted(
            {o.lexical for p, o in arcs if p in ALIASES and isinstance(o, Literal)}
            - {named.entity.label}
        )
        alias = random.choice(aliases) if aliases and random.random() < wish.aliases else ""
        hidden = alias if random.randrange(2) else ""
        form = random.choice(wish.forms)
        text = FORMS[form](alias or named.entity.label, random)
        types = named.entity.types if random.random() < wish.typed else ()
        given = tuple(self._given(arcs))
        absent = random.random() < wish.absent
        if text is None:
            return None
        query = LinkQuery(text=text, types=types[:1], given=given, key=thing)
        return Task(query=query, thing=thing, absent=absent, hidden=hidden, form=form)

    def _given(self, arcs: Iterable[tuple[Iri, Term]]) -> Iterator[Given]:
        wanted = self.random.choice(self.wish.given)
        by_property: dict[Iri, list[str]] = {}
        for predicate, term in arcs:
            if is_statement(predicate) and not is_type(predicate):
                text = self._text(predicate, term)
                if text:
                    by_property.setdefault(predicate, []).append(text)
        known = sorted(by_property)
        for predicate in self.random.sample(known, min(wanted, len(known))):
            text = self.random.choice(by_property[predicate])
            yield Given(predicate, (self.pool.another(predicate, text, self.random),))

    def _text(self, predicate: Iri, term: Term) -> str:
        """Return a value as somebody would write it."""
        things = () if isinstance(term, BlankNode | Literal) else (term,)
        names = self.kg.reader.names((*things, canonical(predicate)))
        match value_of(term, canonical(predicate), names):
            case Entity(label=label, language=language) if language:
                return label
            case Date() as date:
                return self._date(guessed(date))
            case Quantity(amount=amount):
                return f"{amount:f}"
            case _:
                return ""

    def _date(self, date: Date) -> str:
        if date.month is None or date.day is None or not self.random.randrange(_YEARS):
            return f"{date.year:04d}"
        return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


def hide(known: Sequence[Known], task: Task) -> tuple[Known, ...]:
    """Return what is known of candidates in a graph without what a task is to do without."""
    left = (one for one in known if not (task.absent and one.entity.iri == task.thing))
    return tuple(
        _without(one, task.hidden) if one.entity.iri == task.thing else one for one in left
    )


def meant(known: Sequence[Known], task: Task) -> Iri | None:
    """Return who is meant of candidates; nobody, when no name is left that could find it."""
    for one in known:
        if one.entity.iri == task.thing and cost(task.query.text, one.names) < _FINDABLE:
            return one.entity.iri
    return None


def _without(one: Known, alias: str) -> Known:
    return replace(one, names=tuple(name for name in one.names if name != alias)) if alias else one
