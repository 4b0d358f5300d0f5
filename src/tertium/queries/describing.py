"""What a graph states of entities, as descriptions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Generic, Protocol, TypeVar

from tertium.errors import UnknownEntityError
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.queries.forgetting import forget
from tertium.queries.gathering import Gatherer
from tertium.queries.reading.descriptions import read_description
from tertium.queries.uniting import Uniter
from tertium.store.surroundings import Surroundings

__all__ = ["Describer", "Kept", "Memory"]

_Read = Callable[[tuple[Iri, ...], Surroundings], Mapping[Iri, Sequence[Statement]]]
_Known = TypeVar("_Known")


class Memory(Protocol):
    """What keeps descriptions."""

    def kept(self, iri: Iri, read: Callable[[], Description]) -> Description:
        """Return the description of an entity, read now if it is not kept."""
        ...


@dataclass(frozen=True, slots=True)
class Kept(Generic[_Known]):
    """What is known of entities; of the last ones, so many at most."""

    most: int
    _known: dict[Iri, _Known] = field(default_factory=dict, repr=False)

    def kept(self, iri: Iri, read: Callable[[], _Known]) -> _Known:
        """Return what is known of an entity, read now if it is not kept."""
        known = self._known.pop(iri, None)
        found = read() if known is None else known
        self._known[iri] = found
        forget(self._known, most=self.most)
        return found


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes entities by what is said of them under any of their IRIs.

    With a `memory`, each is read by itself and kept there.
    """

    gatherer: Gatherer
    read: _Read
    uniter: Uniter
    language: str
    memory: Memory | None = None

    def described(self, iris: Sequence[Iri]) -> tuple[Description, ...]:
        """Return all that the graph states of entities, by the IRIs that stand for them.

        Raises:
            UnknownEntityError: when the graph has neither a label nor a statement of one.

        """
        if self.memory is None:
            return tuple(self._descriptions(iris))
        return tuple(self.memory.kept(iri, partial(self._alone, iri)) for iri in iris)

    def _alone(self, iri: Iri) -> Description:
        return next(self._descriptions((iri,)))

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
