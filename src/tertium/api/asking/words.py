"""From words to the properties and classes of a graph which they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tertium.errors import AmbiguousEntityError, UnknownPropertyError
from tertium.model.alignment import Alignment
from tertium.queries.alignments import bundled_alignments, bundled_declarations
from tertium.queries.prefixes import expand, iri_of
from tertium.store.sidecar.folding import folded
from tertium.store.vocabulary import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tertium.api.graph import KnowledgeGraph
    from tertium.model.terms import Iri
    from tertium.store.sidecar import Match

__all__ = ["Words", "identified"]

_CODE: Final = re.compile(r"[PQ][1-9]\d*")
_FAR: Final = 10
"""A class stands out which has so many times the members of the next."""
_HINTS: Final = 3
_LIKE: Final = 60
"""How alike a word and a label must be, in percent, for the label to be named."""


def identified(text: str) -> Iri | None:
    """Return the IRI which a text is, or for which it stands, if any.

    >>> identified("P569"), identified("born")
    ('http://www.wikidata.org/entity/P569', None)
    """
    return expand(f"wd:{text}") if _CODE.fullmatch(text) else iri_of(text)


@dataclass(frozen=True)
class Words:
    """The properties and classes of a graph, by what they are called.

    In a graph of which nothing was counted any property may be meant.
    """

    graph: KnowledgeGraph

    def property(self, text: str) -> Iri:
        """Return the property which an IRI, a CURIE or a label means.

        Raises:
            AmbiguousEntityError: when several go by a label.
            UnknownPropertyError: when the graph states none of this name.

        """
        iri = identified(text)
        found = self._called(text) if iri is None else self.same(iri)
        if not found:
            raise UnknownPropertyError(text, self._near(text))
        if len(found) > 1:
            raise AmbiguousEntityError(text, tuple(f"{self._labels[p]} <{p}>" for p in found))
        return found[0]

    def kind(self, text: str) -> Iri:
        """Return the class which an IRI, a CURIE or a label means.

        Of several which go by a label it is that with by far the most members.

        Raises:
            AmbiguousEntityError: when several go by a label, and none stands out.
            UnknownEntityError: when nothing does.

        """
        iri = identified(text)
        named = self._alike(text) if iri is None else self.kinds((iri,))
        found = sorted((-self._classes[one], one) for one in named if one in self._classes)
        sizes = [-size for size, _ in found]
        if len(found) == 1 or (found and sizes[0] >= _FAR * sizes[1]):
            return found[0][1]
        return self.graph.resolve(text)

    def same(self, predicate: Iri) -> tuple[Iri, ...]:
        """Return the properties of this graph which ask what one of another graph does."""
        name = canonical(predicate)
        if name in self._properties or self.graph.sidecar is None:
            return (name,)
        meant = dict.fromkeys(map(canonical, self._alignment.meaning(name)))
        return tuple(sorted(iri for iri in meant if iri in self._properties))

    def kinds(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """Return the classes of this graph which are, or are matched with, those of another."""
        ours = bundled_alignments().ours
        known = self._classes
        found: dict[Iri, None] = {}
        for iri in classes:
            meant = {iri, *ours.get(iri, ())}
            theirs = (their for their, group in ours.items() if not meant.isdisjoint(group))
            found |= {one: None for one in sorted({*meant, *theirs}) if one in known}
        return tuple(found)

    def _called(self, text: str) -> tuple[Iri, ...]:
        """Return the properties which go by a label or alias, or whose IRI ends so; the nearest."""
        if self.graph.sidecar is None:
            return (canonical(self.graph.resolve(text)),)
        matches = self._alike(text)
        near = {iri: matches[iri].nearness for iri in self._properties if iri in matches}
        best = min(near.values(), default=None)
        wanted = folded(text)
        ending = (iri for iri, label in self._labels.items() if folded(label) == wanted)
        found = ending if best is None else (iri for iri, one in near.items() if one == best)
        return tuple(sorted(found))

    def _alike(self, text: str) -> Mapping[Iri, Match]:
        sidecar = self.graph.sidecar
        return sidecar.names.alike(text) if sidecar else {}

    def _near(self, text: str) -> tuple[str, ...]:
        from rapidfuzz import process

        labels = tuple(self._labels.values())
        found = process.extract(text, labels, limit=_HINTS, score_cutoff=_LIKE)
        return tuple(dict.fromkeys(label for label, _, _ in found))

    @cached_property
    def _labels(self) -> Mapping[Iri, str]:
        names = self.graph.reader.names(self._properties)
        return {iri: names.entity(iri).label for iri in sorted(self._properties)}

    @cached_property
    def _properties(self) -> frozenset[Iri]:
        sidecar = self.graph.sidecar
        known = sidecar.properties() if sidecar else ()
        return frozenset(canonical(one.iri) for one in known)

    @cached_property
    def _classes(self) -> Mapping[Iri, int]:
        sidecar = self.graph.sidecar
        return sidecar.classes() if sidecar else {}

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment.of(bundled_declarations())
