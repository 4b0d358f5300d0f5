"""A passage with all that is recognised in it: names, cues, dates, amounts, clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.auditing.dating import Dated, Numbered, dates_in, numbers_in
from tertium.auditing.linking import Gazetteer, Mention
from tertium.auditing.tokens import Token
from tertium.auditing.vocabulary import Saying, Vocabulary, WordKind
from tertium.model.audit import Passage

__all__ = ["Clause", "Cue", "Marked", "Span", "mark"]

_BREAKS: Final = frozenset(";:()—[]")
_CELL_BREAKS: Final = frozenset(",/")
_ARTICLE: Final = frozenset({WordKind.ARTICLE})
_LIGHT: Final = frozenset({WordKind.ARTICLE, WordKind.HEDGE, WordKind.EVALUATIVE})
_OPENERS: Final = frozenset({WordKind.BOUNDARY, WordKind.CONSEQUENCE})
_HOLLOW: Final = (
    _LIGHT
    | _OPENERS
    | {
        WordKind.FUNCTION,
        WordKind.CONJUNCTION,
        WordKind.NEGATION,
        WordKind.MODAL,
        WordKind.HE,
        WordKind.HIS,
        WordKind.IT,
        WordKind.ITS,
        WordKind.THEY,
        WordKind.THEIR,
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words [first, last) which announce a property; of a `whole` one, every word belongs to it."""

    first: int
    last: int
    sayings: tuple[Saying, ...]
    whole: bool = True


Span = Cue | Dated | Mention | Numbered
"""Words [first, last) which are recognised."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last) that say something of one subject; `opener` is the word before them."""

    first: int
    last: int
    opener: frozenset[WordKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage with what was recognised in it."""

    passage: Passage
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    dates: tuple[Dated, ...]
    numbers: tuple[Numbered, ...]
    clauses: tuple[Clause, ...]
    vocabulary: Vocabulary

    def of(self, at: int) -> frozenset[WordKind]:
        """Return what a word does."""
        return self.vocabulary.of(self.tokens[at].plain)

    def evaluative(self, at: int) -> bool:
        """Return whether a word judges; one that opens a clause, as "leading to", does not."""
        kinds = self.of(at)
        opens = WordKind.CONSEQUENCE in kinds and "," in self.tokens[at].gap
        return WordKind.EVALUATIVE in kinds and not opens and not self.taken(at)

    def hollow(self, at: int) -> bool:
        """Return whether a word says nothing of its own."""
        return not (self.taken(at) or self.evaluative(at) or _HOLLOW.isdisjoint(self.of(at)))

    def named(self, at: int) -> Mention | None:
        """Return the name in which a word stands."""
        return next((m for m in self.mentions if m.first <= at < m.last), None)

    def dated(self, at: int) -> bool:
        """Return whether a word belongs to a date."""
        return any(one.first <= at < one.last for one in self.dates)

    def taken(self, at: int) -> bool:
        """Return whether a word belongs to a name or a date."""
        return self.dated(at) or self.named(at) is not None

    def stems(self, first: int, last: int) -> frozenset[str]:
        """Return the stems of the words [first, last) that say something."""
        full = (at for at in range(first, last) if not self.hollow(at))
        return frozenset(self.tokens[at].stem for at in full)


def mark(passage: Passage, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Marked:
    """Return a passage with what is recognised in it."""
    tokens = vocabulary.stemmer.tokens(passage.text)
    said = dates_in(tokens, vocabulary)
    names = tuple(gazetteer.mentions(tokens))
    mentions = tuple(m for m in names if not any(_inside(m, date) for date in said))
    dates = tuple(d for d in said if not any(_inside(d, m) for m in mentions))
    firm = {at for m in mentions if _is_firm(m, tokens) for at in range(m.first, m.last)}
    cues = tuple(_cues(tokens, vocabulary, frozenset(firm)))
    kept = tuple(m for m in mentions if not any(_overlap(cue, m) for cue in cues))
    taken = {at for d in dates for at in range(d.first, d.last)}
    taken.update(at for m in kept for at in range(m.first, m.last))
    numbers = tuple(
        n for n in numbers_in(passage.text, tokens, vocabulary) if taken.isdisjoint({n.first})
    )
    spans: list[Span] = [*kept, *cues]
    inner = {at for span in spans for at in range(span.first + 1, span.last)}
    clauses = tuple(_clauses(tokens, inner, vocabulary, cell=passage.party is not None))
    return Marked(passage, tokens, kept, cues, dates, numbers, clauses, vocabulary)


def _is_firm(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Return whether a name is none of the words which may announce a property."""
    return mention.last - mention.first > 1 or tokens[mention.first].capital


def _inside(one: Span, other: Span) -> bool:
    return other.first <= one.first and one.last <= other.last


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last


def _cues(tokens: Sequence[Token], vocabulary: Vocabulary, barred: frozenset[int]) -> Iterator[Cue]:
    """Yield the longest cues, from left to right, outside of names."""
    at = 0
    while at < len(tokens):
        ends = range(at, len(tokens))
        stop = next((n for n in ends if n in barred or _is_break(tokens, at, n)), len(tokens))
        known = [
            _cue(tokens, range(at, stop), vocabulary, skipped=skip) for skip in (_ARTICLE, _LIGHT)
        ]
        found = [cue for cue in known if cue is not None]
        best = max(found, key=lambda cue: cue.last, default=None)
        if best is not None:
            yield best
        at = best.last if best else at + 1


def _is_break(tokens: Sequence[Token], first: int, at: int) -> bool:
    return at > first and not _BREAKS.union(",").isdisjoint(tokens[at].gap)


def _cue(
    tokens: Sequence[Token], places: range, vocabulary: Vocabulary, *, skipped: frozenset[WordKind]
) -> Cue | None:
    """Return the longest cue at the first of these places; words of a kind may stand inside."""
    best, stems = None, tuple[str, ...]()
    for at in places:
        if at > places.start and not skipped.isdisjoint(vocabulary.of(tokens[at].plain)):
            continue
        stems += (tokens[at].stem,)
        if len(stems) > vocabulary.longest:
            break
        if stems in vocabulary.cues:
            whole = skipped is _ARTICLE
            best = Cue(places.start, at + 1, vocabulary.cues[stems], whole=whole)
    return best


def _clauses(
    tokens: Sequence[Token], inner: set[int], vocabulary: Vocabulary, *, cell: bool
) -> Iterator[Clause]:
    breaks = _BREAKS | _CELL_BREAKS if cell else _BREAKS
    first, opener = 0, frozenset[WordKind]()
    for at, token in enumerate(tokens):
        kinds = vocabulary.of(token.plain)
        after = WordKind.CONSEQUENCE in kinds and "," in token.gap
        opens = after or (WordKind.BOUNDARY in kinds and at not in inner)
        if opens or (at not in inner and breaks.intersection(token.gap)):
            if at > first:
                yield Clause(first, at, opener)
            first, opener = at, kinds if opens else frozenset()
    if first < len(tokens):
        yield Clause(first, len(tokens), opener)
