"""What words do: which announce a property, which judge, deny, join or stand for somebody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Final

from tertium.auditing.tokens import Stemmer
from tertium.model.lexicon import Use, VerbFrame, Voice
from tertium.model.terms import Iri

__all__ = ["AMOUNT", "ANOTHER", "ANY", "Saying", "Vocabulary", "WordKind", "read_vocabulary"]

ANY: Final = Iri("*")
"""In the place of a value: any will do."""
ANOTHER: Final = Iri("@")
"""In the place of a value: another comparand."""
AMOUNT: Final = Iri("#")
"""In the place of a value: an amount."""
_GAP: Final = "…"


class WordKind(Enum):
    """What a word does in a sentence."""

    ARTICLE = "article"
    FUNCTION = "function"
    HEDGE = "hedge"
    NEGATION = "negation"
    MODAL = "modal"
    BOUNDARY = "boundary"
    CONSEQUENCE = "consequence"
    CONJUNCTION = "conjunction"
    NAMING = "naming"
    LINKING = "linking"
    FORMER = "former"
    LATTER = "latter"
    HE = "he"
    HIS = "his"
    IT = "it"
    ITS = "its"
    THEY = "they"
    THEIR = "their"
    EVALUATIVE = "evaluative"
    NUMBER = "number"
    MONTH = "month"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Saying:
    """A property that a phrase may announce, perhaps seen from its value.

    `value` is the one which it must have, if the phrase says so; `qualified` is an entity that must
    stand among the qualifiers.
    """

    predicate: Iri
    inverse: bool = False
    value: Iri | None = None
    qualified: Iri | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language; cues are phrases by their stems, without articles.

    A statement of a property in `upward` holds of wholes and kinds of its value, too: who was born
    in Gori was born in Georgia. `longest` is how many words the longest cue has.
    """

    stemmer: Stemmer = field(default_factory=Stemmer)
    kinds: Mapping[str, frozenset[WordKind]] = field(default_factory=dict)
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    cues: Mapping[tuple[str, ...], tuple[Saying, ...]] = field(default_factory=dict)
    opposites: Mapping[Iri, frozenset[Iri]] = field(default_factory=dict)
    upward: frozenset[Iri] = frozenset()
    longest: int = 0

    def of(self, word: str) -> frozenset[WordKind]:
        """Return what a word does, in small letters."""
        return self.kinds.get(word, frozenset())

    def phrase(self, text: str) -> tuple[str, ...]:
        """Return the stems of a phrase without its articles."""
        words = self.stemmer.tokens(text)
        return tuple(word.stem for word in words if WordKind.ARTICLE not in self.of(word.plain))


def read_vocabulary(
    words: Iterable[Sequence[str]],
    cues: Iterable[tuple[str, tuple[Saying, ...]]],
    *,
    frames: Mapping[Iri, VerbFrame],
    labels: Mapping[Iri, str],
) -> Vocabulary:
    """Return the vocabulary which tables of words and of cues, a lexicon and labels make.

    Words are given by kind, as many as stand in one text; those with a value as "two=2". A verb
    frame and a label announce their property.
    """
    listed = [(WordKind(kind), word) for kind, text in words for word in text.split()]
    forms = _pairs(listed, WordKind.FORM)
    stemmer = Stemmer(forms)
    kinds: dict[str, frozenset[WordKind]] = {}
    for kind, word in listed:
        if kind is not WordKind.FORM:
            plain = word.partition("=")[0]
            kinds[plain] = kinds.get(plain, frozenset()) | {kind}
    numbers = {stemmer.stem(k): Decimal(v) for k, v in _pairs(listed, WordKind.NUMBER).items()}
    months = {stemmer.stem(k): int(v) for k, v in _pairs(listed, WordKind.MONTH).items()}
    bare = Vocabulary(stemmer, kinds, numbers, months)
    found: dict[tuple[str, ...], dict[Saying, None]] = {}
    for text, sayings in (*cues, *_framed(frames), *_labelled(labels)):
        found.setdefault(bare.phrase(text), {}).update(dict.fromkeys(sayings))
    told = {phrase: tuple(sayings) for phrase, sayings in found.items() if phrase and sayings}
    longest = max(map(len, told), default=0)
    return replace(bare, cues=told, longest=longest)


def _pairs(listed: Iterable[tuple[WordKind, str]], kind: WordKind) -> dict[str, str]:
    split = (word.partition("=") for one, word in listed if one is kind)
    return {left: right for left, _, right in split}


def _framed(frames: Mapping[Iri, VerbFrame]) -> Iterable[tuple[str, tuple[Saying, ...]]]:
    for predicate, frame in frames.items():
        for text in (frame.singular, frame.plural):
            yield from _announced(text, Saying(predicate))
        for form in frame.forms:
            if form.use is not Use.CONTRAST:
                yield from _announced(form.text, Saying(predicate, form.voice is Voice.PASSIVE))


def _announced(text: str, saying: Saying) -> Iterable[tuple[str, tuple[Saying, ...]]]:
    if _GAP not in text:
        yield text, (saying,)


def _labelled(labels: Mapping[Iri, str]) -> Iterable[tuple[str, tuple[Saying, ...]]]:
    return ((label, (Saying(predicate),)) for predicate, label in labels.items())
