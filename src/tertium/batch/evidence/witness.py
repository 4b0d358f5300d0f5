"""A graph which knows, of each page that is made of it, what the page rests on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tertium.api import KnowledgeGraph
from tertium.api.paths import Pathfinder
from tertium.batch.evidence.answering import Answering
from tertium.batch.evidence.counting import NotingSidecar
from tertium.batch.evidence.notes import Notes
from tertium.batch.evidence.reading import NotingReader, NotingSurveying
from tertium.batch.facts import Fact, Key, Noun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tertium.model.terms import Iri
    from tertium.queries.reader import Reader

__all__ = ["Witness"]

_REMEMBERED: Final = 1 << 18
"""So many answers are remembered: pages of one part have most in common."""


class Witness(KnowledgeGraph):
    """A graph on disk or in memory whose pages are those of the graph it was made of.

    Make a page, then take the evidence.
    """

    def __init__(self, graph: KnowledgeGraph, language: str = "en") -> None:
        """Begin with nothing read; only pages in this language are witnessed."""
        self._notes = Notes()
        self._graph = graph
        self._language = language
        sidecar = graph.sidecar
        super().__init__(
            _noting(graph.reader, self._notes),
            info=graph.info,
            sidecar=None if sidecar is None else NotingSidecar.noting(sidecar, self._notes),
        )
        reader = self._reader(language)
        self._answered = lru_cache(_REMEMBERED)(Answering(graph, reader).answer)
        self._prepare(reader)

    def resolve(self, text: str) -> Iri:
        """Return the one entity which a text means; raises as ever."""
        self._notes.note(Noun.NAME, (text,))
        return self._graph.resolve(text)

    def evidence(self) -> tuple[Fact, ...]:
        """Return what was read since it was last asked, sorted by key."""
        return self.facts(self._notes.take())

    def facts(self, keys: Iterable[Key]) -> tuple[Fact, ...]:
        """Return what the graph answers to keys."""
        found = tuple(sorted(Fact(key, self._answered(key)) for key in keys))
        self._notes.take()  # to answer is to read, but for no page
        return found

    def _prepare(self, reader: Reader) -> None:
        """Read what every page rests on, which is noted as one."""
        reader.schema()
        _ = reader.lexicon
        self._notes.take()

    def _reader(self, language: str) -> Reader:
        self._notes.note(Noun.GRAPH, (language,))
        return super()._reader(language)

    def _pathfinder(self, reader: Reader) -> Pathfinder:
        plain = super()._pathfinder(reader).surveying
        return Pathfinder(
            NotingSurveying(plain.reader, plain.statistics, plain.population, notes=self._notes)
        )


def _noting(reader: Reader, notes: Notes) -> NotingReader:
    """Return a reader that notes, and keeps as much as the other."""
    return NotingReader(
        reader.store,
        reader.catalogue,
        reader.language,
        shapes=reader.shapes,
        labels=reader.labels,
        graphs=reader.graphs,
        memory=reader.memory,
        notes=notes,
    )
