"""What a graph states of entities, as descriptions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tertium.errors import UnknownEntityError
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.queries.forgetting import forget
from tertium.queries.gathering import Gatherer
from tertium.queries.reading.descriptions import read_description
from tertium.queries.uniting import Uniter
from tertium.store.surroundings import Surroundings

__all__ = ["Describer"]

_Read = Callable[[tuple[Iri, ...], Surroundings], Mapping[Iri, Sequence[Statement]]]


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes entities by what is said of them under any of their IRIs.

    The last descriptions are kept, as many as `memory` says.
    """

    gatherer: Gatherer
    read: _Read
    uniter: Uniter
    language: str
    memory: int = 0
    _kept: dict[Iri, Description] = field(default_factory=dict, repr=False)

    def described(self, iris: Sequence[Iri]) -> tuple[Description, ...]:
        """Return all that the graph states of entities, by the IRIs that stand for them.

        Raises:
            UnknownEntityError: when the graph has neither a label nor a statement of one.

        """
        return self._remembered(iris) if self.memory else tuple(self._descriptions(iris))

    def _remembered(self, iris: Sequence[Iri]) -> tuple[Description, ...]:
        """Return descriptions, each read by itself and kept until others were asked for since."""
        for iri in iris:
            known = self._kept.pop(iri, None)
            self._kept[iri] = known or next(self._descriptions((iri,)))
        found = tuple(self._kept[iri] for iri in iris)
        forget(self._kept, most=self.memory)
        return found

    def _descriptions(self, iris: Sequence[Iri]) -> Iterator[Description]:
        members = self.uniter.members(iris)
        around = self.gatherer.about(members)
        read = self.read(members, around)
        names = self.uniter.named(iris)
        for iri in iris:
            statements = self.uniter.statements(iri, read)
            if not (names[iri].labelled or statements):
                raise UnknownEntityError(iri)
            found = read_description(
                names.entity(iri),
                statements,
                arcs=self.uniter.arcs(iri, around),
                language=self.language,
            )
            yield replace(found, same_as=self.uniter.twins(iri, around))
