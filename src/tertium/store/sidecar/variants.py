"""Words that stand for each other: learnt from things which have several names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import Final

__all__ = ["Variants"]

_LEAST: Final = 2
"""Of so many things, at least, two words must stand in the same place."""
_FEWEST: Final = 2
_MOST: Final = 5
"""How many words a name has, from which something is learnt."""
_CROWD: Final = 12
_BEST: Final = 12


@dataclass(slots=True)
class Variants:
    """How many things have two names which differ in these two words only.

    "Josef Stalin" and "Joseph Stalin" are names of one thing: here "josef" stands for "joseph".
    """

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def learn(self, names: Iterable[str]) -> None:
        """Learn from the folded names of a thing."""
        places: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for words in {tuple(name.split()) for name in names}:
            if _FEWEST <= len(words) <= _MOST:
                for place, word in enumerate(words):
                    if len(word) > 1:
                        places[(*words[:place], "", *words[place + 1 :])].add(word)
        found = {
            pair
            for words in places.values()
            if 1 < len(words) <= _CROWD
            for pair in permutations(words, 2)
        }
        self.pairs.update(found)

    def rows(self) -> Iterator[tuple[str, str, int]]:
        """Yield the words, those that stand for each, and of how many things they do."""
        others: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for (word, other), things in self.pairs.items():
            if things >= _LEAST:
                others[word].append((-things, other))
        for word in sorted(others):
            for things, other in sorted(others[word])[:_BEST]:
                yield word, other, -things
