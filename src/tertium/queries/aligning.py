"""Reads what is declared of properties, as far as it bears on those that are used."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tertium.model.alignment import Alignment, Declaration
from tertium.model.terms import Iri
from tertium.queries.alignments import bundled_declarations, declaration, spellings
from tertium.queries.gathering import Gatherer
from tertium.store.vocabulary import canonical, direct_name

__all__ = ["Aligner"]


@dataclass(slots=True)
class Aligner:
    """Reads declarations from graphs, each property once; `qualifiers` are no properties."""

    gatherers: Sequence[Gatherer]
    qualifiers: frozenset[Iri] = frozenset()
    _asked: set[Iri] = field(default_factory=set)
    _found: set[Declaration] = field(default_factory=set)
    _made: dict[int, Alignment] = field(default_factory=dict)

    def alignment(self, properties: Iterable[Iri]) -> Alignment:
        """Return what follows for these properties, and for others asked of before.

        What ships with Tertium counts before what a graph declares.
        """
        self._explore(properties)
        size = len(self._found)
        if size not in self._made:
            self._made = {size: Alignment.of(self._in_order())}
        return self._made[size]

    def declarations(self, properties: Iterable[Iri]) -> frozenset[Declaration]:
        """Return what graphs declare of these properties, of those it names, and so on."""
        alone = Aligner(self.gatherers, self.qualifiers)
        alone._explore(properties)
        return frozenset(alone._found)

    def _explore(self, properties: Iterable[Iri]) -> None:
        level = set(properties) - self._asked
        while level:
            self._asked |= level
            new = self._declared(level)
            self._found |= new
            level = {end for one in new for end in (one.left, one.right)} - self._asked

    def _declared(self, level: Iterable[Iri]) -> set[Declaration]:
        written = tuple(sorted({one for iri in level for one in _written(iri)}))
        rows = (row for one in self.gatherers for row in one.declared(written))
        return {one for row in rows if (one := declaration(*row)) is not None}

    def _in_order(self) -> Iterable[Declaration]:
        graph = sorted(self._found, key=lambda one: (one.tie.value, one.left, one.right))
        for one in (*bundled_declarations(), *graph):
            if self.qualifiers.isdisjoint((one.left, one.right)):
                yield one


def _written(iri: Iri) -> tuple[Iri, ...]:
    """Return the ways in which a property is written; in a Wikibase there are two."""
    name = canonical(iri)
    return (direct_name(name), *spellings(name))
