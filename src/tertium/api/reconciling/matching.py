"""From the queries of a batch to the candidates proposed for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.reconciling.holders import Holders
from tertium.api.reconciling.questions import DEEPEST, Strictness
from tertium.model.link import LinkQuery

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api.reconciling.holding import Holdings
    from tertium.api.reconciling.questions import Question
    from tertium.api.reconciling.tables import Named, Tables
    from tertium.model.link import Candidate, Linking, Reason
    from tertium.model.terms import Iri
    from tertium.model.values import Entity

__all__ = ["Feature", "Matcher", "Proposal"]

_LONGEST: Final = 1000
"""Nothing has a longer name, in characters."""
_FULL: Final = 100.0


@dataclass(frozen=True, slots=True)
class Feature:
    """In what respect a candidate fits, in words, and how well, from 0 to 1."""

    id: str
    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A candidate as it is proposed; the score is a probability in percent."""

    named: Named
    description: str
    types: tuple[Named, ...]
    score: float
    match: bool
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for a question: who, how likely, and whether it is meant beyond doubt."""

    entity: Entity
    score: float
    match: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Matcher:
    """Proposes candidates for questions."""

    tables: Tables
    holdings: Holdings

    def match(self, questions: Sequence[Question]) -> tuple[tuple[Proposal, ...], ...]:
        """Return the candidates of each question, the best first."""
        answers = self._linked(questions)
        found = [self._answer(*pair) for pair in zip(questions, answers, strict=True)]
        entities = [one.entity for some in found for one in some]
        blurbs = self.tables.reader.blurbs(entity.iri for entity in entities)
        known = self.tables.entities(i for one in entities for i in (one.iri, *one.types))
        return tuple(tuple(_proposal(one, known, blurbs) for one in some) for some in found)

    def _linked(self, questions: Sequence[Question]) -> list[tuple[_Found, ...]]:
        """Return what is found by name; of types that had better be, others if there are none."""
        found = self._asked([(question, _wanted(question)) for question in questions])
        again = [
            place
            for place, question in enumerate(questions)
            if not found[place] and question.types and question.strictness is Strictness.SHOULD
        ]
        others = self._asked([(questions[place], [()]) for place in again])
        for place, candidates in zip(again, others, strict=True):
            found[place] = tuple(_doubted(candidates))
        return found

    def _asked(
        self, asked: Sequence[tuple[Question, Sequence[tuple[Iri, ...]]]]
    ) -> list[tuple[_Found, ...]]:
        queries = [
            [_query(question, types) for types in wanted if _askable(question)]
            for question, wanted in asked
        ]
        limit = max((_depth(question) for question, _ in asked), default=0)
        every = (query for some in queries for query in some)
        linkings = self.tables.graph.link_all(every, limit=limit)
        return [_common([next(linkings) for _ in some]) for some in queries]

    def _answer(self, question: Question, linked: tuple[_Found, ...]) -> tuple[_Found, ...]:
        known = {one.entity.iri: one for one in self._candidates(question, linked)}
        fits = self.holdings.fitting(known, question.conditions)
        ranked = sorted((known[iri] for iri in fits), key=lambda one: (not one.match, -one.score))
        return tuple(ranked[: question.limit])

    def _candidates(self, question: Question, linked: tuple[_Found, ...]) -> Iterable[_Found]:
        """Return what is asked for by identifier, by name, or else by its values.

        What is told of the same thing later counts: an identifier that can be no name is beyond
        doubt, and any other less than what the name tells.
        """
        identified = tuple(self._identified(question))
        if question.ids is not None:
            return identified
        if not question.names:
            return self._holding(question)
        if any(one.match for one in identified):
            return (*_doubted(linked), *identified)
        return (*identified, *linked)

    def _identified(self, question: Question) -> Iterator[_Found]:
        """Yield the entities which are asked for by their identifiers."""
        texts = question.names[:1] if question.ids is None else question.ids
        space = self.tables.spaces.entities
        reader = self.tables.reader
        iris = [
            iri
            for text in texts
            if len(text) <= _LONGEST and (iri := space.iri(text)) and reader.knows(iri)
        ]
        names = reader.names(iris)
        sure = len(iris) == 1 and (question.ids is not None or _is_code(texts[0]))
        for iri in iris:
            yield _Found(names.entity(iri), 1.0, match=sure)

    def _holding(self, question: Question) -> Iterator[_Found]:
        """Yield what has the values given, where no name is; it is never matched by itself."""
        shares = Holders(self.tables, self.holdings).found(question)
        names = self.tables.reader.names(shares)
        for iri, share in shares.items():
            yield _Found(names.entity(iri), share, match=False)


def _proposal(one: _Found, known: Mapping[Iri, Named], blurbs: Mapping[Iri, str]) -> Proposal:
    return Proposal(
        named=known[one.entity.iri],
        description=blurbs[one.entity.iri],
        types=tuple(known[iri] for iri in one.entity.types),
        score=round(_FULL * one.score, 2),
        match=one.match,
        features=tuple(_features(one.reasons)),
    )


def _depth(question: Question) -> int:
    """Return how many candidates to look at, of which conditions may leave few."""
    return DEEPEST if question.conditions else question.limit


def _askable(question: Question) -> bool:
    """Return whether there is a name by which to look for candidates."""
    longest = max(map(len, question.names), default=0)
    return question.ids is None and 0 < longest <= _LONGEST


def _wanted(question: Question) -> Sequence[tuple[Iri, ...]]:
    """Return the types to ask for, in as many queries as must all be answered."""
    known = tuple(iri for iri in question.types if iri is not None)
    match question.strictness:
        case Strictness.ALL if len(known) == len(question.types) and known:
            return [(iri,) for iri in known]
        case Strictness.ALL if question.types:
            return []
        case _:
            return [known] if known or not question.types else []


def _query(question: Question, types: tuple[Iri, ...]) -> LinkQuery:
    text, *names = question.names
    return LinkQuery(text=text, names=tuple(names), types=types, given=question.given)


def _common(linkings: Sequence[Linking]) -> tuple[_Found, ...]:
    """Return the candidates of the first query which the others have, too."""
    if not linkings:
        return ()
    others = [{one.entity.iri for one in linking.candidates} for linking in linkings[1:]]
    meant = [None if linking.match is None else linking.match.entity.iri for linking in linkings]
    return tuple(
        _found(one, match=all(iri == one.entity.iri for iri in meant))
        for one in linkings[0].candidates
        if all(one.entity.iri in some for some in others)
    )


def _found(one: Candidate, *, match: bool) -> _Found:
    return _Found(one.entity, one.score, match, one.reasons)


def _doubted(found: Iterable[_Found]) -> Iterator[_Found]:
    """Yield candidates which are not of the type that they had better be of."""
    for one in found:
        yield _Found(one.entity, one.score, match=False, reasons=one.reasons)


def _features(reasons: Iterable[Reason]) -> Iterator[Feature]:
    seen = Counter[str]()
    for reason in reasons:
        kind = reason.kind.value
        seen[kind] += 1
        name = kind if seen[kind] == 1 else f"{kind}-{seen[kind]}"
        yield Feature(name, reason.text or kind, round(reason.score, 4))


def _is_code(text: str) -> bool:
    """Return whether an identifier cannot be a name at the same time."""
    return ":" in text or any(map(str.isdecimal, text))
