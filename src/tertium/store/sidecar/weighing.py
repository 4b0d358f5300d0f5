"""How well a folded name fits a folded text, counted over the letters of both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from tertium.store.sidecar.nearness import Nearness
from tertium.store.sidecar.numerals import is_numeral, is_numeric

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Fit", "Scale"]

_REORDERED: Final = 0.98
_JOINED: Final = 0.97
_KIN: Final = 0.9
_INITIALS: Final = 0.95
_LIGHT: Final = 2
"""No word weighs less than so many letters."""
_CONFLICT: Final = 0.6
_LEAST: Final = 0.7
"""Words less alike than this have nothing to do with each other."""
_SAME: Final = 0.9
"""Names so much alike without their spaces are the same."""
_SHORT: Final = 3
_LETTERS: Final = ("i", "v", "x")
"""Numbers beside a numeral; initials else."""
_RUN: Final = 4
_HEAVY: Final = 5
"""A numeral weighs as much as so many letters."""
_REMEMBERED: Final = 1 << 14
Fit = tuple[float, Nearness]
"""How well a name fits, from 0 to 1, and in what way."""


@dataclass(frozen=True)
class Scale:
    """Weighs names against the words of a text.

    Formula: the letters of words which fit, each by how alike the two words are, divided by the
    letters of all words of both. Words which only one side has count half when two others fit.
    `kin` are words which stand for words of the text.
    """

    words: tuple[str, ...]
    kin: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def weigh(self, name: str) -> Fit:
        """Return how well a folded name fits, from 0 to 1, and in what way."""
        words = tuple(name.split())
        if words == self.words:
            return 1.0, Nearness.FOLDED
        shared = self._counted & Counter(words)
        pairing = _Pairing(self.kin, _without(self.words, shared), _without(words, shared))
        if not pairing.asked and not pairing.named:
            return _REORDERED, Nearness.REORDERED
        pairing.fitting = 2.0 * sum(_weight(word) * times for word, times in shared.items())
        pairing.pairs = shared.total()
        joined = _ratio("".join(self.words), "".join(words))
        if joined < 1:
            pairing.run()
        score, nearness = pairing.outcome()
        if joined < _SAME or pairing.conflict or not (pairing.asked and pairing.named):
            return score, nearness
        return max(score, _JOINED * joined), Nearness.FUZZY

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(self.words)


@dataclass(slots=True)
class _Pairing:
    """What is left of two names, while words which are alike are paired."""

    kin: Mapping[str, frozenset[str]]
    asked: list[str]
    named: list[str]
    fitting: float = 0.0
    amiss: float = 0.0
    pairs: int = 0
    nearness: Nearness = Nearness.REORDERED

    def run(self) -> None:
        """Pair words in one with words apart; single words, the most alike first; initials."""
        self._rows(_joined, (_JOINED, Nearness.FUZZY))
        found = sorted(
            (-fit[0], fit[1], asked, named)
            for asked in self.asked
            for named in self.named
            if (fit := self._fit(asked, named))
        )
        for likeness, nearness, asked, named in found:
            if asked in self.asked and named in self.named:
                self._pair([asked], [named], (-likeness, nearness))
        self._rows(_abbreviated, (_KIN, Nearness.INITIALS))

    def _rows(self, several: Callable[[str, Sequence[str]], list[str]], fit: Fit) -> None:
        """Pair words of either side with several in a row of the other."""
        for word in tuple(self.asked):
            if row := several(word, self.named):
                self._pair([word], row, fit)
        for word in tuple(self.named):
            if row := several(word, self.asked):
                self._pair(row, [word], fit)

    def outcome(self) -> Fit:
        """Return how well the names fit, all in all."""
        left = sum(map(_weight, self.asked)), sum(map(_weight, self.named))
        nearness, rest = self.nearness, float(sum(left))
        if all(left):
            nearness = Nearness.FUZZY
        elif any(left):
            nearness = max(nearness, Nearness.PARTIAL)
            rest /= 2 if self.pairs > 1 else 1
        score = self.fitting / (self.fitting + self.amiss + rest)
        score *= _CONFLICT if self.conflict else 1.0
        return score * (_INITIALS if nearness is Nearness.INITIALS else 1.0), nearness

    @property
    def conflict(self) -> bool:
        """Whether either side has a numeral, or "junior", which the other contradicts."""
        both = _numerals(self.asked), _numerals(self.named)
        return all(both) and any(map(is_numeral, chain(*both)))

    def _pair(self, asked: list[str], named: list[str], fit: Fit) -> None:
        for word in asked:
            self.asked.remove(word)
        for word in named:
            self.named.remove(word)
        letters = sum(map(_weight, (*asked, *named)))
        self.fitting += letters * fit[0]
        self.amiss += letters * (1 - fit[0])
        self.pairs += 1
        self.nearness = max(self.nearness, fit[1])

    def _fit(self, asked: str, named: str) -> Fit | None:
        if len(asked) == 1 or len(named) == 1:
            same = asked[0] == named[0] and not (is_numeric(asked) or is_numeric(named))
            return (_KIN, Nearness.INITIALS) if same else None
        if named in self.kin.get(asked, ()):
            return _KIN, Nearness.VARIANT
        if min(len(asked), len(named)) < _SHORT or is_numeral(asked) or is_numeral(named):
            return None
        return _alike(asked, named)


def _alike(asked: str, named: str) -> Fit | None:
    likeness = _ratio(asked, named)
    return (likeness, Nearness.FUZZY) if likeness >= _LEAST else None


@lru_cache(_REMEMBERED)
def _ratio(asked: str, named: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(asked, named) / 100


def _joined(word: str, others: Sequence[str]) -> list[str]:
    """Return the two words in a row of which a word is made."""
    pairs = ([*pair] for pair in pairwise(others) if "".join(pair) == word)
    return next(pairs, [])


def _abbreviated(word: str, others: Sequence[str]) -> list[str]:
    """Return the words in a row of which a word has the initials."""
    size = len(word)
    if not 1 < size <= _RUN:
        return []
    rows = ([*others[at : at + size]] for at in range(len(others) - size + 1))
    return next((row for row in rows if "".join(one[0] for one in row) == word), [])


def _without(words: Sequence[str], shared: Counter[str]) -> list[str]:
    left, kept = shared.copy(), list[str]()
    for word in words:
        if left[word]:
            left[word] -= 1
        else:
            kept.append(word)
    return kept


def _weight(word: str) -> int:
    return _HEAVY if is_numeric(word) else max(len(word), _LIGHT)


def _numerals(words: Sequence[str]) -> list[str]:
    return [word for word in words if is_numeral(word) or word in _LETTERS]
