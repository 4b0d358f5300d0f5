"""All names of things, read for many at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tertium.model.terms import Literal
from tertium.queries.holding import held, used
from tertium.store.vocabulary import ALIASES, SHORT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tertium.model.terms import Iri
    from tertium.queries.reader import Reader
    from tertium.store.surroundings import Arc

__all__ = ["Named", "Naming"]


@dataclass(frozen=True, slots=True)
class Named:
    """The labels of a thing, in whatever language, and its other names."""

    labels: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the labels first."""
        return (*self.labels, *self.others)


@dataclass(frozen=True)
class Naming:
    """Reads the names of things."""

    reader: Reader

    def named(self, iris: Iterable[Iri]) -> Mapping[Iri, Named]:
        """Return the names of things."""
        wanted = tuple(dict.fromkeys(iris))
        arcs = held(self.reader, wanted, self._predicates)
        return {iri: self._named(arcs.get(iri, ())) for iri in wanted}

    def _named(self, arcs: Iterable[Arc]) -> Named:
        texts = [(term.lexical, by) for by, term in arcs if isinstance(term, Literal)]
        labels = dict.fromkeys(text for text, by in texts if by in self.reader.labels)
        others = dict.fromkeys(text for text, _ in texts if text not in labels)
        return Named(tuple(labels), tuple(others))

    @cached_property
    def _predicates(self) -> tuple[Iri, ...]:
        predicates = (*self.reader.labels, *SHORT_NAMES, *ALIASES)
        present = used(self.reader, predicates)
        return tuple(predicate for predicate in predicates if predicate in present)
