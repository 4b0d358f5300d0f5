"""Answers the questions of the reconciliation protocol over a graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tertium.api.reconciling.answers import (
    Version,
    candidates_json,
    extension_json,
    proposal_json,
    suggestions_json,
)
from tertium.api.reconciling.extending import extension
from tertium.api.reconciling.holding import Holdings
from tertium.api.reconciling.manifests import manifest
from tertium.api.reconciling.matching import Matcher
from tertium.api.reconciling.parts import parsed
from tertium.api.reconciling.questions import BATCH, Question, batch, draft_batch
from tertium.api.reconciling.speaking import spoken
from tertium.api.reconciling.suggesting import Kind, Suggester
from tertium.api.reconciling.tables import LinkingGraph, Tables
from tertium.errors import UnknownEntityError
from tertium.render.preview import preview, snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api.reconciling.matching import Proposal
    from tertium.api.reconciling.suggesting import Suggestion
    from tertium.render.json_values import Json

__all__ = ["Reconciler"]


@dataclass(frozen=True)
class Reconciler:
    """A reconciliation service over a graph, in both versions of the protocol.

    It may be asked by several threads: the graph is asked one question at a time.

    >>> import tertium
    >>> service = Reconciler(tertium.open())
    >>> service.manifest("http://localhost", Version.DRAFT)["versions"]
    ['0.2', '1.0-draft']
    """

    graph: LinkingGraph
    _language: str = ""
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)
    _others: dict[str, Reconciler] = field(default_factory=dict, repr=False, compare=False)

    @property
    def language(self) -> str:
        """The language in which things are named, where they have a name in it."""
        return self._language or self.graph.reader.language

    def speaking(self, languages: Iterable[str]) -> Reconciler:
        """Return the service in the first of some languages in which the graph has labels.

        A tag stands for its language, too, where the graph does not know the tag.
        """
        with self._lock:
            tag = spoken(languages, self._labelled)
            if tag in ("", self.graph.reader.language):
                return self
            new = Reconciler(self.graph, tag, self._lock, self._others)
            return self._others.setdefault(tag, new)

    def manifest(self, root: str, version: Version) -> Mapping[str, Json]:
        """Return what the service says of itself when it stands at an address."""
        with self._lock:
            return manifest(self._tables, root, version)

    def match(self, document: str, version: Version) -> Json:
        """Return the candidates for a batch of queries.

        Raises:
            BadRequestError: when the document is no batch of this version.
            TooManyPartsError: when it is larger than is answered at once.

        """
        with self._lock:
            spaces = self._tables.spaces
        if version is Version.DRAFT:
            found = self._matched(draft_batch(parsed(document), spaces))
            return {"results": [{"candidates": candidates_json(s, version)} for s in found]}
        asked = batch(parsed(document), spaces)
        results = zip(asked, self._matched(tuple(asked.values())), strict=True)
        return {key: {"result": candidates_json(some, version)} for key, some in results}

    def suggest(
        self, kind: Kind, prefix: str, version: Version, *, limit: int = 10, offset: int = 0
    ) -> Json:
        """Return what a text may be the beginning of, or identify."""
        with self._lock:
            found = self._suggester.suggest(kind, prefix, limit=limit, offset=offset)
        return suggestions_json(kind, found, version)

    def extend(self, document: str, version: Version) -> Json:
        """Return values of properties of entities.

        Raises:
            BadRequestError: when the document is no data extension query.
            TooManyPartsError: when it is about more than is answered at once.

        """
        with self._lock:
            asked = extension(parsed(document), self._tables)
            columns, rows = self._holdings.columns(asked), self._holdings.rows(asked)
        return extension_json(columns, rows, version)

    def propose(self, kind: str, *, limit: int = 20) -> Json:
        """Return the properties that most entities of a class have; without one, of all."""
        with self._lock:
            iri = self._tables.spaces.entities.iri(kind)
            unknown = kind and iri not in self._tables.classes
            found = () if unknown else self._suggester.proposed(iri, limit=limit)
        return proposal_json(kind, found, limit)

    def preview(self, text: str) -> str:
        """Return a small HTML page on an entity.

        Raises:
            UnknownEntityError: when the graph does not know it.

        """
        one = self._described(Kind.ENTITY, text)
        kinds = tuple(kind.name for kind in one.types)
        return preview(one.named.name, one.description, kinds, language=self.language)

    def flyout(self, kind: Kind, text: str) -> Json:
        """Return a piece of HTML on an entity, a class or a property; raises as `preview` does."""
        one = self._described(kind, text)
        html = snippet(one.named.name, one.description, tuple(kind.name for kind in one.types))
        return {"id": text, "html": html}

    def _described(self, kind: Kind, text: str) -> Suggestion:
        with self._lock:
            found = self._suggester.described(kind, text)
        if found is None:
            raise UnknownEntityError(text)
        return found

    def _matched(self, questions: Sequence[Question]) -> Iterator[Sequence[Proposal]]:
        """Yield the candidates of each question; in a long batch, others get a word in."""
        for start in range(0, len(questions), BATCH):
            with self._lock:
                matcher = Matcher(self._tables, self._holdings)
                found = matcher.match(questions[start : start + BATCH])
            yield from found

    @cached_property
    def _tables(self) -> Tables:
        return Tables(self.graph, self._language)

    @cached_property
    def _labelled(self) -> Mapping[str, str]:
        sidecar = self.graph.sidecar
        tags = () if sidecar is None else sidecar.languages()
        return {tag.casefold(): tag for tag in (self.graph.reader.language, *tags)}

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self._tables)

    @cached_property
    def _holdings(self) -> Holdings:
        return Holdings(self._tables)
