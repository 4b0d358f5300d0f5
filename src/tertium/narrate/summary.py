"""What the difference is: the story, what is shared, what tells them apart."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final, TypeVar

from tertium.model.schema import Facet, Property
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.model.verdict import View
from tertium.narrate.contrasting import contrasting
from tertium.narrate.crossing import crossing
from tertium.narrate.introducing import introducing
from tertium.narrate.judging import judging
from tertium.narrate.kinds import is_telling
from tertium.narrate.messages import Agreement, Message, Opinion, Shared, statements_of
from tertium.narrate.planned import Planned
from tertium.narrate.planner import Planner
from tertium.narrate.relating import relating
from tertium.narrate.sharing import agreements
from tertium.narrate.stating import gaps, stating
from tertium.narrate.topics import Topic, only

__all__ = ["summary"]

_RELATIONS: Final = 2
_STORY: Final = 4
"""How many sentences tell what several were to one another."""
_SHARED: Final = 2
_CROSSED: Final = 1
_DIFFERENCES: Final = 3
_PORTRAIT: Final = 3
_T = TypeVar("_T")


def summary(planner: Planner) -> tuple[Message, ...]:
    """Return the messages that answer "What's the difference?"."""
    topics = planner.topics(planner.comparison.rows)
    if planner.view is not View.ALL:
        return tuple(_of_view(topics, planner))
    facts = planner.facts(topics)
    first = tuple(introducing(planner.definitions()))
    linked = planner.relations(facts)
    of_each_other = sorted({s.predicate for s in linked}, key=_story)
    story = [s for p in of_each_other[:_RELATIONS] for s in linked if s.predicate == p]
    rest = tuple(t for t in facts if t.row.predicate not in of_each_other)
    untold = only(rest, lambda s: not (first and s.predicate.defines))
    return (
        *first,
        *islice(relating(story), min(_STORY, 1 + len(planner.comparison.entities))),
        *_shared(untold, planner),
        *(one.message for one in _told(untold, planner)),
        *_judgement(topics),
    )


def _of_view(topics: tuple[Topic, ...], planner: Planner) -> Iterator[Message]:
    """Yield the first things of a view: what is shared, what differs, or what is missing."""
    facts = planner.facts(topics)
    if planner.view is View.SHARED:
        yield from introducing(planner.definitions())
        yield from _shared(only(facts, lambda s: not s.predicate.defines), planner)
    elif planner.view is View.DIFFERENCES:
        yield from (one.message for one in _told(facts, planner))
        yield from _judgement(topics)
    else:
        yield from (one.message for one in islice(gaps(facts, 0.0), _DIFFERENCES))


def _story(predicate: Property) -> tuple[bool, int]:
    """Sort what two were to each other before what one did to the other."""
    return (not predicate.symmetric, predicate.order)


def _shared(topics: Iterable[Topic], planner: Planner) -> Iterator[Message]:
    """Yield what all have that is best known and documented, of different facets."""
    everyone = len(planner.comparison.entities)
    shared = [one for topic in topics for one in agreements(topic) if one.positive]
    found = [one for one in shared if len(one.statements) == everyone]
    fame = planner.fame

    def worth(agreement: Agreement) -> int:
        return -fame[agreement.value] - sum(len(s.references) for s in agreement.statements)

    ranked = {one.value: one for one in sorted(found, key=worth, reverse=True)}
    best = sorted(ranked.values(), key=worth)
    chosen = _first_of_facet(best, lambda one: one.statements[0])[:_SHARED]
    if len(chosen) > 1:  # two times of two things at the end of one sentence nobody can follow
        chosen = [replace(one, overlap=None) for one in chosen]
    if chosen:
        yield Shared(tuple(chosen), everyone=True, among=everyone)


def _told(topics: tuple[Topic, ...], planner: Planner) -> list[Planned]:
    """Return what sets them apart; of one entity alone, what there is to say."""
    if len(planner.comparison.entities) == 1:
        return _first_of_facet(sorted(stating(topics), key=_worth), _statement)[:_PORTRAIT]
    alike = {
        (s.predicate.iri, s.value)
        for topic in topics
        for one in agreements(topic)
        for s in one.statements
    }
    own = [topic for topic in topics if not topic.row.contested]
    things = only(
        own, lambda s: isinstance(s.value, Entity) and (s.predicate.iri, s.value) not in alike
    )
    crossed = sorted(crossing(things), key=lambda one: (-one.worth, one.order))[:_CROSSED]
    crossed_facets = {_statement(one).predicate.facet for one in crossed}
    others = [t for t in things if t.row.facet not in crossed_facets]
    facets = dict.fromkeys(topic.row.facet for topic in others)
    apart = (
        one for facet in facets for one in contrasting(t for t in others if t.row.facet == facet)
    )
    chosen = _first_of_facet(sorted(apart, key=_worth), _statement)
    return [*chosen[: _DIFFERENCES - len(crossed)], *crossed]


def _judgement(topics: Iterable[Topic]) -> Iterator[Message]:
    """Yield the first judgements that are set against each other, or side by side."""
    held = judging(only(topics, lambda s: s.predicate.judgement))
    opinions = (one.message for one in held if isinstance(one.message, Opinion))
    yield from islice((one for one in opinions if len(one.views) > 1), 1)


def _worth(planned: Planned) -> tuple[bool, int, float, tuple[int, ...]]:
    """Sort what a difference turns on first; then what is worth most."""
    telling = is_telling(_statement(planned).value)
    rank = _statement(planned).predicate.facet.order if telling else 0
    return (not telling, rank, -planned.worth, planned.order)


def _statement(planned: Planned) -> Statement:
    return statements_of(planned.message)[0]


def _first_of_facet(items: Iterable[_T], statement: Callable[[_T], Statement]) -> list[_T]:
    """Return the first item of each facet."""
    first = dict[Facet, _T]()
    for item in items:
        first.setdefault(statement(item).predicate.facet, item)
    return list(first.values())
