"""Words of a clause which no claim has taken up."""

from collections.abc import Iterator
from dataclasses import dataclass

from tertium.auditing.marking import Clause, Marked
from tertium.auditing.subjects import Focus, Spoken
from tertium.auditing.vocabulary import Saying
from tertium.model.terms import Iri

__all__ = ["Leftover", "Rest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Words of a clause which no claim has taken up; `sayings` is what its cues announce."""

    start: int
    end: int
    subject: Iri | None
    sayings: tuple[Saying, ...]
    named: frozenset[Iri]
    words: frozenset[str]
    judged: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A clause of which some words are used."""

    marked: Marked
    clause: Clause
    focus: Focus
    spoken: Spoken
    used: frozenset[int]

    def rests(self, sayings: tuple[Saying, ...]) -> Iterator[Rest]:
        """Yield what is left, run by run, if it says anything."""
        known = self.used.union(self.spoken.places)
        places = range(self.clause.first, self.clause.last)
        for run in _runs([at for at in places if at not in known]):
            told = [at for at in run if not self.marked.hollow(at)]
            if any(map(self.marked.evaluative, told)) or len(told) > bool(self.used):
                yield from self._rest(told, sayings)

    def _rest(self, told: list[int], sayings: tuple[Saying, ...]) -> Iterator[Rest]:
        marked, first, last = self.marked, told[0], told[-1] + 1
        inside = [m for m in marked.mentions if first <= m.first < last]
        whose = self.focus.owners(marked, first, last)
        for subject in whose or self.spoken.subjects or (None,):
            yield Rest(
                start=marked.tokens[first].start,
                end=marked.tokens[last - 1].end,
                subject=subject,
                sayings=sayings,
                named=frozenset(iri for m in inside for iri in m.entities if iri != subject),
                words=marked.stems(first, last),
                judged=tuple(marked.tokens[at].text for at in told if marked.evaluative(at)),
                remark="" if whose else self.spoken.remark,
            )


def _runs(places: list[int]) -> Iterator[list[int]]:
    """Yield places which follow one another."""
    run: list[int] = []
    for at in places:
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run
