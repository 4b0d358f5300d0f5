"""What the reader of a page has read, as far as the next words depend on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tertium.model.narrative import MentionForm
from tertium.model.terms import Iri
from tertium.narrate.refer import Spelling

__all__ = ["Context", "opening"]

_SIZE: Final = 4
"""How many words in a row sound like a repetition."""
_WORD: Final = re.compile(r"\w[\w'.-]*")
_MOST, _LEAST, _OF = 5, 3, 10
"""How many sentences of ten have a marker of likeness or contrast, if that can be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What has been read: on the page, in this paragraph, in the last sentence.

    `met` and `named` are who has been named on the page and in the paragraph; `antecedents` are
    those of whom a pronoun may speak now. `markers` counts the markers so far.
    """

    met: frozenset[Iri] = frozenset()
    named: frozenset[Iri] = frozenset()
    antecedents: frozenset[Iri] = frozenset()
    opening: str = ""
    marker: str = ""
    markers: Mapping[str, int] = field(default_factory=dict)
    runs: frozenset[tuple[str, ...]] = frozenset()
    told: int = 0

    def paragraph(self, met: frozenset[Iri] = frozenset()) -> "Context":
        """Return the context of a new paragraph, whose reader knows these."""
        blank = frozenset[Iri]()
        return replace(self, met=self.met | met, named=blank, antecedents=blank)

    def after(self, spelling: Spelling, marker: str, antecedents: frozenset[Iri]) -> "Context":
        """Return the context after a sentence."""
        named = {m.entity for m in spelling.mentions if m.form is not MentionForm.GROUP}
        counts = {**self.markers, marker: self.markers.get(marker, 0) + 1}
        return Context(
            met=self.met | named,
            named=self.named | named,
            antecedents=antecedents,
            opening=opening(spelling.text),
            marker=marker,
            markers=counts if marker else self.markers,
            runs=self.runs | set(_runs(spelling.text)),
            told=self.told + 1,
        )

    def repeated(self, text: str) -> int:
        """Return how many runs of words a text repeats, of itself or of the page."""
        runs = _runs(text)
        return len(runs) - len(set(runs) - self.runs)

    def unbalanced(self, marker: str) -> bool:
        """Return whether a marker, or none, leads away from the share there should be."""
        marked = _OF * sum(self.markers.values())
        return marked >= _MOST * self.told if marker else marked < _LEAST * self.told


def opening(text: str) -> str:
    """Return the first word of a text."""
    return text.split(maxsplit=1)[0].rstrip(",;:")


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return [tuple(words[start : start + _SIZE]) for start in range(len(words) - _SIZE + 1)]
