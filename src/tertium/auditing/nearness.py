"""The statements which come nearest to words of which nothing else is known."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tertium.auditing.matching import mentioned, standing
from tertium.auditing.vocabulary import Vocabulary
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Knowledge", "Nearness"]


class Knowledge(Protocol):
    """What may be asked of a graph."""

    def statements(self, iri: Iri) -> Sequence[Statement]:
        """Return what is stated of an entity, of whatever rank."""
        ...

    def entity(self, iri: Iri) -> Entity:
        """Return an entity with its label."""
        ...

    def lies_in(self, part: Iri, whole: Iri) -> bool:
        """Return whether one thing is a kind or a part of another, or lies in it."""
        ...


@dataclass(frozen=True, slots=True)
class Nearness:
    """Weighs statements by the entities and the words which they share with a claim."""

    knowledge: Knowledge
    vocabulary: Vocabulary

    def to(
        self, subject: Iri, named: Collection[Iri], words: Collection[str]
    ) -> tuple[Statement, ...]:
        """Return what is stated of the subject and one of the named, then what shares words."""
        own = standing(self.knowledge.statements(subject))
        linked = [s for s in own if not mentioned(s).isdisjoint(named)]
        back = [
            s
            for iri in sorted(named)
            for s in standing(self.knowledge.statements(iri))
            if subject in mentioned(s)
        ]
        return tuple(dict.fromkeys((*linked, *back, *self._alike(own, self._bare(subject, words)))))

    def judgements(self, subject: Iri, words: Collection[str]) -> tuple[Statement, ...]:
        """Return the judgements of somebody on the subject that share words."""
        own = standing(self.knowledge.statements(subject))
        judged = (s for s in own if s.predicate.judgement)
        return self._alike(judged, self._bare(subject, words))

    def worded(
        self, subject: Iri, words: Collection[str], predicates: Collection[Iri]
    ) -> tuple[Statement, ...]:
        """Return the judgements on the subject whose value is in the words, all of it.

        What the value has in common with its property's name need not be said again. Of properties
        that nothing announces, a value counts from two words on.
        """
        found = []
        for s in standing(self.knowledge.statements(subject)):
            label = self._stems(s)
            bare = label - set(self.vocabulary.stemmer.stems(s.predicate.label))
            announced = s.predicate.iri in predicates
            said = bare and bare.issubset(words) and (announced or len(bare) > 1)
            if s.predicate.judgement and said:
                found.append(s)
        return tuple(found)

    def _bare(self, subject: Iri, words: Collection[str]) -> set[str]:
        """Return words without the name of the subject, which many a value shares."""
        return set(words).difference(
            self.vocabulary.stemmer.stems(self.knowledge.entity(subject).label)
        )

    def _alike(
        self, statements: Iterable[Statement], words: Collection[str]
    ) -> tuple[Statement, ...]:
        """Return the statements whose value shares half of its words or two of them."""
        shares = [(s, self._stems(s)) for s in statements]
        near = [
            (-len(label.intersection(words)) / len(label), place, s)
            for place, (s, label) in enumerate(shares)
            if len(label.intersection(words)) * 2 >= min(len(label), 4) and label
        ]
        return tuple(s for _, _, s in sorted(near, key=lambda one: one[:2]))

    def _stems(self, statement: Statement) -> set[str]:
        if not isinstance(statement.value, Entity):
            return set()
        words = self.vocabulary.stemmer.tokens(statement.value.label)
        return {word.stem for word in words if not self.vocabulary.of(word.plain)}
