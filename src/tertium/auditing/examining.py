"""The whole of an audit: read, link, take apart, judge."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tertium.auditing.claiming import claims_in
from tertium.auditing.judging import Judge
from tertium.auditing.linking import Gazetteer, gazetteer, phrases
from tertium.auditing.marking import mark
from tertium.auditing.nearness import Knowledge
from tertium.auditing.reading import read_prose
from tertium.auditing.subjects import Focus
from tertium.auditing.vocabulary import Saying, Vocabulary, WordKind
from tertium.model.audit import Finding, Passage
from tertium.model.description import Description
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Examiner", "Library"]


class Library(Knowledge, Protocol):
    """A graph in which names can be looked up, too."""

    def named(self, names: Iterable[str]) -> Mapping[str, frozenset[Iri]]:
        """Return the entities that have these names."""
        ...


@dataclass(frozen=True, slots=True)
class Examiner:
    """Examines a text on some comparands, of whom `persons` says who can be "he" or "she"."""

    library: Library
    vocabulary: Vocabulary
    comparands: tuple[Description, ...]
    persons: Mapping[Iri, bool]

    def examine(
        self, text: str, parties: Sequence[str]
    ) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
        """Return the passages of a text and its claims, each with its verdict.

        `parties` are the comparands as the title of the text names them.
        """
        passages = tuple(read_prose(text, parties).passages)
        known = self._gazetteer(passages)
        iris = tuple(one.iri for one in self.comparands)
        focus = Focus(iris, self.persons)
        judge = Judge(self.library, self.vocabulary, iris)
        found = (
            finding
            for passage in passages
            for claim in claims_in(mark(passage, self.vocabulary, known), focus, self._row(passage))
            for finding in judge.findings(passage, claim)
        )
        return passages, tuple(dict.fromkeys(found))

    def _row(self, passage: Passage) -> tuple[Saying, ...]:
        return self.vocabulary.cues.get(self.vocabulary.phrase(passage.row), ())

    def _gazetteer(self, passages: Iterable[Passage]) -> Gazetteer:
        """Return the names in the text: of comparands, of their values, and proper names."""
        own = dict(self._own())
        around = {iri for one in self.comparands for iri in _around(one)}
        near = ((self._bare(text), entity.iri) for entity in around for text in _texts(entity))
        looked = self._looked_up(passages, frozenset(entity.iri for entity in around))
        others = ((stems, iri) for stems, iri in (*near, *looked) if stems not in own)
        return gazetteer((*own.items(), *others))

    def _own(self) -> Iterator[tuple[tuple[str, ...], Iri]]:
        names = [(one, name) for one in self.comparands for name in _names(one)]
        stems = [(self._bare(name), one.iri) for one, name in names]
        for phrase, iri in stems:
            if phrase and all(other == iri for same, other in stems if same == phrase):
                yield phrase, iri

    def _looked_up(
        self, passages: Iterable[Passage], around: frozenset[Iri]
    ) -> Iterator[tuple[tuple[str, ...], Iri]]:
        wanted: dict[str, tuple[tuple[str, ...], bool]] = {}
        for passage in passages:
            tokens = self.vocabulary.stemmer.tokens(passage.text)
            for text, stems, proper in phrases(tokens, self.vocabulary):
                wanted[text] = stems, proper or wanted.get(text, ((), False))[1]
        for text, iris in self.library.named(wanted).items():
            stems, proper = wanted[text]
            yield from ((stems, iri) for iri in sorted(iris) if proper or iri in around)

    def _bare(self, text: str) -> tuple[str, ...]:
        """Return the stems of a name without an article before it."""
        words = self.vocabulary.stemmer.tokens(text)
        leading = words and WordKind.ARTICLE in self.vocabulary.of(words[0].plain)
        return tuple(word.stem for word in (words[1:] if leading else words))


def _around(one: Description) -> Iterator[Entity]:
    for s in one.statements:
        values = (s.value, *(q.value for q in s.qualifiers))
        yield from (value for value in values if isinstance(value, Entity))


def _texts(entity: Entity) -> tuple[str, ...]:
    return entity.label, entity.in_text


def _names(one: Description) -> tuple[str, ...]:
    """Return what a comparand is called, down to the last word of its label."""
    return (one.label, one.short_name, one.label.split()[-1], *one.aliases)
