"""What singles an entity out in its class, tried on the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.api.fitting import Fitting
from tertium.api.wording import words_for
from tertium.model.likeness import Reference
from tertium.model.pattern import Branch, Constant, Pattern
from tertium.patterns import Prominence, atoms, single_out
from tertium.store.vocabulary import is_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertium.api.gathering import Surveyor
    from tertium.model.description import Description
    from tertium.model.terms import Iri
    from tertium.model.values import Entity
    from tertium.patterns import Around, Telling
    from tertium.queries.reader import Reader

__all__ = ["Referrer"]


@dataclass(frozen=True, slots=True)
class Referrer:
    """Looks for the shortest description that fits one entity alone in its class."""

    reader: Reader
    surveyor: Surveyor
    telling: Telling

    def reference(self, entity: Description) -> Reference:
        """Return what is true of an entity and of nothing else in its class."""
        around = self.surveyor.around((entity,), radius=2)
        head = self._head(entity.iri, around)
        length = self._prominence.length
        made = atoms(entity.iri, around, weight=self.telling.bits, length=length)
        tried = [atom for atom in made if atom not in head]
        words = words_for(self.reader, (entity,), (*head, *tried))
        found = self._found(
            entity.iri, tried, head=head, fitting=Fitting(self.reader, words.writer)
        )
        pattern = Pattern((*found, *head)) if found else None
        title = f"What singles out {entity.label}"
        kind = self._kind
        return Reference(
            entity=entity.entity,
            kind=kind,
            sentence=words.teller.alone(entity.entity, kind, found),
            pattern=pattern,
            query=words.writer.written(pattern, title=title) if pattern else "",
            bits=round(sum(map(length, found)), 1),
        )

    def _found(
        self, iri: Iri, tried: Sequence[Branch], *, head: tuple[Branch, ...], fitting: Fitting
    ) -> tuple[Branch, ...]:
        """Return the shortest description: mostly one branch will do, which is soon found out."""
        for atom in tried:
            if fitting.alone(Pattern((atom, *head)), iri):
                return (atom,)
        extents = {atom: fitting.extent(Pattern((atom, *head))) for atom in tried}
        known = {atom: extent for atom, extent in extents.items() if extent is not None}
        return single_out(iri, known, self._prominence.length) or ()

    @property
    def _kind(self) -> Entity | None:
        kind = self.telling.kind
        return self.reader.names((kind,)).entity(kind) if kind else None

    @property
    def _prominence(self) -> Prominence:
        return Prominence(
            statistics=self.telling.statistics,
            kind=self.telling.kind,
            population=self.telling.population,
            names=self.telling.names,
        )

    def _head(self, iri: Iri, around: Around) -> tuple[Branch, ...]:
        """Return the branch that says of which class an entity is, if it is of any."""
        return tuple(
            Branch(edge, Constant(self.telling.kind))
            for edge in around.edges(iri)
            if is_type(edge.predicate) and self.telling.kind in around.values(iri, edge)
            if self.telling.kind is not None
        )[:1]
