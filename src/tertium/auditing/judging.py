"""What the graph says to a claim. It is never refuted by silence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertium.auditing.claiming import Draft
from tertium.auditing.matching import Timing, standing, timing
from tertium.auditing.nearness import Knowledge, Nearness
from tertium.auditing.pooling import Pool
from tertium.auditing.remaining import Rest
from tertium.auditing.vocabulary import Vocabulary
from tertium.model.audit import AuditVerdict, Finding, Passage
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity

__all__ = ["Judge"]

_UNHELD: Final = "a judgement, and nobody is named who holds it"


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges claims on some comparands."""

    knowledge: Knowledge
    vocabulary: Vocabulary
    parties: tuple[Iri, ...]

    def findings(self, passage: Passage, claim: Draft | Rest) -> Iterator[Finding]:
        """Yield what became of a claim; words of it that judge are a claim of their own."""
        subject = None if claim.subject is None else self.knowledge.entity(claim.subject)
        base = Finding(
            passage=passage,
            start=claim.start,
            end=claim.end,
            verdict=AuditVerdict.NOT_IN_GRAPH,
            why="no statement says so",
            subject=subject,
        )
        taken = f"; “{claim.remark}” is taken for {subject.label}" if subject else ""
        known = taken if claim.remark else ""
        found = self._rest(base, claim) if isinstance(claim, Rest) else self._draft(base, claim)
        for finding in found:
            yield replace(finding, why=finding.why + known)

    def _draft(self, base: Finding, draft: Draft) -> Iterator[Finding]:
        pool = tuple(self._pool.of(draft))
        apart = draft.objects and draft.dates and not draft.blocked
        if apart and any(isinstance(s.value, Date) for s, _ in pool):  # "in Gori in 1878"
            yield from self._draft(base, replace(draft, dates=()))
            yield from self._draft(base, replace(draft, objects=frozenset(), judged=()))
            return
        hits = tuple(dict.fromkeys(s for s, saying in pool if self._pool.fits(s, saying, draft)))
        hits = tuple(s for s in hits if _any_is(s, draft.objects)) or hits
        if draft.blocked:
            near = hits or self._near.to(draft.subject, draft.objects, draft.words)
            yield _answer(base, AuditVerdict.NOT_UNDERSTOOD, draft.blocked, near=near)
            return
        if draft.negated:
            yield self._negated(base, draft, hits)
        elif hits:
            yield from self._met(base, draft, hits)
        else:
            yield self._unmet(base, draft, tuple(s for s, _ in pool))
        if draft.judged:
            why = f"{_quoted(draft.judged)}: {_UNHELD}"
            near = self._near.judgements(draft.subject, draft.words)
            yield _answer(base, AuditVerdict.OPINION, why, near=near)

    def _rest(self, base: Finding, rest: Rest) -> Iterator[Finding]:
        judged = f"{_quoted(rest.judged)}: {_UNHELD}"
        if rest.subject is None:
            why = judged if rest.judged else "it is not clear of whom this is said"
            kind = AuditVerdict.OPINION if rest.judged else AuditVerdict.NOT_UNDERSTOOD
            yield _answer(base, kind, why)
            return
        held = self._near.worded(rest.subject, rest.words, {one.predicate for one in rest.sayings})
        near = self._near.to(rest.subject, rest.named, rest.words)
        if held:
            yield self._opinion(base, held)
        elif rest.judged:
            near = self._near.judgements(rest.subject, rest.words) or near
            yield _answer(base, AuditVerdict.OPINION, judged, near=near)
        else:
            yield _answer(base, AuditVerdict.NOT_UNDERSTOOD, "no claim was recognised", near=near)

    @property
    def _near(self) -> Nearness:
        return Nearness(self.knowledge, self.vocabulary)

    @property
    def _pool(self) -> Pool:
        return Pool(self.knowledge, self.parties, self.vocabulary.upward)

    def _met(self, base: Finding, draft: Draft, hits: tuple[Statement, ...]) -> Iterator[Finding]:
        good = standing(hits)
        if not good:
            rivals = self._pool.rivals(hits)
            why = "the graph has it as deprecated"
            yield replace(
                _answer(base, AuditVerdict.CONTRADICTED, why, on=hits + rivals), contested=True
            )
            return
        if not draft.dates:
            yield self._stated(base, good)
            return
        agreed = tuple(s for s in good if any(_at(s, one) is Timing.AGREES for one in draft.dates))
        unmet = [one for one in draft.dates if all(_at(s, one) is not Timing.AGREES for s in good)]
        # Each date is that of some statement ("in 1908 and 1910"), or that of another ("A in 1908
        # and B in 1910").
        if not unmet or (agreed and self._names_others(base)):
            yield self._stated(base, agreed)
        elif any(all(_at(s, one) is Timing.CONFLICTS for s in good) for one in unmet):
            yield self._misdated(base, draft, good)
        else:
            yield self._stated(base, good)
            yield _answer(base, AuditVerdict.NOT_IN_GRAPH, "stated, but without a date", near=good)

    def _names_others(self, base: Finding) -> bool:
        """Return whether the words of a claim name another comparand, whose a date may be."""
        said = base.passage.text[base.start : base.end]
        others = (self.knowledge.entity(one) for one in self.parties)
        return any(one.label.split()[-1] in said for one in others if one != base.subject)

    def _misdated(self, base: Finding, draft: Draft, late: tuple[Statement, ...]) -> Finding:
        once = tuple(s for s in late if s.predicate.functional) or (late if draft.objects else ())
        deprecated = tuple(
            s
            for one in once
            for s in self._pool.rivals((one,))
            if isinstance(s.value, Date) and timing(s, draft.dates) is Timing.AGREES
        )
        if not once:
            return _answer(base, AuditVerdict.NOT_IN_GRAPH, "stated of other dates", near=late)
        found = _answer(
            base, AuditVerdict.CONTRADICTED, "the graph dates it otherwise", on=once + deprecated
        )
        return replace(found, contested=bool(deprecated))

    def _stated(self, base: Finding, hits: tuple[Statement, ...]) -> Finding:
        if all(s.predicate.judgement for s in hits):
            return self._opinion(base, hits)
        plain = tuple(s for s in hits if not s.predicate.judgement)
        rivals = self._pool.rivals(plain)
        found = _answer(base, AuditVerdict.SUPPORTED, "the graph states it", on=plain + rivals)
        return replace(found, contested=bool(rivals) or any(s.contested for s in plain))

    def _opinion(self, base: Finding, hits: tuple[Statement, ...]) -> Finding:
        holders = dict.fromkeys(holder.label for s in hits for holder in s.holders)
        why = f"held by {', '.join(holders)}" if holders else "a judgement without a holder"
        others = self._pool.others(hits)
        contested = bool(others) or any(s.contested for s in hits)
        return replace(
            _answer(base, AuditVerdict.OPINION, why, on=hits + others), contested=contested
        )

    def _negated(self, base: Finding, draft: Draft, hits: tuple[Statement, ...]) -> Finding:
        if hits and not draft.dates and not all(s.predicate.judgement for s in hits):
            return _answer(base, AuditVerdict.CONTRADICTED, "the graph states it", on=hits)
        none = tuple(s for s, _ in self._pool.of(draft) if isinstance(s.value, NoValue))
        if none:
            return _answer(base, AuditVerdict.SUPPORTED, "it is stated that there is none", on=none)
        why = "a denial, to which the graph says nothing"
        return _answer(base, AuditVerdict.NOT_IN_GRAPH, why, near=hits)

    def _unmet(self, base: Finding, draft: Draft, pool: tuple[Statement, ...]) -> Finding:
        none = tuple(s for s in pool if isinstance(s.value, NoValue))
        opposite = tuple(self._opposite(draft))
        rivals = tuple(s for s in standing(pool) if self._excludes(s, draft))
        for found, why in (
            (none, "it is stated that there is none"),
            (opposite, "the graph states the opposite"),
            (rivals, "the graph states another value, and there is but one"),
        ):
            if found:
                return _answer(base, AuditVerdict.CONTRADICTED, why, on=found)
        near = self._near.to(draft.subject, draft.objects, draft.words)
        if draft.vague and pool and not any(isinstance(s.value, Date) for s in pool):
            return _answer(base, AuditVerdict.NOT_UNDERSTOOD, "it is not clear of what", near=near)
        return _answer(base, base.verdict, base.why, near=near)

    def _opposite(self, draft: Draft) -> Iterator[Statement]:
        against = {
            iri for one in draft.sayings for iri in self.vocabulary.opposites.get(one.predicate, ())
        }
        for s in standing(self.knowledge.statements(draft.subject)):
            told = s.predicate.iri in against and isinstance(s.value, Entity)
            if (
                told
                and _any_is(s, draft.objects)
                and timing(s, draft.dates) is not Timing.CONFLICTS
            ):
                yield s

    def _excludes(self, statement: Statement, draft: Draft) -> bool:
        """Return whether a statement leaves no room for the claim."""
        value = statement.value
        if not statement.predicate.functional or not isinstance(value, Entity | Quantity):
            return False
        if isinstance(value, Quantity):
            return draft.number is not None and not draft.objects
        fixed = {
            one.value
            for one in draft.sayings
            if one.predicate == statement.predicate.iri and one.value
        }
        return any(
            set(value.types).intersection(self.knowledge.entity(one).types)
            and not self._related(one, value.iri)
            for one in sorted(draft.objects or fixed)
        )

    def _related(self, one: Iri, other: Iri) -> bool:
        return self.knowledge.lies_in(one, other) or self.knowledge.lies_in(other, one)


def _at(statement: Statement, date: Date) -> Timing:
    return timing(statement, (date,))


def _answer(
    base: Finding,
    verdict: AuditVerdict,
    why: str,
    *,
    on: Sequence[Statement] = (),
    near: Sequence[Statement] = (),
) -> Finding:
    bearing = tuple(dict.fromkeys(on))
    return replace(base, verdict=verdict, why=why, statements=bearing, nearest=tuple(near)[:3])


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _is(statement: Statement, iri: Iri) -> bool:
    return isinstance(statement.value, Entity) and statement.value.iri == iri


def _any_is(statement: Statement, iris: frozenset[Iri]) -> bool:
    return any(_is(statement, iri) for iri in iris)
