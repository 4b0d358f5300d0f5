"""A review: what is open, one subject after another, and what is decided about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Self

from tertium.errors import BadParameterError
from tertium.linking.mappings import DENIED, MANUAL, MappingTable, Row, candidates_in, is_settled

__all__ = ["Case", "Session"]

_CANDIDATE: Final = "candidate"
_SAME: Final = "skos:exactMatch"


@dataclass(frozen=True, slots=True)
class Case:
    """A subject with the candidates among which is to be decided, in the order of the table."""

    subject: str
    candidates: tuple[Row, ...]

    @property
    def label(self) -> str:
        """What the subject is called."""
        return self.candidates[0].get("subject_label") or self.subject


@dataclass(frozen=True)
class Session:
    """A review as far as it has come; each step returns the next one.

    A subject is open as long as nobody has decided about it and no candidate is certain. What is
    skipped is open again in the next session. `reviewer` is written beside decisions, if given.
    """

    table: MappingTable
    reviewer: str = ""
    skipped: frozenset[str] = frozenset()
    before: tuple[Self, ...] = field(default=(), repr=False)

    @cached_property
    def open(self) -> tuple[Case, ...]:
        """The cases which wait for a decision, those skipped left out."""
        return tuple(one for one in self._undecided() if one.subject not in self.skipped)

    @property
    def current(self) -> Case | None:
        """The case to be decided next; nothing when all is done."""
        return self.open[0] if self.open else None

    def accept(self, number: int = 1) -> Self:
        """Return the session after a candidate was said to be the same, and the others not to be.

        Raises:
            BadParameterError: when there is no candidate of this number, counted from 1.

        """
        case = self.open[0]
        if not 1 <= number <= len(case.candidates):
            raise BadParameterError(_CANDIDATE, f"1 to {len(case.candidates)} expected")
        return self._decided(case, case.candidates[number - 1])

    def reject(self) -> Self:
        """Return the session after all candidates were said not to be the same."""
        return self._decided(self.open[0], None)

    def skip(self) -> Self:
        """Return the session with the current case left for later."""
        subject = self.open[0].subject
        return replace(self, skipped=self.skipped | {subject}, before=(*self.before, self))

    def undo(self) -> Self:
        """Return the session before the last step; before the first one, itself."""
        return self.before[-1] if self.before else self

    def _undecided(self) -> Iterator[Case]:
        for subject, rows in self.table.by_subject().items():
            if not is_settled(rows):
                yield Case(subject, candidates_in(rows))

    def _decided(self, case: Case, chosen: Row | None) -> Self:
        asked = case.candidates
        rows = (
            self._judged(row, holds=row is chosen) if any(row is one for one in asked) else row
            for row in self.table.rows
        )
        return replace(self, table=self.table.with_rows(rows), before=(*self.before, self))

    def _judged(self, row: Row, *, holds: bool) -> Row:
        judged = {
            **row,
            "predicate_id": _SAME,
            "predicate_modifier": "" if holds else DENIED,
            "mapping_justification": MANUAL,
            "confidence": "1",
        }
        return judged | ({"reviewer_label": self.reviewer} if self.reviewer else {})
