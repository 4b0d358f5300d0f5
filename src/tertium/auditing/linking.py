"""From the words of a passage to the entities that a graph knows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.auditing.tokens import Token
from tertium.auditing.vocabulary import Vocabulary, WordKind
from tertium.model.terms import Iri

__all__ = ["Gazetteer", "Mention", "gazetteer", "phrases"]

_LONGEST: Final = 8
_JOINTS: Final = frozenset(" -'\"\u00a0\u2013\u2014\u2018\u2019\u201c\u201d")
_LOOSE: Final = frozenset({WordKind.ARTICLE, WordKind.FUNCTION, WordKind.CONJUNCTION})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words [first, last) and the entities which they may name; an owner is in the genitive."""

    first: int
    last: int
    entities: frozenset[Iri]
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entities by the stems of their names."""

    names: Mapping[tuple[str, ...], frozenset[Iri]]

    def mentions(self, tokens: Sequence[Token]) -> Iterator[Mention]:
        """Yield the longest names in a passage, from left to right."""
        at = 0
        while at < len(tokens):
            last = next((last for last in _ends(tokens, at) if self._known(tokens[at:last])), at)
            if last > at:
                yield Mention(at, last, self._known(tokens[at:last]), tokens[last - 1].owner)
            at = max(last, at + 1)

    def _known(self, tokens: Sequence[Token]) -> frozenset[Iri]:
        return self.names.get(tuple(token.stem for token in tokens), frozenset())


def phrases(
    tokens: Sequence[Token], vocabulary: Vocabulary
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield what may be a name: its words, its stems, and whether it looks like a proper name.

    A single word which begins a sentence looks like any other word.
    """
    for at, token in enumerate(tokens):
        if _is_loose(token, vocabulary):
            continue
        for last in _ends(tokens, at):
            words = tokens[at:last]
            if not _is_loose(words[-1], vocabulary):
                proper = token.capital and (at > 0 or last - at > 1)
                text = " ".join(word.text for word in words)
                yield text, tuple(word.stem for word in words), proper


def gazetteer(pairs: Iterable[tuple[tuple[str, ...], Iri]]) -> Gazetteer:
    """Return entities by the stems of their names."""
    found: dict[tuple[str, ...], set[Iri]] = {}
    for stems, iri in pairs:
        found.setdefault(stems, set()).add(iri)
    return Gazetteer({stems: frozenset(iris) for stems, iris in found.items() if stems})


def _ends(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Return where a name may end that begins here, the farthest first."""
    last = at + 1
    while last < min(len(tokens), at + _LONGEST) and _JOINTS.issuperset(tokens[last].gap):
        last += 1
    return iter(range(last, at, -1))


def _is_loose(token: Token, vocabulary: Vocabulary) -> bool:
    return not _LOOSE.isdisjoint(vocabulary.of(token.plain)) and not token.capital
