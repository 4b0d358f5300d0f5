"""What a graph answers to a key: short, and the same as long as what a page reads is the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from tertium.batch.evidence.counting import counted
from tertium.batch.evidence.settling import settled, short, surroundings
from tertium.batch.facts import Key, Noun
from tertium.errors import TertiumError
from tertium.model.terms import Iri
from tertium.queries.climbing import Climber
from tertium.queries.neighbourhoods import surveyor_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tertium.api import KnowledgeGraph
    from tertium.queries.gathering import Gatherer, Way
    from tertium.queries.reader import Reader

__all__ = ["Answering"]

_Item = tuple[str, ...]


@dataclass(frozen=True)
class Answering:
    """Answers keys from one graph, as it is read for pages in the language of a reader."""

    graph: KnowledgeGraph
    reader: Reader

    def answer(self, key: Key) -> str:
        """Return what the graph answers: numbers as they are, all else as a digest."""
        return self._nouns[key.noun](key.item)

    @cached_property
    def _nouns(self) -> Mapping[str, Callable[[_Item], str]]:
        by_noun: dict[Noun, Callable[[_Item], str]] = {
            Noun.GRAPH: self._whole,
            Noun.NAME: self._meant,
            Noun.THING: self._thing,
            Noun.CLASSES: lambda item: _short(self._classes.climb((_iri(item),))),
            Noun.WHOLES: lambda item: _short(self._wholes.climb((_iri(item),))),
            Noun.DECLARED: lambda item: _short(self.reader.aligner.declarations((_iri(item),))),
            Noun.STATED: self._stated,
            Noun.LEADING: lambda item: str(sum(self._gather.fan_in((_way(item),)).values())),
            Noun.SAYING: lambda item: surroundings(self._gather.toward((_way(item),))),
            Noun.BEGUN: lambda item: _short(self.reader.beginnings((_iri(item),))),
            Noun.TOLD: lambda item: surroundings(self._gather.introduced((_iri(item),))),
            Noun.AROUND: self._around,
            Noun.TOTAL: self._total,
            Noun.COUNT: self._count,
        }
        return {noun.value: way for noun, way in by_noun.items()}

    def _whole(self, _: _Item) -> str:
        """Answer what every page rests on: Tertium itself, the ontology, what the graph is."""
        reader, info = self.reader, self.graph.info
        idle = reader.unifier is None or reader.unifier.idle
        shape = (reader.shapes, reader.labels, reader.graphs, idle)
        told = (info.id, info.sources, reader.schema(), reader.lexicon)
        return _short((version("tertium"), *shape, *told))

    def _meant(self, text: _Item) -> str:
        try:
            return self.graph.resolve(text[0])
        except TertiumError as error:
            return short(str(error))

    def _thing(self, item: _Item) -> str:
        iri = _iri(item)
        return short(f"{self.reader.names((iri,))[iri]!r} {self.reader.identity(iri)!r}")

    def _stated(self, item: _Item) -> str:
        iri = _iri(item)
        fetched = self.graph.info.on((iri,)).fetched
        said = surroundings(self._gather.about((iri,)))
        return short(f"{said} {fetched!r}") if fetched else said

    def _around(self, item: _Item) -> str:
        node, most = item
        found = surveyor_of(self.reader).around((Iri(node),), most=int(most))
        edges = (f"{one.subject} {one.predicate} {one.value}" for one in found.edges)
        crowds = (f"{p} {count}" for (p, _), count in found.crowds.items())
        return short("\n".join((*sorted(edges), *sorted(crowds), *found.crowded)))

    def _total(self, item: _Item) -> str:
        sidecar = self.graph.sidecar
        return "" if sidecar is None else str(sidecar.totals[item[0]])

    def _count(self, item: _Item) -> str:
        """Answer a number; a nameless value is another in every version of a graph."""
        table, *columns = item
        if columns[-1].startswith("_:"):
            return self.graph.info.version
        number = counted(self.graph.statistics, table, tuple(columns))
        return "" if number is None else repr(number)

    @property
    def _gather(self) -> Gatherer:
        return self.reader.gatherer

    @cached_property
    def _classes(self) -> Climber:
        return Climber(self._gather)

    @cached_property
    def _wholes(self) -> Climber:
        return Climber(self._gather, wholes=True)


def _iri(item: _Item) -> Iri:
    return Iri(item[0])


def _way(item: _Item) -> Way:
    predicate, entity = item
    return Iri(predicate), Iri(entity)


def _short(value: object) -> str:
    return short(settled(value))
