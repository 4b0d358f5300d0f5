"""What can be counted in prose: statements, words, repetition, markers, dates."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log2
from typing import TypedDict

__all__ = ["Page", "Prose", "Sentence", "sentences_of"]

_NGRAM = 4
_TOP = 10
_WORD = re.compile("[^\\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\\W_]+)*")
_LIKENESS = r"\b(?:both|all|each|neither|none|like|likewise|alike|same|too|as did|as was|as were)\b"
_CONTRAST = (
    r"\b(?:whereas|while|by contrast|on the other hand|unlike|instead|but|only|for (?:his|her|its) "
    r"part|not recorded|no [\w ()]+ (?:is|are) recorded|nothing is recorded|later|earlier|before|"
    r"after|times as (?:much|many)|more|less|fewer)\b"
)
_ALIKE = frozenset({"shared", "overlap", "relation", "path", "opinion"})
_UNLIKE = frozenset({"differ", "order", "only-recorded-for", "relation", "opinion", "overlap"})
_SURE_LIKENESS = re.compile(r"\b(?:both|neither|likewise|alike)\b", re.IGNORECASE)
_SURE_CONTRAST = re.compile(r"\b(?:whereas|by contrast|on the other hand|unlike)\b", re.IGNORECASE)
_MARKER = re.compile(f"{_LIKENESS}|{_CONTRAST}", re.IGNORECASE)


class Claim(TypedDict):
    """A claim, as far as it is counted."""

    kind: str


class Sentence(TypedDict, total=False):
    """A sentence of a page."""

    text: str
    evidence: list[str]
    claims: list[Claim]
    fallback: bool


class _Section(TypedDict):
    sentences: list[Sentence]


class _Narrative(TypedDict):
    summary: list[Sentence]
    sections: list[_Section]


class _Cell(TypedDict):
    statements: list[str]


class _Row(TypedDict):
    relation: str
    salience: float
    cells: list[_Cell]


class Page(TypedDict):
    """A comparison document, as far as it is counted."""

    rows: list[_Row]
    narrative: _Narrative


@dataclass
class Prose:
    """Counts over pages; each figure is that of all sentences together."""

    pages: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    grams: int = 0
    repeated: int = 0
    openings: int = 0
    covered: list[float] = field(default_factory=list)
    markers: list[int] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Count a page."""
        paragraphs = list(_paragraphs(page))
        told = [sentence for paragraph in paragraphs for sentence in paragraph]
        grams = Counter(gram for sentence in told for gram in _grams(sentence["text"]))
        self.pages += 1
        self.sentences += told
        self.grams += grams.total()
        self.repeated += grams.total() - len(grams)
        self.openings += sum(_same_openings(paragraph) for paragraph in paragraphs)
        self.covered += _coverage(page, told)
        self.markers += [len({m for s in told for m in _markers(s)})] if told else []

    @property
    def statements_per_sentence(self) -> float:
        """How many statements a sentence cites."""
        return self._statements / len(self.sentences)

    @property
    def words_per_statement(self) -> float:
        """How many words there are for each statement cited."""
        return sum(len(s["text"].split()) for s in self.sentences) / self._statements

    @property
    def repetition(self) -> float:
        """The share of 4-grams which stood on the same page before."""
        return self.repeated / self.grams

    @property
    def fallback(self) -> float:
        """The share of sentences worded from a label, for want of a lexicon entry."""
        return self._share(lambda s: bool(s.get("fallback")))

    @property
    def marked(self) -> float:
        """The share of sentences with a marker of likeness or contrast."""
        return self._share(lambda s: bool(_markers(s)))

    @property
    def fitting(self) -> float:
        """The share of sure markers whose kind is that of a claim of the sentence."""
        sure = [fits for s in self.sentences for fits in _fits(s)]
        return sum(sure) / len(sure) if sure else 1.0

    @property
    def dated(self) -> float:
        """The share of sentences with a number."""
        return self._share(lambda s: bool(re.search(r"\d", s["text"])))

    @property
    def _statements(self) -> int:
        return sum(len(s["evidence"]) for s in self.sentences)

    def _share(self, test: Callable[[Sentence], bool]) -> float:
        return sum(map(test, self.sentences)) / len(self.sentences)


def sentences_of(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of the summary and the sections."""
    return tuple(sentence for paragraph in _paragraphs(page) for sentence in paragraph)


def _paragraphs(page: Page) -> Iterator[list[Sentence]]:
    yield page["narrative"]["summary"]
    for section in page["narrative"]["sections"]:
        yield section["sentences"]


def _grams(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return (tuple(words[at : at + _NGRAM]) for at in range(len(words) - _NGRAM + 1))


def _same_openings(paragraph: Sequence[Sentence]) -> int:
    first = [sentence["text"].split(maxsplit=1)[0].rstrip(",;:") for sentence in paragraph]
    return sum(one == other for one, other in pairwise(first))


def _markers(sentence: Sentence) -> Iterable[str]:
    return {found.casefold() for found in _MARKER.findall(sentence["text"])}


def _fits(sentence: Sentence) -> Iterator[bool]:
    kinds = {claim["kind"] for claim in sentence["claims"]}
    if _SURE_LIKENESS.search(sentence["text"]):
        yield bool(kinds & _ALIKE)
    if _SURE_CONTRAST.search(sentence["text"]):
        yield bool(kinds & _UNLIKE)


def _coverage(page: Page, told: Iterable[Sentence]) -> list[float]:
    """Return the share of the ten most salient differences that prose tells, by NDCG's weights."""
    cited = {iri for sentence in told for iri in sentence["evidence"]}
    apart = [row for row in page["rows"] if row["relation"] in {"different", "one-sided"}]
    best = sorted(apart, key=lambda row: -row["salience"])[:_TOP]
    weights = [1 / log2(place + 2) for place in range(len(best))]
    gained = sum(
        weight
        for weight, row in zip(weights, best, strict=True)
        if any(iri in cited for cell in row["cells"] for iri in cell["statements"])
    )
    return [gained / sum(weights)] if weights else []
