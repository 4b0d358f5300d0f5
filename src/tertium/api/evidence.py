"""What a graph knows of candidates, as far as queries ask, read for many at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from tertium.api.naming import Naming
from tertium.errors import BadTermError
from tertium.linking import Asked, Held, Known
from tertium.linking.naming import cost
from tertium.linking.written import dates_of, number_of
from tertium.model.dates import Date
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.queries.arcs import arcs_from
from tertium.queries.climbing import Climber, reached
from tertium.queries.holding import held, used
from tertium.queries.prefixes import expand
from tertium.queries.reading.dates import guessed
from tertium.queries.reading.values import value_of
from tertium.store.terms import checked_iri
from tertium.store.vocabulary import canonical, direct_name, is_statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tertium.api.naming import Named
    from tertium.model.link import Given, LinkQuery
    from tertium.queries.gathering import Broader
    from tertium.queries.index import NameIndex
    from tertium.queries.reader import Reader
    from tertium.store.surroundings import Arc

__all__ = ["Evidence"]

_WEIGHED: Final = 20
"""Of more candidates than these, those are weighed whose names fit as well as theirs."""
_REMEMBERED: Final = 5000
"""Of so many texts it is remembered which things they may mean."""


@dataclass(frozen=True)
class Evidence:
    """Reads what is known of candidates."""

    reader: Reader
    index: NameIndex
    _meant: dict[str, frozenset[Iri]] = field(default_factory=dict, repr=False)
    _ways: dict[Iri, tuple[Iri, ...]] = field(default_factory=dict, repr=False)

    def known(
        self, found: Mapping[LinkQuery, Sequence[Iri]]
    ) -> Iterator[tuple[LinkQuery, tuple[Known, ...]]]:
        """Yield each query with what is known of its candidates."""
        names = self._naming.named(chain.from_iterable(found.values()))
        likely = {query: _likely(query, iris, names) for query, iris in found.items()}
        facts = self._facts(likely, names)
        for query, iris in likely.items():
            yield query, tuple(self._known(query, iri, facts) for iri in iris)

    def asked(self, query: LinkQuery) -> Asked:
        """Return what the graph knows of the words of a query."""
        texts = {text for given in query.given for text in given.values}
        properties = [given.property for given in query.given if given.property]
        unused = frozenset(iri for iri in properties if not self._written(iri))
        return Asked(
            meant={text: self._things(text) for text in texts},
            labels={iri: self._called(iri) for iri in (*properties, *query.types)},
            rarity=self._rarity,
            informs=self._informs,
            unused=unused,
        )

    def _called(self, iri: Iri) -> str:
        """Return what a property or class is called; if it has no name, what means the same."""
        ways = tuple(map(canonical, (iri, *self._ways.get(iri, ()))))
        names = self.reader.names(ways)
        entities = [names.entity(way) for way in ways]
        return next((one.label for one in entities if not one.nameless), entities[0].label)

    def _known(self, query: LinkQuery, iri: Iri, facts: _Facts) -> Known:
        entity = self.reader.names((iri,)).entity(iri)
        types = reached(entity.types, facts.classes) if query.types else frozenset()
        return Known(
            entity=entity,
            names=(entity.label, *facts.names[iri].names),
            labels=frozenset((entity.label, *facts.names[iri].labels)),
            types=types,
            weight=facts.weights.get(iri, 0),
            held=tuple(self._held(given, iri, facts) for given in query.given),
        )

    def _held(self, given: Given, iri: Iri, facts: _Facts) -> Held:
        arcs = facts.arcs.get(iri, ())
        if given.property is None:
            told = [arc for arc in arcs if is_statement(arc[0])]
        else:
            ways = self._written(given.property)
            told = [arc for arc in arcs if arc[0] in ways]
        terms = [term for _, term in told]
        things = [term for term in terms if not isinstance(term, BlankNode | Literal)]
        names = self.reader.names((*things, *(canonical(predicate) for predicate, _ in told)))
        values = (value_of(term, canonical(predicate), names) for predicate, term in told)
        read = tuple(guessed(one) if isinstance(one, Date) else one for one in values)
        return Held(read, reached(things, facts.wholes) - frozenset(things))

    def _facts(
        self,
        likely: Mapping[LinkQuery, Sequence[Iri]],
        names: Mapping[Iri, Named],
    ) -> _Facts:
        every = tuple(dict.fromkeys(chain.from_iterable(likely.values())))
        arcs = dict(self._arcs(likely))
        things = {
            term
            for told in arcs.values()
            for _, term in told
            if not isinstance(term, BlankNode | Literal)
        }
        entities = self.reader.names(every)
        typed = [iri for query, iris in likely.items() if query.types for iri in iris]
        classes = {kind for iri in typed for kind in entities.entity(iri).types}
        return _Facts(
            names=names,
            arcs=arcs,
            weights=self.index.weights(every),
            classes=self._classes.climb(sorted(classes)),
            wholes=self._wholes.climb(sorted(things)),
        )

    def _arcs(
        self, likely: Mapping[LinkQuery, Sequence[Iri]]
    ) -> Iterator[tuple[Iri, tuple[Arc, ...]]]:
        """Yield what is stated of candidates by what is given; everything, where that is open."""
        wanted: dict[tuple[Iri, ...], dict[Iri, None]] = defaultdict(dict)
        whole: dict[Iri, None] = {}
        for query, iris in likely.items():
            if any(given.property is None for given in query.given):
                whole |= dict.fromkeys(iris)
            elif query.given:
                asked = (self._written(one.property) for one in query.given if one.property)
                wanted[tuple(dict.fromkeys(chain.from_iterable(asked)))] |= dict.fromkeys(iris)
        merged: dict[Iri, dict[Arc, None]] = defaultdict(dict)
        for predicates, things in wanted.items():
            for iri, arcs in held(self.reader, tuple(things), predicates).items():
                merged[iri] |= dict.fromkeys(arcs)
        for thing, some in arcs_from(self.reader, tuple(whole)).items():
            merged[Iri(str(thing))] |= dict.fromkeys(some)
        return ((iri, tuple(found)) for iri, found in merged.items())

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.reader)

    def _written(self, predicate: Iri) -> tuple[Iri, ...]:
        """Return how the graph writes a property, or others of its meaning; nothing if not."""
        if predicate not in self._ways:
            names = (predicate, direct_name(canonical(predicate)))
            same = (direct_name(one) for one in self._meaning(predicate))
            ways = tuple(dict.fromkeys((*names, *same)))
            present = used(self.reader, ways)
            self._ways[predicate] = tuple(way for way in ways if way in present)
        return self._ways[predicate]

    def _meaning(self, predicate: Iri) -> tuple[Iri, ...]:
        name = canonical(predicate)
        return self.reader.aligner.alignment({name}).meaning(name)

    @cached_property
    def _classes(self) -> Climber:
        return Climber(self.reader.gatherer)

    @cached_property
    def _wholes(self) -> Climber:
        return Climber(self.reader.gatherer, wholes=True)

    @cached_property
    def _rarity(self) -> Callable[[str], float | None]:
        return lru_cache(_REMEMBERED)(self.index.rarity)

    @cached_property
    def _informs(self) -> Callable[[Iri], float | None]:
        return lru_cache(_REMEMBERED)(self.index.informs)

    def _things(self, text: str) -> frozenset[Iri]:
        """Return the things that a text may mean: by name, IRI or CURIE."""
        if text not in self._meant:
            if len(self._meant) >= _REMEMBERED:
                self._meant.clear()
            self._meant[text] = frozenset(self._named(text))
        return self._meant[text]

    def _named(self, text: str) -> Iterable[Iri]:
        if dates_of(text) or number_of(text) is not None:
            return ()
        iri = _iri(text)
        return (iri,) if iri else self.index.alike(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What was read of candidates, and what lies above their classes and around their values."""

    names: Mapping[Iri, Named]
    arcs: Mapping[Iri, tuple[Arc, ...]]
    weights: Mapping[Iri, int]
    classes: Broader
    wholes: Broader


def _likely(query: LinkQuery, iris: Sequence[Iri], names: Mapping[Iri, Named]) -> tuple[Iri, ...]:
    """Return the candidates whose names fit best; what is given may tell namesakes apart."""
    if len(iris) <= _WEIGHED:
        return tuple(iris)
    texts = (query.text, *query.names)
    far = {iri: min(cost(text, names[iri].names) for text in texts) for iri in iris}
    farthest = sorted(far.values())[_WEIGHED - 1]
    return tuple(iri for iri in iris if far[iri] <= farthest)


def _iri(text: str) -> Iri | None:
    try:
        return expand(text) or (checked_iri(text) if "://" in text else None)
    except BadTermError:
        return None
