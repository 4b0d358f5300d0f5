"""How a name that is given fits a name that is known, word by word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tertium.linking.spelling import words

__all__ = ["NameFit", "cost", "fit", "fits"]

_REMEMBERED: Final = 1 << 16
_MOST_WORDS: Final = 12
_LETTERS_PER_EDIT: Final = 3
"""A word of so many letters may be misspelt once, one of twice as many twice."""
_SURE: Final = 4
"""Shorter words are not taken for one another, but for one letter left out or put in."""
_NOTHING: Final = 9.0
_CLOSEST: Final = 4
"""Of the names of a thing, so many are compared word by word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFit:
    """How a name fits: what differs of it.

    `edits` are letters left out, put in, changed or swapped in words that are the same else,
    `edited` their shares of the words, added up, `begun` the words of which the first letter
    differs; `shortened` the words of which there is only the first letter. `missing` and `extra`
    are the shares of the letters given, or known, in words without a counterpart, and `unknown` the
    number of such words that are given; `elsewhere` the share of those given whose words are in
    other names of the thing. `letters` are those that agree, `agreeing` the words that are known,
    each with the share of it that does.
    """

    name: str
    edits: int = 0
    edited: float = 0.0
    begun: int = 0
    shortened: int = 0
    missing: float = 0.0
    unknown: int = 0
    extra: float = 0.0
    elsewhere: float = 0.0
    moved: bool = False
    letters: int = 0
    agreeing: tuple[tuple[str, float], ...] = ()

    @property
    def exact(self) -> bool:
        """Whether nothing differs but case, accents and punctuation."""
        return self.whole and not (self.edits or self.shortened or self.moved)

    @property
    def whole(self) -> bool:
        """Whether all words of both have a counterpart."""
        return not (self.missing or self.extra or self.elsewhere)

    @property
    def cost(self) -> float:
        """How much differs, by rule of thumb: it only tells which name of a thing fits best."""
        return (
            3 * self.missing
            + 1.2 * self.elsewhere
            + self.extra
            + 2 * self.edits / max(1, self.letters)
            + 0.15 * self.edits
            + 0.3 * self.shortened
            + 0.1 * self.moved
        )


def cost(text: str, names: Iterable[str]) -> float:
    """Return how much differs of the name that fits best, by rule of thumb."""
    return min((one.cost for one in fits(text, names)), default=_NOTHING)


def fits(text: str, names: Iterable[str]) -> Sequence[NameFit]:
    """Return how the names of a thing fit that look most like a text.

    >>> fits("Iosif Stalin", ("Stalin", "Iosif Dzhugashvili"))[0].missing
    0.0
    """
    known = tuple(dict.fromkeys(names))
    given = words(text)
    found = [fit(text, name) for name in _closest(given, known)] if given else []
    if len(known) > 1 and any(one.missing for one in found):
        pool = frozenset(word for name in known for word in words(name))
        found = [_found_elsewhere(one, given, pool) for one in found]
    return found


def _found_elsewhere(fitting: NameFit, given: Sequence[str], pool: frozenset[str]) -> NameFit:
    """Return a fit which tells apart the missing words that are in other names of the thing."""
    if not fitting.missing:
        return fitting
    pairs = _pairs(given[:_MOST_WORDS], words(fitting.name)[:_MOST_WORDS])
    left = (word for place, word in enumerate(given[:_MOST_WORDS]) if place not in pairs)
    found = tuple(word for word in left if len(word) > 1 and word in pool)
    elsewhere = sum(map(len, found)) / max(1, sum(map(len, given[:_MOST_WORDS])))
    missing = max(0.0, fitting.missing - elsewhere)
    return replace(
        fitting,
        missing=missing,
        unknown=fitting.unknown - len(found),
        elsewhere=elsewhere,
        agreeing=(*fitting.agreeing, *((word, 1.0) for word in found)),
    )


def _closest(given: tuple[str, ...], names: Sequence[str]) -> Sequence[str]:
    """Return the names which look most like a text; some things have hundreds."""
    if len(names) <= _CLOSEST:
        return names
    from rapidfuzz import fuzz, process

    plain = " ".join(sorted(given))
    sorted_words = [" ".join(sorted(words(name))) for name in names]
    near = process.extract(plain, sorted_words, scorer=fuzz.ratio, limit=_CLOSEST)
    part = process.extract(plain, sorted_words, scorer=fuzz.token_set_ratio, limit=_CLOSEST)
    return [names[place] for place in sorted({place for _, _, place in (*near, *part)})]


@lru_cache(_REMEMBERED)
def fit(text: str, name: str) -> NameFit:
    """Return how a name that is known fits a text.

    >>> fit("trotsky, leon", "Leon Trotsky").exact, fit("L. Trotsky", "Leon Trotsky").shortened
    (True, 1)
    """
    given, known = words(text)[:_MOST_WORDS], words(name)[:_MOST_WORDS]
    if given == known or "".join(given) == "".join(known):
        same = tuple((word, 1.0) for word in known)
        return NameFit(name=name, letters=sum(map(len, given)), agreeing=same)
    pairs = _pairs(given, known)
    alike = tuple(_Alike(given[place], known[pairs[place]]) for place in sorted(pairs))
    whole = [one for one in alike if not one.initial]
    left = sum(len(word) for place, word in enumerate(given) if place not in pairs)
    taken = frozenset(pairs.values())
    over = sum(len(word) for place, word in enumerate(known) if place not in taken)
    order = [pairs[place] for place in sorted(pairs)]
    return NameFit(
        name=name,
        edits=sum(one.edits for one in whole),
        edited=sum(1 - one.share for one in whole),
        begun=sum(one.given[0] != one.known[0] for one in whole),
        shortened=len(alike) - len(whole),
        missing=left / max(1, sum(map(len, given))),
        unknown=len(given) - len(pairs),
        extra=over / max(1, sum(map(len, known))),
        moved=order != sorted(order) and "," not in text + name,
        letters=sum(round(one.share * one.longer) for one in whole) + len(alike) - len(whole),
        agreeing=tuple((one.known, one.share) for one in whole),
    )


@dataclass(frozen=True, slots=True)
class _Alike:
    """Two words that are taken for the same."""

    given: str
    known: str

    @property
    def initial(self) -> bool:
        """Whether one is the first letter of the other."""
        return _is_initial(self.given, self.known)

    @property
    def edits(self) -> int:
        """How many letters differ."""
        return _edits(self.given, self.known)

    @property
    def longer(self) -> int:
        """The letters of the longer one."""
        return max(len(self.given), len(self.known))

    @property
    def share(self) -> float:
        """The share of letters that agree."""
        return 1 - self.edits / self.longer


def _pairs(given: Sequence[str], known: Sequence[str]) -> dict[int, int]:
    """Return which words are taken for which: those that differ least first."""
    likely = sorted(
        (cost, abs(i - j), i, j)
        for i, one in enumerate(given)
        for j, two in enumerate(known)
        if (cost := _cost(one, two)) is not None
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in likely:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _cost(one: str, two: str) -> float | None:
    """Return how far two words are from one another; `None` when they are different words."""
    if one == two:
        return -min(len(one), 9) / 100  # longer words are paired first
    if _is_initial(one, two):
        return 0.9
    shorter, longer = sorted((len(one), len(two)))
    if shorter < _SURE and longer - shorter != 1:
        return None
    if longer - shorter > longer // _LETTERS_PER_EDIT:
        return None
    apart = _edits(one, two)
    return apart / longer if apart <= max(1, longer // _LETTERS_PER_EDIT) else None


def _is_initial(one: str, two: str) -> bool:
    return one != two and min(len(one), len(two)) == 1 and one[0] == two[0]


@lru_cache(_REMEMBERED)
def _edits(one: str, two: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two)
