"""The statements that may answer a claim, and which of them do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tertium.auditing.claiming import Draft
from tertium.auditing.matching import equals, qualifies, standing
from tertium.auditing.nearness import Knowledge
from tertium.auditing.vocabulary import AMOUNT, ANOTHER, ANY, Saying
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Quantity

__all__ = ["Pool"]


@dataclass(frozen=True, slots=True)
class Pool:
    """The statements of a graph, as claims on some comparands ask for them."""

    knowledge: Knowledge
    parties: tuple[Iri, ...]
    upward: frozenset[Iri]

    def of(self, draft: Draft) -> Iterator[tuple[Statement, Saying]]:
        """Yield what is stated by the properties of a claim, of its subject or of its objects."""
        own = self.knowledge.statements(draft.subject)
        others = [s for iri in sorted(draft.objects) for s in self.knowledge.statements(iri)]
        for saying in draft.sayings:
            if not saying.inverse:
                yield from ((s, saying) for s in own if s.predicate.iri == saying.predicate)
            for s in others:
                turned = saying.inverse or s.predicate.symmetric
                if turned and s.predicate.iri == saying.predicate and _is(s, draft.subject):
                    yield s, replace(saying, inverse=True)

    def fits(self, statement: Statement, saying: Saying, draft: Draft) -> bool:
        """Return whether a statement says what a claim says, but for its dates."""
        if saying.qualified is not None and not qualifies(statement, {saying.qualified}):
            return False
        if saying.inverse:
            return True
        value = statement.value
        if draft.objects:
            extra = saying.value == ANY and qualifies(statement, draft.objects)
            return extra or self._within(statement, draft.objects)
        if isinstance(value, Quantity):
            counted = draft.number if saying.value == AMOUNT else None
            return counted is not None and equals(value, counted)
        if isinstance(value, Entity):
            return self._fits_bare(value.iri, saying, draft)
        return isinstance(value, Date) and bool(draft.dates)

    def rivals(self, hits: Iterable[Statement]) -> tuple[Statement, ...]:
        """Return what else is stated by properties which have but one value in truth."""
        return self._beside(one for one in hits if one.predicate.functional)

    def others(self, hits: Iterable[Statement]) -> tuple[Statement, ...]:
        """Return the other amounts which somebody gives for the same."""
        return standing(self._beside(one for one in hits if isinstance(one.value, Quantity)))

    def _beside(self, hits: Iterable[Statement]) -> tuple[Statement, ...]:
        return tuple(
            s
            for one in hits
            for s in self.knowledge.statements(one.subject)
            if s.predicate.iri == one.predicate.iri and s.value != one.value
        )

    def _fits_bare(self, iri: Iri, saying: Saying, draft: Draft) -> bool:
        """Return whether a value is what a cue says by itself."""
        if saying.value == ANOTHER:
            return iri in self.parties and iri != draft.subject
        return saying.value in {ANY, iri}

    def _within(self, statement: Statement, entities: frozenset[Iri]) -> bool:
        if not isinstance(statement.value, Entity):
            return False
        iri, wide = statement.value.iri, statement.predicate.iri in self.upward
        return iri in entities or (
            wide and any(self.knowledge.lies_in(iri, one) for one in sorted(entities))
        )


def _is(statement: Statement, iri: Iri) -> bool:
    return isinstance(statement.value, Entity) and statement.value.iri == iri
