"""From a passage to its atomic claims: who, which property, what, when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tertium.auditing.dating import Dated, Numbered
from tertium.auditing.marking import Clause, Cue, Marked, Span
from tertium.auditing.objects import Named, antecedent, objects_of
from tertium.auditing.remaining import Leftover, Rest
from tertium.auditing.subjects import Focus, Spoken
from tertium.auditing.vocabulary import AMOUNT, Saying, WordKind
from tertium.model.dates import Date
from tertium.model.terms import Iri

__all__ = ["Draft", "claims_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim that was understood: it can be held against the graph.

    `blocked` says why it cannot be, after all; `judged` are its words that judge; `remark` is the
    pronoun by which its subject is named.
    """

    start: int
    end: int
    subject: Iri
    sayings: tuple[Saying, ...]
    words: frozenset[str]
    objects: frozenset[Iri] = frozenset()
    dates: tuple[Date, ...] = ()
    number: Numbered | None = None
    negated: bool = False
    blocked: str = ""
    judged: tuple[str, ...] = ()
    remark: str = ""

    @property
    def vague(self) -> bool:
        """Whether it says when, and not what."""
        said = any(saying.value for saying in self.sayings)
        return not (self.objects or self.number or said)


def claims_in(marked: Marked, focus: Focus, rows: tuple[Saying, ...]) -> Iterator[Draft | Rest]:
    """Yield the claims of a passage in their order; `rows` is what the label of its row says."""
    focus.enter(marked)
    sayings = rows
    for clause in marked.clauses:
        cues = [cue for cue in marked.cues if clause.first <= cue.first < clause.last]
        if marked.passage.party is not None:
            sayings = cues[-1].sayings if cues else sayings
            cues = cues or [Cue(clause.first, clause.first, sayings)]
        taken = [_Taken(marked, clause, cue, focus.of_cue(marked, clause, cue)) for cue in cues]
        for one in taken:
            yield from one.drafts
        known = [one.spoken for one in taken if one.spoken.subjects]
        spoken = known[0] if known else focus.of_rest(marked, clause)
        used = frozenset(at for one in taken for at in one.places)
        weak = [saying for one in taken if not one.tells for saying in one.cue.sayings]
        whole = Leftover(marked, clause, focus, spoken, used)
        yield from whole.rests(tuple(dict.fromkeys(weak)))
    focus.leave(marked)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A cue with all that it takes up: subject, objects, dates, an amount."""

    marked: Marked
    clause: Clause
    cue: Cue
    spoken: Spoken

    @property
    def tells(self) -> bool:
        """Whether it is known of whom it speaks, and what it says."""
        said = any(saying.value not in {None, AMOUNT} for saying in self.cue.sayings)
        return bool(self.spoken.subjects) and bool(
            self.objects or self.dates or self.number or said
        )

    @property
    def drafts(self) -> Iterator[Draft]:
        """The claims: one for each subject and object."""
        if not self.tells:
            return
        for subject in self.spoken.subjects:
            for place, one in enumerate(self.objects or (None,)):
                draft = self._draft(subject, one)
                yield replace(draft, judged=()) if place else draft

    @property
    def objects(self) -> tuple[Named, ...]:
        """The names which follow the cue; a mere "was" needs one right behind it."""
        found = tuple(objects_of(self.marked, self.cue.last, self._end))
        if not found and self._end == self.clause.last and self.spoken.places:
            found = antecedent(self.marked, self.clause)
        bare = range(self.cue.first, self.cue.last)
        if bare and all(self.marked.hollow(at) for at in bare):
            return tuple(one for one in found if not one.blocked)
        return found

    @property
    def dates(self) -> tuple[Dated, ...]:
        """The dates which follow the cue, or open its clause."""
        return tuple(
            one
            for one in self.marked.dates
            if self.cue.last <= one.first < self._end
            or self.clause.first
            <= one.first
            < one.last
            <= min(self.clause.first + 4, self.cue.first)
        )

    @property
    def number(self) -> Numbered | None:
        """The amount next to the cue, if it announces one."""
        if all(saying.value != AMOUNT for saying in self.cue.sayings):
            return None
        near = (
            one
            for one in self.marked.numbers
            if self.cue.last <= one.first < self._end or one.last == self.cue.first
        )
        return next(near, None)

    @property
    def places(self) -> frozenset[int]:
        """The words which are taken up."""
        if not self.tells:
            return frozenset()
        spans: list[Span] = [self.cue, *(one.mention for one in self.objects), *self.dates]
        found = {at for span in spans for at in range(span.first, span.last)}
        found.update(range(self.number.first, self.number.last) if self.number else ())
        inside = range(self.cue.first, max(found, default=self.cue.first))
        found.update(at for at in inside if self.marked.evaluative(at))  # told with the claim
        return frozenset(found.union(self.spoken.places))

    @property
    def _end(self) -> int:
        """Where the next cue begins, or the clause ends."""
        later = (c.first for c in self.marked.cues if c.first >= self.cue.last)
        return min((at for at in later if at < self.clause.last), default=self.clause.last)

    def _draft(self, subject: Iri, named: Named | None) -> Draft:
        marked, places = self.marked, sorted(self._span(named))
        first, last = places[0], places[-1]
        inside = range(first, last + 1)
        return Draft(
            start=marked.tokens[first].start,
            end=marked.tokens[last].end,
            subject=subject,
            sayings=self.cue.sayings,
            words=marked.stems(first, last + 1),
            objects=named.mention.entities if named else frozenset(),
            dates=tuple(one.date for one in self.dates),
            number=None if named else self.number,
            negated=self._has(WordKind.NEGATION, named),
            blocked=self._obstacle(named),
            judged=tuple(marked.tokens[at].text for at in inside if self._judges(at)),
            remark=self.spoken.remark,
        )

    def _span(self, named: Named | None) -> set[int]:
        spans: list[Span] = [self.cue, *([named.mention] if named else ()), *self.dates]
        if named is None and self.number is not None:
            spans.append(self.number)
        return {at for span in spans for at in range(span.first, span.last)}

    def _judges(self, at: int) -> bool:
        return self.marked.evaluative(at) and not (
            self.cue.whole and self.cue.first <= at < self.cue.last
        )

    def _obstacle(self, named: Named | None) -> str:
        """Return why the claim is more than its cue and object say; empty when it is not."""
        before = next((one for one in self.marked.cues if self._governs(one)), None)
        if before is not None:  # "supported the enemies of"
            words = (token.text for token in self.marked.tokens[before.first : before.last])
            return f"“{' '.join(words)}” governs it"
        if self._has(WordKind.MODAL, named):
            return "it says what might be"
        return named.blocked if named else ""

    def _governs(self, other: Cue) -> bool:
        """Return whether this is the object of another cue, which stands right before it."""
        between = range(other.last, self.cue.first)
        kinds = (self.marked.of(at) for at in range(other.first, other.last))
        tied = any(WordKind.LINKING in one or WordKind.CONJUNCTION in one for one in kinds)
        words = range(other.first, other.last)
        full = any(not self.marked.hollow(at) and not self.marked.evaluative(at) for at in words)
        return (
            other.last <= self.cue.first
            and all(WordKind.ARTICLE in self.marked.of(at) for at in between)
            and "," not in self.marked.tokens[other.last].gap
            and not tied
            and full
        )

    def _has(self, kind: WordKind, named: Named | None) -> bool:
        """Return whether a word of a kind stands between the subject and the object."""
        known = [at for at in self.spoken.places if at < self.cue.first]
        last = named.mention.first if named else self.cue.last
        places = range(max(known, default=self.clause.first), last)
        return any(kind in self.marked.of(at) for at in places if not self.marked.taken(at))
